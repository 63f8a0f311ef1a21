using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections;

/// <summary>
/// Fills the plate index before the first question and then follows the permits of this town: this process puts its own changes in at once,
/// those of other processes arrive within <see cref="Interval"/>.
/// </summary>
internal sealed class PlateIndexRefresh(
    IDbContextFactory<ParkingDb> databases, PlateIndex index, TownRules rules, TimeProvider time, ILogger<PlateIndexRefresh> log)
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
        var changed = database.Permits.Where(permit => permit.Ags == rules.Ags && permit.ChangedAt >= from)
            .Select(permit => new IndexedPermit(permit.Id, permit.Plates, permit.Zone, permit.ZoneName, permit.ValidFrom, permit.ValidUntil, permit.State, permit.TemporaryPlates));
        await foreach (var permit in changed.AsAsyncEnumerable().WithCancellation(cancellationToken))
            index.Put(permit);
        seenUntil = now;
    }
}
