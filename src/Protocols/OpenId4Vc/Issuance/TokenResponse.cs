// OpenID4VCI 1.0 §6.2 (token response); RFC 6749 §5.1; RFC 6750 §4; RFC 9449 §5 (token_type DPoP).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>An access token for the credential endpoint.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="ExpiresIn">How long it lives.</param>
public sealed record TokenResponse(string AccessToken, TimeSpan ExpiresIn)
{
    private const string Bearer = "Bearer";

    /// <summary>True when the token is bound to a key (`token_type` DPoP), false for a bearer token.</summary>
    public bool IsBound { get; init; }

    /// <summary>`refresh_token`: for fresh copies later; null when there is none.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>`scope`: what was granted, where it was asked for by scope; otherwise null.</summary>
    public string? Scope { get; init; }

    /// <summary>`authorization_details` with `credential_identifiers`; null when they were not used.</summary>
    public JsonArray? Details { get; init; }

    /// <summary>Reads the answer of a token endpoint.</summary>
    public static Checked<TokenResponse> Parse(ReadOnlySpan<byte> utf8) => StrictJson.ParseObject(utf8).Then(Read);

    /// <summary>The answer as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["access_token"] = AccessToken,
            ["token_type"] = IsBound ? DpopProof.Scheme : Bearer,
            ["expires_in"] = (long)ExpiresIn.TotalSeconds,
        };
        if (RefreshToken is not null)
            json["refresh_token"] = RefreshToken;
        if (Scope is not null)
            json["scope"] = Scope;
        if (Details is not null)
            json[AuthorizationDetails.Parameter] = Details.DeepClone();
        return json;
    }

    private static Checked<TokenResponse> Read(JsonObject json)
    {
        if (json.Text("access_token") is not { Length: > 0 } token)
            return Refuse("access_token is missing.");
        // RFC 6749 §5.1: the type is compared without regard to case.
        var bound = string.Equals(json.Text("token_type"), DpopProof.Scheme, StringComparison.OrdinalIgnoreCase);
        if (!bound && !string.Equals(json.Text("token_type"), Bearer, StringComparison.OrdinalIgnoreCase))
            return Refuse("token_type is neither Bearer nor DPoP.");
        if (json.ContainsKey("expires_in") && json.Integer("expires_in") is not (> 0 and <= int.MaxValue))
            return Refuse("expires_in is not a positive number.");
        return new TokenResponse(token, TimeSpan.FromSeconds(json.Integer("expires_in") ?? 0))
        {
            IsBound = bound,
            RefreshToken = json.Text("refresh_token"),
            Scope = json.Text("scope"),
            Details = json[AuthorizationDetails.Parameter]?.DeepClone() as JsonArray,
        };
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "RFC 6749 §5.1", detail);
}
