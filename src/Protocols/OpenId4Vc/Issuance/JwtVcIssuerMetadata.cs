// draft-ietf-oauth-sd-jwt-vc-19 §4 (JWT VC issuer metadata).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>The keys of an issuer for verifiers that find them by address instead of by certificate.</summary>
/// <param name="Issuer">`iss` of its credentials.</param>
/// <param name="Keys">Its public keys.</param>
public sealed record JwtVcIssuerMetadata(string Issuer, IReadOnlyList<JsonWebKey> Keys)
{
    /// <summary>The metadata as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["issuer"] = Issuer,
        ["jwks"] = new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.ToJson())]) },
    };
}
