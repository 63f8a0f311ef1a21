namespace Modellstadt.Issuer.Offers;

/// <summary>The offer was fetched, has ended or never was: a stranger does not learn which.</summary>
internal sealed record OfferGone() : IssuerRefusal("offer-gone", 404, texts => texts.OfferGone);
