using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>Takes an imported entry out again, with a reason. Its history stays; whoever follows an old link reads the reason.</summary>
internal sealed class RemoveResult(IDbContextFactory<RegionDb> databases, AuditTrail trail, TimeProvider time)
{
    /// <summary>Fewest characters of a reason.</summary>
    public const int ShortestReason = 5;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 300;

    /// <summary>Takes it out; harmless when it was before.</summary>
    public async Task<Outcome<string>> ExecuteAsync(string id, string? reason, string actor, CancellationToken cancellationToken)
    {
        if (reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } given || given.Any(char.IsControl))
            return new RemovalNeedsReason();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.ForeignResults.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            return new NoSuchImport();
        if (ForeignResult.Read(row.Content) is not { Removed: null } result)
            return id;

        (row.Version, row.Content) = (row.Version + 1, (result with { Removed = given }).Write());
        database.ForeignResultVersions.Add(new ForeignResultVersionRow { ResultId = id, Version = row.Version, ChangedAt = time.GetUtcNow(), ChangedBy = actor, Content = row.Content });
        trail.Add(database, actor, "result-removed", $"foreign-result/{id}", given);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new ImportOvertaken();
        }

        return id;
    }
}
