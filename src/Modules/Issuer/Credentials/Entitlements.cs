using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>Uses up what entitles to copies, within the caller's transaction: of many equal requests at once one goes on.</summary>
internal sealed class Entitlements(IOptions<IssuerOptions> options, TimeProvider time)
{
    /// <summary>Uses a nonce up and counts the batch at its token; or `invalid_nonce`, `invalid_token`.</summary>
    public async Task<ProtocolError?> UseRequestAsync(IssuerDb database, string tokenHash, MintedNonce nonce)
    {
        // Section 13.8: a proof under a used nonce is a replay, in whichever process it was used.
        var fresh = await database.Database.ExecuteSqlAsync(
            $"INSERT INTO used_nonces (id, expires_at) VALUES ({nonce.Id}, {nonce.ExpiresAt.ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING");
        if (fresh == 0)
            return new ProtocolError(IssuanceErrors.InvalidNonce, "OpenID4VCI 1.0 §8.3.1.2, §13.8", "The nonce was used.");

        var counted = await database.Database.ExecuteSqlAsync(
            $"UPDATE access_tokens SET batches = batches + 1 WHERE token_hash = {tokenHash} AND expires_at > {time.GetUtcNow().ToUnixTimeMilliseconds()} AND batches < {options.Value.BatchesPerToken}");
        return counted == 0 ? new ProtocolError(IssuanceErrors.InvalidToken, "RFC 6750 §3.1", "The access token has expired or fetched its copies too often.") : null;
    }

    /// <summary>Notes that the copies of a deferral are fetched; or `invalid_transaction_id` when they were, too long ago for a lost answer.</summary>
    public async Task<ProtocolError?> UseDeferralAsync(IssuerDb database, DeferralRow deferral)
    {
        var now = time.GetUtcNow();
        var used = await database.Database.ExecuteSqlAsync(
            $"UPDATE deferrals SET fetched_at = COALESCE(fetched_at, {now.ToUnixTimeMilliseconds()}) WHERE transaction_hash = {deferral.TransactionHash} AND expires_at > {now.ToUnixTimeMilliseconds()} AND (fetched_at IS NULL OR fetched_at > {EarliestFetch(now).ToUnixTimeMilliseconds()})");
        return used == 0 ? Deferrals.Unknown : null;
    }

    /// <summary>What was fetched before this instant is not given out again.</summary>
    public DateTimeOffset EarliestFetch(DateTimeOffset now) => now - options.Value.TokenLifetime;
}
