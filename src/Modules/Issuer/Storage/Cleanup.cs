using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modellstadt.Issuer.Storage;

/// <summary>Deletes what nobody can use any more: expired tokens and nonces, and the claims in offers that can no longer be fetched.</summary>
internal sealed partial class Cleanup(GroupCommit writes, TimeProvider time, ILogger<Cleanup> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    // An access token may outlive its offer by its own lifetime.
    private static readonly TimeSpan LongestToken = TimeSpan.FromHours(1);

    /// <summary>Deletes once.</summary>
    public Task<int> CleanAsync(CancellationToken cancellationToken) => writes.RunAsync(async database =>
    {
        var now = time.GetUtcNow();
        var deleted = await database.AccessTokens.Where(token => token.ExpiresAt <= now).ExecuteDeleteAsync();
        deleted += await database.UsedNonces.Where(nonce => nonce.ExpiresAt <= now).ExecuteDeleteAsync();
        return deleted + await database.Offers.Where(offer => offer.ExpiresAt <= now - LongestToken && offer.Claims != "")
            .ExecuteUpdateAsync(offer => offer.SetProperty(row => row.Claims, ""));
    }, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Interval, time);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                RoundFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Expired tokens and claims could not be deleted; the next round tries again")]
    private partial void RoundFailed(Exception failure);
}
