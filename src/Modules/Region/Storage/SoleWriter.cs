using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Storage;

/// <summary>
/// Papers that one writer at a time adds to, over all processes: whoever decides from what is there sees what nobody changes meanwhile, all of an action
/// is saved or nothing, and the numbers have no gaps.
/// </summary>
/// <typeparam name="TOpen">The papers in the writer's hands.</typeparam>
internal abstract class SoleWriter<TOpen>(IDbContextFactory<RegionDb> databases, TimeProvider time) where TOpen : OpenPapers
{
    /// <summary>The statement that changes nothing, keeps every other writer waiting until this one has committed, and returns the last number.</summary>
    protected abstract FormattableString Claim { get; }

    /// <summary>Runs <paramref name="work"/> alone and saves all of it, or nothing when it throws or refuses.</summary>
    /// <param name="work">Reads, decides and adds; returns what came of it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<T>> TryWriteAsync<T>(Func<TOpen, Task<Outcome<T>>> work, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var last = await database.Database.SqlQuery<long>(Claim).ToListAsync(cancellationToken);
        var open = Open(database, last[0], time.GetUtcNow());
        var result = await work(open);
        if (result.Refusal is not null)
            return result;

        await database.SaveChangesAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync(Keep(open.Last), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>The statement that keeps the last number.</summary>
    protected abstract FormattableString Keep(long last);

    /// <summary>The papers for one action.</summary>
    protected abstract TOpen Open(RegionDb database, long last, DateTimeOffset now);
}

/// <summary>Papers in the hands of their only writer.</summary>
internal abstract class OpenPapers(RegionDb database, long last, DateTimeOffset now)
{
    /// <summary>The unit of work; saved when the writer is done.</summary>
    public RegionDb Database => database;

    /// <summary>The moment of writing.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The last number that was given.</summary>
    public long Last { get; private set; } = last;

    /// <summary>The next number.</summary>
    public long Next() => ++Last;
}
