using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Storage;

namespace Modellstadt.Issuer.Offers;

/// <summary>How long offers live and what has become of them.</summary>
internal sealed class OfferClock(IOptions<IssuerOptions> options, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>When an offer made now ends.</summary>
    public DateTimeOffset EndOfOffer => Now + options.Value.OfferLifetime;

    /// <summary>True while a wallet can redeem its code.</summary>
    public bool IsOpen(OfferRow offer) =>
        offer.CodeUsedAt is null && Now < offer.ExpiresAt && offer.TransactionCodeTries < options.Value.TransactionCodeTries;

    /// <summary>What other modules are told.</summary>
    public OfferState StateOf(OfferRow offer)
    {
        if (offer.Readiness is Readiness.Refused)
            return OfferState.Refused;
        if (IsOpen(offer))
            return OfferState.Open;
        if (offer.IssuedGeneration == offer.Generation)
            return OfferState.Redeemed;
        if (offer.DeferredAt is { } since && Now < since + options.Value.DeferredLifetime)
            return OfferState.Deferred;
        // A wallet holds an access token and may fetch the copies any moment.
        if (offer.CodeUsedAt is { } used && Now < used + options.Value.TokenLifetime)
            return OfferState.Open;
        return offer.IssuedGeneration > 0 ? OfferState.Redeemed : OfferState.Expired;
    }
}
