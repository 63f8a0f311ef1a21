using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>Takes one of this town's own projects back, here and, through the feed, everywhere. Its name and the reason stay.</summary>
internal sealed class WithdrawProject(IDbContextFactory<RegionDb> databases, AuditTrail audit, IOptions<TownOptions> town, TimeProvider time)
{
    /// <summary>Fewest characters of a reason.</summary>
    public const int ShortestReason = 5;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 300;

    /// <summary>What was typed as a reason; null when it is none.</summary>
    public static string? ReasonIn(string? typed) => typed?.Trim() is { Length: >= ShortestReason and <= LongestReason } given && !given.Any(char.IsControl) ? given : null;

    /// <summary>Withdraws; harmless when it was withdrawn before.</summary>
    public async Task<Outcome<string>> WithdrawAsync(string id, string? reason, string actor, CancellationToken cancellationToken)
    {
        if (ReasonIn(reason) is not { } given)
            return new WithdrawalNeedsReason();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Projects.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } row)
            return new NoSuchProject();

        var project = Project.Read(row.Content);
        if (row.Town != town.Value.Ags)
            return new ProjectOfAnotherTown(project.Lead.Name);
        if (project.Withdrawn is not null)
            return id;

        var now = time.GetUtcNow();
        (row.Version, row.ChangedAt, row.Content) = (row.Version + 1, now, project.Withdraw(now, given).Write());
        database.ProjectVersions.Add(new ProjectVersionRow { ProjectId = id, Version = row.Version, ChangedAt = now, ChangedBy = actor, Reason = given, Content = row.Content });
        audit.Add(database, actor, "project-withdrawn", $"project/{id}", given);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new WithdrawalOvertaken();
        }

        return id;
    }
}
