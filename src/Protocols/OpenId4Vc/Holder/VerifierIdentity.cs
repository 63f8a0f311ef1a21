// OpenID4VP 1.0 §5.9.3 (client identifier prefixes), §14.8 (the full client identifier).
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>Who asks, as far as a wallet could check it.</summary>
/// <param name="Client">The client identifier, checked as its prefix says.</param>
public sealed record VerifierIdentity(ClientIdentifier Client)
{
    /// <summary>The certificate that signed the request and leads to a pinned anchor; null when the request was not signed with one.</summary>
    public TrustedCertificate? Certificate { get; init; }

    /// <summary>The attestation of the key that signed the request; null when there is none.</summary>
    public VerifierAttestation? Attestation { get; init; }

    /// <summary>False when nobody vouches for the verifier: all that is known is the address of the answer (`redirect_uri`).</summary>
    public bool IsAuthenticated => Certificate is not null || Attestation is not null;
}
