using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Issuer.Storage;

/// <summary>Deletes what nobody can use any more: expired tokens, nonces and authorizations, and the claims in offers that can no longer be fetched.</summary>
internal sealed class Cleanup(GroupCommit<IssuerDb> writes, TimeProvider time, ILogger<Cleanup> log) : RoundService(TimeSpan.FromMinutes(10), time, log)
{
    // An access token may outlive its offer by its own lifetime.
    private static readonly TimeSpan LongestToken = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public override Task RunRoundAsync(CancellationToken cancellationToken) => writes.RunAsync(async database =>
    {
        var now = Now;
        var deleted = await database.AccessTokens.Where(token => token.ExpiresAt <= now).ExecuteDeleteAsync();
        deleted += await database.UsedNonces.Where(nonce => nonce.ExpiresAt <= now).ExecuteDeleteAsync();
        deleted += await database.Authorizations.Where(authorization => authorization.ExpiresAt <= now).ExecuteDeleteAsync();
        // A deferral that was fetched serves a lost answer for as long as the token of that time.
        deleted += await database.Deferrals.Where(deferral => deferral.ExpiresAt <= now || deferral.FetchedAt <= now - LongestToken).ExecuteDeleteAsync();
        // A refreshed offer has claims again, long after its end, until its token has fetched them; a deferral needs them when it is released.
        return deleted + await database.Offers
            .Where(offer => offer.ExpiresAt <= now - LongestToken && offer.Claims != ""
                && !database.AccessTokens.Any(token => token.OfferId == offer.Id) && !database.Deferrals.Any(deferral => deferral.OfferId == offer.Id))
            .ExecuteUpdateAsync(offer => offer.SetProperty(row => row.Claims, ""));
    }, cancellationToken);
}
