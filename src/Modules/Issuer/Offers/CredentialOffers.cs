using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer;

/// <summary>Offers credentials to wallets.</summary>
public sealed class CredentialOffers
{
    // An offer about to end is opened anew: nobody wants a code that dies while it is typed.
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMinutes(2);

    private readonly IDbContextFactory<IssuerDb> databases;
    private readonly GroupCommit<IssuerDb> writes;
    private readonly HostedIssuers issuers;
    private readonly OfferSecrets secrets;
    private readonly OfferClock clock;
    private readonly RandomSource random;
    private readonly Outbox<IssuerDb> outbox;

    internal CredentialOffers(
        IDbContextFactory<IssuerDb> databases, GroupCommit<IssuerDb> writes, HostedIssuers issuers, OfferMaking making, Outbox<IssuerDb> outbox)
    {
        (this.databases, this.writes, this.issuers) = (databases, writes, issuers);
        (secrets, clock, random) = making;
        this.outbox = outbox;
    }

    /// <summary>
    /// Offers a credential for 10 minutes. A repeated call with the same idempotency key returns the same offer while it can
    /// still be fetched, and otherwise opens it again with fresh codes: a lost answer never loses the credential. Whoever
    /// fetches it again replaces the earlier copies, which are revoked.
    /// </summary>
    /// <exception cref="ArgumentException">No such credential type was registered, or a claim has a reserved name.</exception>
    public async Task<CredentialOffer> CreateAsync(OfferDraft draft, CancellationToken cancellationToken)
    {
        var type = issuers.FindType(draft.ConfigurationId) ?? throw new ArgumentException($"No credential type {draft.ConfigurationId} was registered.", nameof(draft));
        if (ReservedClaims.FindIn(draft.Claims) is { } reserved)
            throw new ArgumentException($"The claim {reserved} is the issuer's to make.", nameof(draft));
        if (draft.TransactionCodeLength is < 4 or > 8)
            throw new ArgumentException("A transaction code has 4 to 8 digits.", nameof(draft));

        // An offer is for a type, in whichever form a wallet takes it.
        var offer = await writes.RunAsync(database => OpenAsync(database, draft with { ConfigurationId = type.ConfigurationId }), cancellationToken);
        var codes = secrets.Of(offer);
        var issuer = issuers.Find(type.IssuerSlug)!;
        return new CredentialOffer(offer.Id, issuer.At($"/offers/{codes.Reference}"), codes.TypedCode, offer.ExpiresAt)
        {
            TransactionCode = codes.TransactionCode,
            AnyWalletLinkByValue = new Uri(CredentialOfferLink.ByValue(CredentialOffer.WalletScheme, codes.ToOffer(issuer, offer.ConfigurationId))),
        };
    }

    /// <summary>What became of the offer with this <see cref="CredentialOffer.Id"/>; null when there is none.</summary>
    public async Task<OfferState?> ReadStateAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Offers.AsNoTracking().SingleOrDefaultAsync(offer => offer.Id == id, cancellationToken) is { } offer ? clock.StateOf(offer) : null;
    }

    /// <summary>What became of the offer with this <see cref="CredentialOffer.Id"/>, and what its wallet said of it; null when there is none.</summary>
    public async Task<OfferProgress?> ReadProgressAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Offers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } offer)
            return null;
        var last = await database.Issuances.AsNoTracking().SingleOrDefaultAsync(row => row.OfferId == id && row.Batch == offer.Batches, cancellationToken);
        return new OfferProgress(
            clock.StateOf(offer), last is { Event: { } said, NotifiedAt: { } at } ? new WalletNotification(said, last.EventDescription, at) : null);
    }

    /// <summary>
    /// Makes a deferred offer ready; whoever waits for it gets the credential. Repeated, it changes nothing: the claims of the first
    /// release count. An offer that was never deferred is released already.
    /// </summary>
    /// <param name="id">The <see cref="CredentialOffer.Id"/>.</param>
    /// <param name="claims">The claims as they are now; null for those of the draft.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What holds now; null when there is no such offer.</returns>
    /// <exception cref="ArgumentException">A claim has a reserved name.</exception>
    public Task<IssuanceDecision?> ReleaseAsync(Guid id, JsonObject? claims, CancellationToken cancellationToken)
    {
        if (claims is not null && ReservedClaims.FindIn(claims) is { } reserved)
            throw new ArgumentException($"The claim {reserved} is the issuer's to make.", nameof(claims));
        return writes.RunAsync(database => DecideAsync(database, id, Readiness.Ready, claims?.ToJsonString()), cancellationToken);
    }

    /// <summary>Decides against a deferred offer; whoever waits for it is told so. Repeated, it changes nothing.</summary>
    /// <returns>What holds now; null when there is no such offer.</returns>
    public Task<IssuanceDecision?> RefuseAsync(Guid id, CancellationToken cancellationToken) =>
        writes.RunAsync(database => DecideAsync(database, id, Readiness.Refused, claims: null), cancellationToken);

    private async Task<IssuanceDecision?> DecideAsync(IssuerDb database, Guid id, Readiness decision, string? claims)
    {
        var decided = await database.Database.ExecuteSqlAsync(
            $"UPDATE offers SET readiness = {decision.ToString()}, claims = COALESCE({claims}, claims) WHERE id = {id.ToString("D")} AND readiness = {nameof(Readiness.Waiting)}");
        if (decided == 1 && decision is Readiness.Ready)
            await TellAsync(database, id);
        return await database.Offers.Where(offer => offer.Id == id).Select(offer => (Readiness?)offer.Readiness).SingleOrDefaultAsync() switch
        {
            null or Readiness.Waiting => null,
            Readiness.Ready => IssuanceDecision.Released,
            _ => IssuanceDecision.Refused,
        };
    }

    /// <summary>Tells whoever knows the wallets that wait for this offer.</summary>
    private async Task TellAsync(IssuerDb database, Guid id)
    {
        var waiting = await database.Deferrals.Where(deferral => deferral.OfferId == id).Select(deferral => deferral.TransactionHash).ToListAsync();
        if (waiting is [])
            return;
        outbox.Add(database, DeliverIssuanceNews.MessageKind, new IssuanceNews(IssuanceNewsKind.Ready, waiting));
        await database.SaveChangesAsync();
    }

    private async Task<OfferRow> OpenAsync(IssuerDb database, OfferDraft draft)
    {
        var offer = await database.Offers.SingleOrDefaultAsync(row => row.IdempotencyKey == draft.IdempotencyKey);
        if (offer is not null && clock.IsOpen(offer) && offer.ExpiresAt - clock.Now >= ShortestRest)
            return offer;

        if (offer is null)
        {
            offer = new OfferRow
            {
                Id = random.NewId(),
                ConfigurationId = draft.ConfigurationId,
                Subject = draft.Subject,
                Claims = "",
                IdempotencyKey = draft.IdempotencyKey,
            };
            database.Offers.Add(offer);
        }

        // A decision on a deferred offer, and the claims it was released with, outlive the codes.
        if (!draft.Deferred || offer.Claims == "")
            (offer.Claims, offer.Readiness) = (draft.Claims.ToJsonString(), draft.Deferred ? Readiness.Waiting : Readiness.Ready);
        (offer.ConfigurationId, offer.Subject, offer.ValidUntil, offer.DeferredAt) = (draft.ConfigurationId, draft.Subject, draft.ValidUntil, null);
        (offer.TransactionCodeLength, offer.TransactionCodeTries) = (draft.TransactionCodeLength, 0);
        (offer.ExpiresAt, offer.CodeUsedAt) = (clock.EndOfOffer, null);
        await RenewCodesAsync(database, offer);
        await database.SaveChangesAsync();
        return offer;
    }

    /// <summary>The next generation whose typed code no other offer has.</summary>
    private async Task RenewCodesAsync(IssuerDb database, OfferRow offer)
    {
        do
        {
            offer.Generation++;
            secrets.Renew(offer);
        }
        while (await database.Offers.AnyAsync(other => other.TypedCodeHash == offer.TypedCodeHash && other.Id != offer.Id));
    }
}
