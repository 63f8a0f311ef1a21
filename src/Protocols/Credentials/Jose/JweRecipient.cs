// RFC 7518 §4.6.1, RFC 7516 §4.1.12 (cty).
namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>For whom a JWE is made.</summary>
/// <param name="Key">The recipient's public key; its `kid` goes into the header.</param>
/// <param name="Encryption"><see cref="JoseAlgorithms.A128Gcm"/> or <see cref="JoseAlgorithms.A256Gcm"/>.</param>
public sealed record JweRecipient(JsonWebKey Key, string Encryption)
{
    /// <summary>`cty`, what the plaintext is: "JWT" for a signed token inside (RFC 7519 §5.2); null leaves it out.</summary>
    public string? ContentType { get; init; }

    /// <summary>`apu`, information about the sender (RFC 7518 §4.6.1.2), already base64url; null leaves it out.</summary>
    public string? PartyU { get; init; }

    /// <summary>`apv`, information about the recipient (RFC 7518 §4.6.1.3), already base64url; null leaves it out.</summary>
    public string? PartyV { get; init; }
}
