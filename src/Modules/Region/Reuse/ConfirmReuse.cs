using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse;

/// <summary>This town countersigns what the other side said: exactly the record that the clerk had before them, and only while it is the newest.</summary>
internal sealed class ConfirmReuse(IDbContextFactory<RegionDb> databases, SignReuse sign, AuditTrail audit, IOptions<TownOptions> town, TimeProvider time)
{
    /// <summary>Countersigns; harmless when this town has signed it before.</summary>
    /// <param name="id">The record.</param>
    /// <param name="actor">Who does it for this town.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<ReuseRecord>> ExecuteAsync(string id, string actor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.ReuseRecords.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            return new NothingToConfirm();
        if (row.Giver != town.Value.Ags && row.Taker != town.Value.Ags)
            return new NotYourReuse();

        var record = ReuseRecord.Read(row.Content);
        if (await IsSignedAsync(database, id, cancellationToken))
            return record;
        var story = await ReadReuse.OneAsync(database, row.ProjectId, row.Giver, row.Taker, cancellationToken);
        if (story.ConfirmableBy(town.Value.Ags)?.Record.Id != id)
            return new ReuseMovedMeanwhile();

        sign.Add(database, record, time.GetUtcNow());
        audit.Add(database, actor, "reuse-confirmed", $"reuse/{id}", $"{row.ProjectId} {row.Taker} {ReuseRecord.WordOf(record.Step)}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            return await IsSignedAsync(database, id, cancellationToken) ? record : new ReuseMovedMeanwhile();
        }

        return record;
    }

    private Task<bool> IsSignedAsync(RegionDb database, string id, CancellationToken cancellationToken) =>
        database.ReuseSignatures.AnyAsync(signature => signature.RecordId == id && signature.Town == town.Value.Ags, cancellationToken);
}
