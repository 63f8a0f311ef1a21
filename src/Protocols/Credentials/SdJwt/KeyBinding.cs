// RFC 9901 §4.3.
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>What a holder confirms with a Key Binding JWT.</summary>
/// <param name="Audience">`aud`: the verifier; for OpenID4VP its client identifier with prefix.</param>
/// <param name="Nonce">`nonce` of the verifier.</param>
/// <param name="IssuedAt">`iat`, cut to seconds.</param>
public sealed record KeyBinding(string Audience, string Nonce, DateTimeOffset IssuedAt)
{
    /// <summary>Further claims, for example hashes of transactions (OpenID4VP 1.0 Appendix B.3.3.1).</summary>
    public JsonObject Claims { get; init; } = [];
}
