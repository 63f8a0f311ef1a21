using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;

namespace Modellstadt.Issuer.Offers;

/// <summary>Which credential type an open offer is of.</summary>
internal sealed class OfferTypes(HostedIssuers issuers, OfferClock clock)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>The type of an offer that this issuer made and a wallet can still redeem; null otherwise.</summary>
    public CredentialType? OfOpen(OfferRow offer, HostedIssuer issuer) => clock.IsOpen(offer) ? Of(offer.ConfigurationId, issuer) : null;

    /// <summary>The type of an offer that a wallet can still redeem; null otherwise.</summary>
    public CredentialType? OfOpen(OfferRow offer) => clock.IsOpen(offer) ? issuers.FindType(offer.ConfigurationId) : null;

    /// <summary>The type when this issuer has it; null otherwise.</summary>
    public CredentialType? Of(string configurationId, HostedIssuer issuer) =>
        issuers.FindType(configurationId) is { } type && type.IssuerSlug == issuer.Identity.Slug ? type : null;
}
