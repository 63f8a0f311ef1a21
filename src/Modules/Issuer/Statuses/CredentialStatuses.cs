using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Issuer;

/// <summary>Ends the validity of credentials.</summary>
public sealed class CredentialStatuses
{
    private readonly GroupCommit<IssuerDb> writes;
    private readonly Revocation revocation;
    private readonly TimeProvider time;

    internal CredentialStatuses(GroupCommit<IssuerDb> writes, Revocation revocation, TimeProvider time) => (this.writes, this.revocation, this.time) = (writes, revocation, time);

    /// <summary>
    /// Revokes every copy of every credential of this subject and closes its open offers. Committed when it returns, on the
    /// published status list within 15 seconds. Harmless when repeated.
    /// </summary>
    public Task RevokeAsync(string subject, CancellationToken cancellationToken) =>
        writes.RunAsync(database => RevokeAsync(database, subject), cancellationToken);

    private async Task<int> RevokeAsync(IssuerDb database, string subject)
    {
        var now = time.GetUtcNow();
        var offers = database.Offers.Where(offer => offer.Subject == subject);
        var tokens = database.AccessTokens.Where(token => offers.Any(offer => offer.Id == token.OfferId));
        await tokens.ExecuteDeleteAsync();
        await offers.Where(offer => offer.ExpiresAt > now).ExecuteUpdateAsync(offer => offer.SetProperty(row => row.ExpiresAt, now));
        // Once more: another process may have redeemed a code until the offers were closed, and no longer since.
        await tokens.ExecuteDeleteAsync();
        return await revocation.RevokeAsync(database, database.Copies.Where(copy => copy.Subject == subject), now);
    }
}
