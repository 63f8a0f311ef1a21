// RFC 8725 (JWT best current practices) §3.1, §3.10, §3.11.
namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>What the caller expects in the header of a JWS. The message itself never chooses key or algorithm.</summary>
/// <param name="Types">Accepted `typ` values, compared exactly; null accepts any or none.</param>
public sealed record JwsRules(IReadOnlySet<string>? Types)
{
    /// <summary>True only where the protocol puts the key to be proved into the header (a key proof).</summary>
    public bool KeyInHeader { get; init; }

    /// <summary>True only where the caller validates `x5c` against pinned anchors.</summary>
    public bool CertificatesInHeader { get; init; }

    /// <summary>Exactly one accepted type.</summary>
    public static JwsRules ForType(string type) => new(new HashSet<string> { type });
}
