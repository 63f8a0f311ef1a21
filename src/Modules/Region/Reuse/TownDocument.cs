// Controlled Identifiers 1.0 §2.1.1, §2.2.3, §2.3.2; RFC 7638 (thumbprint as name of the key).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Reuse;

/// <summary>The document under which a town's key for records of take-overs stands.</summary>
internal static class TownDocument
{
    /// <summary>Where it lives.</summary>
    public const string Address = "/region/town";

    /// <summary>The media type.</summary>
    public const string MediaType = "application/cid";

    /// <summary>The address of a key of a town.</summary>
    public static string MethodOf(string issuer, JsonWebKey key) => $"{issuer}#{key.Thumbprint}";

    /// <summary>The document.</summary>
    public static JsonObject Of(string issuer, JsonWebKey key)
    {
        var method = MethodOf(issuer, key);
        return new()
        {
            ["@context"] = "https://www.w3.org/ns/cid/v1",
            ["id"] = issuer,
            ["verificationMethod"] = new JsonArray(new JsonObject
            {
                ["id"] = method,
                ["type"] = "JsonWebKey",
                ["controller"] = issuer,
                ["publicKeyJwk"] = (key with { KeyId = key.Thumbprint, Algorithm = JoseAlgorithms.Es256, Use = "sig" }).ToJson(),
            }),
            ["assertionMethod"] = new JsonArray(method),
        };
    }
}
