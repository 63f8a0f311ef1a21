using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>
/// Keys that wait for their copies (OpenID4VCI 1.0, section 9). A wallet asks for an offer that is not ready; what it proved is kept,
/// so that it proves nothing again when the copies can be made. Everything lies in the database: no restart loses a transaction.
/// </summary>
internal sealed class Deferrals(
    IDbContextFactory<IssuerDb> databases, GroupCommit<IssuerDb> writes, Entitlements entitlements, IOptions<IssuerOptions> options, TimeProvider time, RandomSource random)
{
    /// <summary>The id was not given to this wallet, has ended, or its copies were fetched.</summary>
    public static ProtocolError Unknown { get; } = new(
        IssuanceErrors.InvalidTransactionId, "OpenID4VCI 1.0 §9.3", "The transaction id is unknown here, has ended, or its credentials were fetched.");

    /// <summary>Has the keys wait; a wallet that lost the answer asks once more and gets another transaction, which replaces the first.</summary>
    public async Task<Checked<DeferredIssuance>> DeferAsync(Grant grant, ProvedBatch proved, CancellationToken cancellationToken)
    {
        var transaction = random.NewSecret();
        var refused = await writes.RunAsync(
            async database => await entitlements.UseRequestAsync(database, grant.TokenHash, proved.Nonce) ?? await StoreAsync(database, grant, proved, AccessTokens.Hash(transaction)),
            cancellationToken);
        return refused is null ? Answer(transaction) : refused;
    }

    /// <summary>The deferral with this transaction id that the grant's offer waits for; or `invalid_transaction_id`.</summary>
    public async Task<Checked<DeferralRow>> FindAsync(Grant grant, string transaction, CancellationToken cancellationToken)
    {
        var (hash, now) = (AccessTokens.Hash(transaction), time.GetUtcNow());
        var earliest = entitlements.EarliestFetch(now);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Deferrals.AsNoTracking().SingleOrDefaultAsync(
            row => row.TransactionHash == hash && row.OfferId == grant.OfferId && row.ExpiresAt > now && (row.FetchedAt == null || row.FetchedAt > earliest), cancellationToken) is { } found
            ? found
            : Unknown;
    }

    /// <summary>That the copies are not ready, and when to ask again.</summary>
    public DeferredIssuance Answer(string transaction) => new(transaction, options.Value.DeferredInterval);

    private async Task<ProtocolError?> StoreAsync(IssuerDb database, Grant grant, ProvedBatch proved, string hash)
    {
        var (id, now) = (grant.OfferId.ToString("D"), time.GetUtcNow());
        var (started, end) = (now.ToUnixTimeMilliseconds(), (now + options.Value.DeferredLifetime).ToUnixTimeMilliseconds());
        await database.Database.ExecuteSqlAsync($"DELETE FROM deferrals WHERE offer_id = {id} AND mdoc = {proved.Mdoc}");
        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO deferrals (transaction_hash, offer_id, holder_keys, expires_at, mdoc) VALUES ({hash}, {id}, {string.Join(' ', proved.Keys.Select(HolderKeys.Write))}, {end}, {proved.Mdoc})");
        // A token that is bound to a key of the wallet may live on until the copies are there; a bearer token may not (section 13.9).
        await database.Database.ExecuteSqlAsync($"UPDATE access_tokens SET expires_at = {end} WHERE token_hash = {grant.TokenHash} AND key_thumbprint IS NOT NULL");
        await database.Database.ExecuteSqlAsync($"UPDATE offers SET deferred_at = {started} WHERE id = {id}");
        return null;
    }
}
