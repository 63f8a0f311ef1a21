using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Kernel.Privacy;

/// <summary>A kind of record that is deleted when its time is over.</summary>
public interface IRetainedRecords
{
    /// <summary>How long it is kept.</summary>
    RetentionRule Rule { get; }

    /// <summary>Deletes everything older than the limit; how many records that were. Harmless to repeat.</summary>
    Task<int> DeleteAsync(DateTimeOffset limit, CancellationToken cancellationToken);
}

/// <summary>Records of one module's database: deletes them, and writes how many into the audit trail, in one transaction.</summary>
public abstract class RetainedRecords<TDb>(IDbContextFactory<TDb> databases, AuditTrail trail) : IRetainedRecords where TDb : ModuleDb
{
    /// <inheritdoc />
    public abstract RetentionRule Rule { get; }

    /// <inheritdoc />
    public async Task<int> DeleteAsync(DateTimeOffset limit, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var deleted = await DeleteAsync(database, limit, cancellationToken);
        if (deleted == 0)
            return 0;

        trail.Add(database, Actors.Program, "records-deleted", $"retention/{Rule.Name}", deleted.ToString(CultureInfo.InvariantCulture));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return deleted;
    }

    /// <summary>Deletes what is older than the limit, with everything that belongs to it.</summary>
    protected abstract Task<int> DeleteAsync(TDb database, DateTimeOffset limit, CancellationToken cancellationToken);
}
