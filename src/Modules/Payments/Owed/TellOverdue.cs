using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Owed;

/// <summary>Tells others which receivables are open although their last day is over, each once.</summary>
internal sealed class TellOverdue(IDbContextFactory<PaymentsDb> databases, Journal journal, TownCalendar calendar, TimeProvider time, ILogger<TellOverdue> log)
    : RoundService(TimeSpan.FromMinutes(10), time, log)
{
    private const int MostPerWrite = 200;

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        while (await AnyAsync(today, cancellationToken) && await TellAsync(today, cancellationToken) == MostPerWrite)
        {
        }
    }

    /// <summary>Looked at first without keeping other writers waiting.</summary>
    private async Task<bool> AnyAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Untold(database, today).AnyAsync(cancellationToken);
    }

    private Task<int> TellAsync(DateOnly today, CancellationToken cancellationToken) => journal.WriteAsync(
        async open =>
        {
            var untold = await Untold(open.Database, today).OrderBy(receivable => receivable.DueOn).Take(MostPerWrite).ToListAsync(cancellationToken);
            untold.ForEach(receivable => open.Tell(receivable, ReceivableNewsKind.Overdue));
            return untold.Count;
        },
        cancellationToken);

    private static IQueryable<Receivable> Untold(PaymentsDb database, DateOnly today) =>
        database.Receivables.Where(receivable => receivable.OpenCents > 0 && receivable.DueOn < today && receivable.Told != ReceivableNewsKind.Overdue);
}
