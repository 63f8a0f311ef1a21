// OpenID4VCI 1.0 §6.2 (token response); RFC 6749 §5.1; RFC 6750 §4.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>An access token for the credential endpoint.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="ExpiresIn">How long it lives.</param>
public sealed record TokenResponse(string AccessToken, TimeSpan ExpiresIn)
{
    /// <summary>Reads the answer of a token endpoint.</summary>
    public static Checked<TokenResponse> Parse(ReadOnlySpan<byte> utf8) => StrictJson.ParseObject(utf8).Then(Read);

    /// <summary>The answer as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["access_token"] = AccessToken,
        ["token_type"] = "Bearer",
        ["expires_in"] = (long)ExpiresIn.TotalSeconds,
    };

    private static Checked<TokenResponse> Read(JsonObject json)
    {
        if (json.Text("access_token") is not { Length: > 0 } token)
            return Refuse("access_token is missing.");
        // RFC 6749 §5.1: the type is compared without regard to case.
        if (!string.Equals(json.Text("token_type"), "Bearer", StringComparison.OrdinalIgnoreCase))
            return Refuse("token_type is not Bearer.");
        return json.ContainsKey("expires_in") && json.Integer("expires_in") is not (> 0 and <= int.MaxValue)
            ? Refuse("expires_in is not a positive number.")
            : new TokenResponse(token, TimeSpan.FromSeconds(json.Integer("expires_in") ?? 0));
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "RFC 6749 §5.1", detail);
}
