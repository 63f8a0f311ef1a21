// draft-ietf-oauth-attestation-based-client-auth-09 §9.7 (trust management and key resolution); OpenID4VCI 1.0 App. D.1.
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.OpenId4Vc.Attestation;

/// <summary>Who signed an attestation: a wallet provider, or the key storage of a wallet.</summary>
/// <param name="Key">The key that verifies the signature; stays with the trust that gave it.</param>
/// <param name="Certificate">The signer's certificate, or null when its bare key is trusted.</param>
public sealed record AttestationSigner(VerificationKey Key, TrustedCertificate? Certificate);
