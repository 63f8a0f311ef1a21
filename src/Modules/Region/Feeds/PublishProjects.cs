using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>
/// Puts every new state of this town's own projects into its feed, signed, and what else it has to tell. A project that is told anew takes a new
/// number and leaves its old one, so the feed never grows beyond projects and notes. Processes that publish at once cannot give a number twice: one of
/// them goes on a round later.
/// </summary>
internal sealed partial class PublishProjects(
    IDbContextFactory<RegionDb> databases, FeedKey key, IOptions<TownOptions> town, TimeProvider time, ILogger<PublishProjects> log)
    : RoundService(TimeSpan.FromSeconds(10), time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            foreach (var project in await UntoldAsync(database, cancellationToken))
                await TellAsync(database, project.Id, project.Version, FeedNote.ProjectKind, number => Signed(number, project), cancellationToken);
            foreach (var note in await UntoldNotesAsync(database, cancellationToken))
                await TellAsync(database, note.Subject, 1, note.Kind, number => Signed(number, note), cancellationToken);
        }
        catch (DbUpdateException)
        {
            PublishedElsewhere();
        }
    }

    private Task<List<ProjectRow>> UntoldAsync(RegionDb database, CancellationToken cancellationToken) => database.Projects.AsNoTracking()
        .Where(project => project.Town == town.Value.Ags && !database.FeedEntries.Any(entry => entry.Subject == project.Id && entry.Version >= project.Version))
        .OrderBy(project => project.ChangedAt).ThenBy(project => project.Id)
        .ToListAsync(cancellationToken);

    private static Task<List<FeedNoteRow>> UntoldNotesAsync(RegionDb database, CancellationToken cancellationToken) => database.FeedNotes.AsNoTracking()
        .Where(note => !database.FeedEntries.Any(entry => entry.Subject == note.Subject))
        .OrderBy(note => note.SaidAt).ThenBy(note => note.Subject)
        .ToListAsync(cancellationToken);

    private string Signed(long number, ProjectRow project) =>
        new FeedEntry(town.Value.Ags, number, project.Version, project.ChangedAt, town.Value.Demo, Project.Read(project.Content)).Sign(key.Signing);

    private string Signed(long number, FeedNoteRow note) =>
        new FeedNote(town.Value.Ags, number, note.Kind, note.SaidAt, town.Value.Demo, FeedNotes.ContentOf(note)).Sign(key.Signing);

    private static async Task TellAsync(RegionDb database, string subject, int version, string kind, Func<long, string> sign, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var number = 1 + (await database.FeedEntries.MaxAsync(entry => (long?)entry.Number, cancellationToken) ?? 0);
        await database.FeedEntries.Where(old => old.Subject == subject).ExecuteDeleteAsync(cancellationToken);
        database.FeedEntries.Add(new FeedEntryRow { Number = number, Subject = subject, Version = version, Kind = kind, Signed = sign(number) });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Another process publishes; what is left comes in the next round")]
    private partial void PublishedElsewhere();
}
