namespace Modellstadt.Issuer.Management;

/// <summary>Something that every offer needs is missing.</summary>
internal sealed record IncompleteOffer() : IssuerRefusal("incomplete-offer", 400, texts => texts.IncompleteOffer);

/// <summary>No issuer here has this credential configuration.</summary>
internal sealed record UnknownCredentialType() : IssuerRefusal("unknown-credential-type", 422, texts => texts.UnknownCredentialType);

/// <summary>The claims contain one that only the issuer makes.</summary>
internal sealed record ReservedClaim() : IssuerRefusal("reserved-claim", 422, texts => texts.ReservedClaim);

/// <summary>No offer has this id.</summary>
internal sealed record UnknownOffer() : IssuerRefusal("unknown-offer", 404, texts => texts.UnknownOffer);

/// <summary>Nothing was ever offered to this subject.</summary>
internal sealed record UnknownSubject() : IssuerRefusal("unknown-subject", 404, texts => texts.UnknownSubject);

/// <summary>The status is none of valid, suspended, revoked.</summary>
internal sealed record UnknownStatus() : IssuerRefusal("unknown-status", 422, texts => texts.UnknownStatus);

/// <summary>It was decided otherwise before.</summary>
internal sealed record OfferDecided() : IssuerRefusal("offer-decided", 409, texts => texts.OfferDecided);
