using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>
/// Puts every new state of this town's own projects into its feed, signed. What is told anew takes a new number and leaves its old one, so the feed
/// never grows beyond the projects of the town. Processes that publish at once cannot give a number twice: one of them goes on a round later.
/// </summary>
internal sealed partial class PublishProjects(
    IDbContextFactory<RegionDb> databases, FeedKey key, IOptions<TownOptions> town, TimeProvider time, ILogger<PublishProjects> log)
    : RoundService(TimeSpan.FromSeconds(10), time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var untold = await database.Projects.AsNoTracking()
            .Where(project => project.Town == town.Value.Ags && !database.FeedEntries.Any(entry => entry.ProjectId == project.Id && entry.ProjectVersion >= project.Version))
            .OrderBy(project => project.ChangedAt).ThenBy(project => project.Id)
            .ToListAsync(cancellationToken);
        try
        {
            foreach (var project in untold)
                await TellAsync(database, project, cancellationToken);
        }
        catch (DbUpdateException)
        {
            PublishedElsewhere();
        }
    }

    private async Task TellAsync(RegionDb database, ProjectRow project, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var number = 1 + (await database.FeedEntries.MaxAsync(entry => (long?)entry.Number, cancellationToken) ?? 0);
        var entry = new FeedEntry(town.Value.Ags, number, project.Version, project.ChangedAt, town.Value.Demo, Project.Read(project.Content));
        await database.FeedEntries.Where(old => old.ProjectId == project.Id).ExecuteDeleteAsync(cancellationToken);
        database.FeedEntries.Add(new FeedEntryRow { Number = number, ProjectId = project.Id, ProjectVersion = project.Version, Signed = entry.Sign(key.Signing) });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Another process publishes; what is left comes in the next round")]
    private partial void PublishedElsewhere();
}
