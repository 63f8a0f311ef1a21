// draft-ietf-oauth-attestation-based-client-auth-09 §7.4 (errors); RFC 6749 §5.2.
namespace Modellstadt.Protocols.OpenId4Vc.Attestation;

/// <summary>What an authorization server answers when a wallet's attestation does not hold.</summary>
public static class AttestationErrors
{
    /// <summary>The attestation or its proof of possession does not hold; servers may say the general `invalid_client` instead.</summary>
    public const string InvalidClientAttestation = "invalid_client_attestation";

    /// <summary>The attestation holds but is older than the server accepts: the wallet asks its provider for a new one.</summary>
    public const string UseFreshAttestation = "use_fresh_attestation";

    /// <summary>The proof of possession answers no challenge of this server; the answer brings a new challenge.</summary>
    public const string UseAttestationChallenge = "use_attestation_challenge";
}
