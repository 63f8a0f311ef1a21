// OpenID4VP 1.0 §5.9 (client identifier prefixes), §5.9.1 (syntax), §5.9.2 (fallback), §5.9.3 (defined prefixes).
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>Who asks: a prefix that says how to check the name, and the name. Always used as a whole (§14.8).</summary>
/// <param name="Prefix">One of the prefixes this library knows.</param>
/// <param name="Name">What stands after the first colon.</param>
public sealed record ClientIdentifier(string Prefix, string Name)
{
    /// <summary>The name is the hash of the certificate that signed the request.</summary>
    public const string X509Hash = "x509_hash";

    /// <summary>The name is a DNS name of the certificate that signed the request.</summary>
    public const string X509SanDns = "x509_san_dns";

    /// <summary>The name is the address of the answer; such requests cannot be signed.</summary>
    public const string RedirectUri = "redirect_uri";

    /// <summary>The name is the subject of an attestation by a party that wallets trust.</summary>
    public const string VerifierAttestation = "verifier_attestation";

    private const int MaxLength = 2_048;

    /// <summary>
    /// Takes an identifier apart. Names without a prefix would have to be registered beforehand, and a prefix nobody here can check
    /// (`decentralized_identifier`, `openid_federation`, the reserved `origin`, any other) is refused.
    /// </summary>
    public static Checked<ClientIdentifier> Parse(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength })
            return Refuse("client_id is missing or too long.");
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon + 1 == text.Length)
            return Refuse("client_id has no prefix, or nothing behind it.");
        var identifier = new ClientIdentifier(text[..colon], text[(colon + 1)..]);
        return identifier.Prefix is X509Hash or X509SanDns or RedirectUri or VerifierAttestation
            ? identifier
            : Refuse("The prefix of client_id is not supported.");
    }

    /// <inheritdoc />
    public override string ToString() => $"{Prefix}:{Name}";

    private static ProtocolError Refuse(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5.9, §8.5", detail);
}
