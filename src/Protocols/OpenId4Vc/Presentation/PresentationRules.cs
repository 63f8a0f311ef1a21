// OpenID4VP 1.0 §14.1 (replay), Appendix B.2 (mdoc), B.3.6 (SD-JWT VC).
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>What a verifier demands of presentations.</summary>
/// <param name="Question">The question they answer.</param>
/// <param name="Trust">Whom to believe.</param>
/// <param name="Now">The time of verification.</param>
public sealed record PresentationRules(WalletQuestion Question, CredentialTrust Trust, DateTimeOffset Now)
{
    /// <summary>How old the key binding may be.</summary>
    public TimeSpan MaxKeyBindingAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far the wallet's clock may run ahead.</summary>
    public TimeSpan MaxKeyBindingAhead { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whose mdocs to believe; nobody's, unless the verifier says it.</summary>
    public MdocCredentialTrust MdocTrust { get; init; } = (_, _) =>
        new ProtocolError(ErrorCodes.UntrustedIssuer, "ISO/IEC 18013-5 §9.3.3", "No issuer of mdocs is trusted.");
}

/// <summary>
/// Finds the certificate of a credential's issuer among those trusted for this type, by validating the `x5c` of the JWT, which
/// is not verified yet.
/// </summary>
public delegate Checked<TrustedCertificate> CredentialTrust(string credentialType, CompactJws issuerJwt);

/// <summary>Finds the document signer of an mdoc among those trusted for this document type, by validating the `x5chain` in the headers of issuerAuth.</summary>
public delegate Checked<TrustedCertificate> MdocCredentialTrust(string documentType, CoseHeaders headers);
