// OpenID4VP 1.0 §5.1 (client_metadata), §8.3 (encrypted responses).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>How a verifier wants its answer encrypted.</summary>
/// <param name="Key">Its public key for ECDH-ES, with `kid`.</param>
/// <param name="Encryptions">Accepted `enc` values.</param>
public sealed record ResponseEncryption(JsonWebKey Key, IReadOnlyList<string> Encryptions)
{
    /// <summary>What HAIP 1.0 §5 demands of every verifier.</summary>
    public static IReadOnlyList<string> DefaultEncryptions { get; } = [JoseAlgorithms.A128Gcm, JoseAlgorithms.A256Gcm];

    /// <summary>The members of `client_metadata`.</summary>
    internal JsonObject ToJson() => new()
    {
        ["jwks"] = new JsonObject { ["keys"] = new JsonArray((Key with { Use = "enc", Algorithm = JoseAlgorithms.EcdhEs }).ToJson()) },
        ["encrypted_response_enc_values_supported"] = new JsonArray([.. Encryptions]),
    };
}
