namespace Modellstadt.Issuer.Management;

/// <summary>Something that every offer needs is missing.</summary>
internal sealed record IncompleteOffer() : IssuerRefusal("incomplete-offer", 400, texts => texts.IncompleteOffer);

/// <summary>No issuer here has this credential configuration.</summary>
internal sealed record UnknownCredentialType() : IssuerRefusal("unknown-credential-type", 422, texts => texts.UnknownCredentialType);

/// <summary>The claims contain one that only the issuer makes.</summary>
internal sealed record ReservedClaim() : IssuerRefusal("reserved-claim", 422, texts => texts.ReservedClaim);

/// <summary>No offer has this id.</summary>
internal sealed record UnknownOffer() : IssuerRefusal("unknown-offer", 404, texts => texts.UnknownOffer);
