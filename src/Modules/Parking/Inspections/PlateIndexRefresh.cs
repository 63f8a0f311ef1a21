using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections;

/// <summary>
/// Fills the plate index before the first question and then follows the permits of this town: this process puts its own changes in at once,
/// those of other processes arrive within <see cref="Interval"/>.
/// </summary>
internal sealed partial class PlateIndexRefresh(
    IDbContextFactory<ParkingDb> databases, PlateIndex index, ParkingFacts facts, TimeProvider time, ILogger<PlateIndexRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    // Clocks of processes differ and commits overtake each other: what changed shortly before is read again.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private DateTimeOffset seenUntil = DateTimeOffset.UnixEpoch + Overlap;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotRead(failure);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var from = seenUntil - Overlap;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var changed = database.Permits.AsNoTracking().Where(permit => permit.Ags == facts.Town.Ags && permit.ChangedAt >= from);
        await foreach (var permit in changed.AsAsyncEnumerable().WithCancellation(cancellationToken))
            index.Put(permit);
        seenUntil = now;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of permits were not read; the plate index is up to date but for those of other processes")]
    private partial void NotRead(Exception failure);
}
