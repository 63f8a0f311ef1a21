using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Visitors;

/// <summary>Fills the index of visitors' plates before the first question, and then follows what other processes change.</summary>
internal sealed class VisitorIndexRefresh(IDbContextFactory<ParkingDb> databases, VisitorIndex index, TownRules rules, TimeProvider time, ILogger<VisitorIndexRefresh> log)
    : RoundService(Interval, time, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    // Clocks of processes differ and commits overtake each other: what changed shortly before is read again.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private DateTimeOffset seenUntil = DateTimeOffset.UnixEpoch + Overlap;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RunRoundAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var from = seenUntil - Overlap;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await foreach (var ticket in database.VisitorTickets.AsNoTracking().Where(ticket => ticket.Ags == rules.Ags && ticket.ChangedAt >= from && ticket.StartsAt != null).AsAsyncEnumerable().WithCancellation(cancellationToken))
            index.Put(ticket);
        seenUntil = now;
    }
}
