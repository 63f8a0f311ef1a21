using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Issuer;

/// <summary>
/// What wallets have got, named by the notification ids that came with it (OpenID4VCI 1.0, section 8.3): for whoever knows a wallet but not
/// its person. Callers keep fingerprints, never the ids.
/// </summary>
public sealed class IssuedBatches
{
    private readonly GroupCommit<IssuerDb> writes;
    private readonly StatusChanges changes;
    private readonly TimeProvider time;

    internal IssuedBatches(GroupCommit<IssuerDb> writes, StatusChanges changes, TimeProvider time) => (this.writes, this.changes, this.time) = (writes, changes, time);

    /// <summary>What is kept of a notification id, or of a transaction id under which a wallet waits.</summary>
    public static string FingerprintOf(string id) => AccessTokens.Hash(id);

    /// <summary>
    /// Ends, for good, what the wallet that got these batches has: their copies, all others of the same opening of their offers, and the tokens
    /// by which it would fetch more. What another wallet got after the offer was opened again stays valid, and so does whatever right the
    /// credential spoke of. Committed when it returns, on the published status lists within 15 seconds, harmless when repeated.
    /// </summary>
    /// <param name="fingerprints">Of notification ids, and of transaction ids whose waiting ends; those of nothing change nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task RevokeAsync(IReadOnlyCollection<string> fingerprints, CancellationToken cancellationToken) =>
        writes.RunAsync(database => RevokeAsync(database, fingerprints), cancellationToken);

    private async Task<int> RevokeAsync(IssuerDb database, IReadOnlyCollection<string> fingerprints)
    {
        var issuances = await database.Issuances.AsNoTracking().Where(issuance => fingerprints.Contains(issuance.NotificationHash)).OrderBy(issuance => issuance.OfferId).ToListAsync();
        await EndWaitingAsync(database, fingerprints);
        var revoked = 0;
        foreach (var issuance in issuances)
            revoked += await RevokeAsync(database, issuance);
        return revoked;
    }

    /// <summary>Ends what the wallet waits for, with the tokens by which it would ask anew.</summary>
    private static async Task EndWaitingAsync(IssuerDb database, IReadOnlyCollection<string> fingerprints)
    {
        var waiting = database.Deferrals.Where(deferral => fingerprints.Contains(deferral.TransactionHash));
        await database.AccessTokens.Where(token => waiting.Any(deferral => deferral.OfferId == token.OfferId)).ExecuteDeleteAsync();
        await waiting.ExecuteDeleteAsync();
    }

    private async Task<int> RevokeAsync(IssuerDb database, IssuanceRow issuance)
    {
        var batch = database.Copies.Where(copy => copy.OfferId == issuance.OfferId && copy.Batch == issuance.Batch);
        if (await batch.Select(copy => (int?)copy.Generation).FirstOrDefaultAsync() is not { } generation)
            return 0;
        await EndTokensAsync(database, issuance.OfferId, generation);
        // Copies of before openings were counted say 0: of those the batch itself.
        return await changes.RevokeAsync(
            database, database.Copies.Where(copy => copy.OfferId == issuance.OfferId && (copy.Batch == issuance.Batch || (copy.Generation == generation && generation > 0))), time.GetUtcNow());
    }

    /// <summary>Until an offer that was opened again is redeemed, its tokens are those of the wallet before.</summary>
    private static async Task EndTokensAsync(IssuerDb database, Guid offerId, int generation)
    {
        var offer = database.Offers.Where(row => row.Id == offerId && (row.Generation == generation || row.CodeUsedAt == null));
        var tokens = database.AccessTokens.Where(token => token.OfferId == offerId && offer.Any());
        await tokens.ExecuteDeleteAsync();
        await offer.ExecuteUpdateAsync(row => row.SetProperty(ended => ended.RefreshUntil, (DateTimeOffset?)null));
        // Once more: another process may have refreshed until the offer was closed to it, and no longer since.
        await tokens.ExecuteDeleteAsync();
        await database.Deferrals.Where(deferral => deferral.OfferId == offerId && offer.Any()).ExecuteDeleteAsync();
    }
}
