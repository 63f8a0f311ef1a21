// RFC 9901 §4.1, §4.2; draft-ietf-oauth-sd-jwt-vc-19 §2.2.1 (typ), §2.5 (x5c).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>What an issuer signs.</summary>
/// <param name="Claims">All claims in the clear, without reserved names.</param>
public sealed record SdJwtContents(JsonObject Claims)
{
    /// <summary>`typ` of the header.</summary>
    public string Type { get; init; } = SdJwtNames.CredentialType;

    /// <summary>What becomes selectively disclosable; null: every top-level claim but <see cref="SdJwtNames.VisibleClaims"/>.</summary>
    public IReadOnlyCollection<ClaimPath>? Disclosable { get; init; }

    /// <summary>The holder's key for `cnf.jwk`; null issues a bearer credential.</summary>
    public JsonWebKey? HolderKey { get; init; }

    /// <summary>How many decoy digests hide the number of claims (RFC 9901 §4.2.5).</summary>
    public int Decoys { get; init; }

    /// <summary>`x5c`: leaf and intermediates from <see cref="Trust.CertificateChains.ToX5c"/>; null leaves it out.</summary>
    public JsonArray? X5c { get; init; }
}
