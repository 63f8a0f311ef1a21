using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Funding;

/// <summary>
/// The funding ledger as it is written: one writer at a time, over all processes. Whoever decides from sums sees those that nobody
/// changes meanwhile, all of an action is saved or nothing, and the numbers of the entries have no gaps.
/// </summary>
internal sealed class FundingJournal(IDbContextFactory<RegionDb> databases, TimeProvider time)
{
    /// <summary>Runs <paramref name="work"/> alone and saves all of it, or nothing when it throws or refuses.</summary>
    /// <param name="work">Reads, decides and adds; returns what came of it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<T>> TryWriteAsync<T>(Func<OpenFunding, Task<Outcome<T>>> work, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Changes nothing, but keeps every other writer waiting until this one has committed.
        var last = await database.Database.SqlQuery<long>($"UPDATE funding_journal SET last = last WHERE id = 1 RETURNING last AS \"Value\"").ToListAsync(cancellationToken);
        var open = new OpenFunding(database, last[0], time.GetUtcNow());
        var result = await work(open);
        if (result.Refusal is not null)
            return result;

        await database.SaveChangesAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"UPDATE funding_journal SET last = {open.Last} WHERE id = 1", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}

/// <summary>The funding ledger in the hands of its only writer.</summary>
internal sealed class OpenFunding(RegionDb database, long last, DateTimeOffset now)
{
    /// <summary>The unit of work; saved when the writer is done.</summary>
    public RegionDb Database => database;

    /// <summary>The moment of writing.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Number of the last entry.</summary>
    public long Last { get; private set; } = last;

    /// <summary>Adds an entry: its number and the moment are set here.</summary>
    public FundingEntry Add(FundingEntry entry)
    {
        var added = entry with { Number = ++Last, RecordedAt = now };
        database.FundingEntries.Add(added);
        return added;
    }

    /// <summary>The entry that a form has brought before; null when it is new.</summary>
    public Task<FundingEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        database.FundingEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Key == key, cancellationToken);

    /// <summary>A notice with everything about it; null when there is none.</summary>
    public Task<NoticeStory?> StoryAsync(Guid id, CancellationToken cancellationToken) => NoticeStory.ReadAsync(database, id, cancellationToken);
}
