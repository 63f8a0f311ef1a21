using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections;

/// <summary>
/// How often a warden asked, by hour and answer: enough to see misuse, too little to follow anybody. Plates are never kept
/// (docs/security.md, attack 27). Limits each warden; writes the counts every ten seconds and at the end.
/// </summary>
internal sealed partial class InspectionCounts(IDbContextFactory<ParkingDb> databases, IOptions<ParkingOptions> options, TimeProvider time, ILogger<InspectionCounts> log) : BackgroundService
{
    private readonly ConcurrentDictionary<(Guid Warden, long Hour, string State), int> waiting = new();
    private readonly PartitionedRateLimiter<Guid> limiter = PartitionedRateLimiter.Create<Guid, Guid>(warden =>
        RateLimitPartition.GetSlidingWindowLimiter(warden, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.InspectionsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    /// <summary>False when this warden has asked too often within the last minute.</summary>
    public bool MayAsk(Guid warden)
    {
        using var lease = limiter.AttemptAcquire(warden);
        return lease.IsAcquired;
    }

    /// <summary>Counts one answer, or one refusal of what looks like misuse.</summary>
    /// <param name="warden">Account of the warden.</param>
    /// <param name="state">An <see cref="InspectionState"/> or a <see cref="Limits.Misuse"/>.</param>
    public void Count(Guid warden, string state) =>
        waiting.AddOrUpdate((warden, time.GetUtcNow().ToUnixTimeSeconds() / 3600, state), 1, (_, count) => count + 1);

    /// <inheritdoc />
    public override void Dispose()
    {
        limiter.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await WriteAsync(CancellationToken.None);
            }
            catch (Exception failure)
            {
                NotWritten(failure);
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var (key, count) in waiting)
        {
            var (warden, hour, state) = (key.Warden.ToString(), key.Hour, key.State);
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO inspection_counts (warden, hour, state, count) VALUES ({warden}, {hour}, {state}, {count}) ON CONFLICT (warden, hour, state) DO UPDATE SET count = inspection_counts.count + excluded.count",
                cancellationToken);

            // What was asked meanwhile waits for the next time, and what could not be written too.
            waiting.AddOrUpdate(key, 0, (_, now) => now - count);
            waiting.TryRemove(KeyValuePair.Create(key, 0));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counts of inspections were not written; they wait for the next time")]
    private partial void NotWritten(Exception failure);
}
