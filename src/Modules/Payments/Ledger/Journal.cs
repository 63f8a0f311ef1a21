using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Ledger;

/// <summary>
/// The ledger as it is written: one writer at a time, over all processes. Whoever decides from balances sees those that nobody
/// else can change meanwhile, and the numbers of the entries have no gaps.
/// </summary>
internal sealed class Journal(IDbContextFactory<PaymentsDb> databases, Outbox<PaymentsDb> outbox, TimeProvider time)
{
    /// <summary>Runs <paramref name="work"/> alone and saves all of it, or nothing when it throws.</summary>
    /// <param name="work">Reads, decides and posts; returns what came of it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<T> WriteAsync<T>(Func<OpenJournal, Task<T>> work, CancellationToken cancellationToken)
    {
        var outcome = await TryWriteAsync<T>(async open => await work(open), cancellationToken);
        return outcome.Value;
    }

    /// <summary>Runs <paramref name="work"/> alone and saves all of it, or nothing when it throws or refuses.</summary>
    /// <param name="work">Reads, decides and posts; returns what came of it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<T>> TryWriteAsync<T>(Func<OpenJournal, Task<Outcome<T>>> work, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Changes nothing, but keeps every other writer waiting until this one has committed.
        var last = await database.Database.SqlQuery<long>($"UPDATE journal SET last = last WHERE id = 1 RETURNING last AS \"Value\"").ToListAsync(cancellationToken);
        var journal = new OpenJournal(database, outbox, last[0], time.GetUtcNow());
        var result = await work(journal);
        if (result.Refusal is not null)
            return result;

        await database.SaveChangesAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"UPDATE journal SET last = {journal.Last} WHERE id = 1", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Wake();
        return result;
    }
}
