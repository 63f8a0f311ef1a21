using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>
/// Deletes what nobody fetched in time: results as soon as they cannot be redeemed any more, whole presentations a while later
/// (until then a late browser still learns why it is too late).
/// </summary>
internal sealed partial class ForgetPresentations(
    IDbContextFactory<VerifierDb> databases, IOptions<VerifierOptions> options, TimeProvider time, ILogger<ForgetPresentations> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TraceKept = TimeSpan.FromMinutes(10);

    /// <summary>One round.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var redeemableSince = now - options.Value.Lifetime;
        var tracedSince = redeemableSince - TraceKept;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Presentations
            .Where(one => one.Result != null && one.AnsweredAt <= redeemableSince)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Result, (byte[]?)null), cancellationToken);
        await database.Presentations
            .Where(one => one.EncryptionKey != null && one.ExpiresAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.EncryptionKey, (byte[]?)null), cancellationToken);
        await database.Presentations.Where(one => one.ExpiresAt <= tracedSince).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                RoundFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old presentations were not deleted")]
    private partial void RoundFailed(Exception failure);
}
