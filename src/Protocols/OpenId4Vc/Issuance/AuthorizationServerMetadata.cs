// RFC 8414 §2, §3.3; OpenID4VCI 1.0 §12.3 (pre-authorized_grant_anonymous_access_supported);
// draft-ietf-oauth-status-list-21 §9.1 (status_list_aggregation_endpoint).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>What the authorization server of an issuer tells wallets.</summary>
/// <param name="Issuer">Its identifier; the issuer's own when it is its own authorization server.</param>
/// <param name="TokenEndpoint">Where codes become access tokens.</param>
public sealed record AuthorizationServerMetadata(string Issuer, Uri TokenEndpoint)
{
    /// <summary>`grant_types_supported`.</summary>
    public IReadOnlyList<string> GrantTypes { get; init; } = [CredentialOfferObject.PreAuthorizedGrant];

    /// <summary>True when a pre-authorized code needs no client authentication.</summary>
    public bool AnonymousAccess { get; init; } = true;

    /// <summary>`status_list_aggregation_endpoint`: where the issuer's status lists are named, or null.</summary>
    public Uri? StatusListAggregationEndpoint { get; init; }

    /// <summary>The metadata as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = Required();
        if (StatusListAggregationEndpoint is not null)
            json["status_list_aggregation_endpoint"] = StatusListAggregationEndpoint.OriginalString;
        return json;
    }

    private JsonObject Required() => new()
    {
        ["issuer"] = Issuer,
        ["token_endpoint"] = TokenEndpoint.OriginalString,
        // RFC 8414 §2: required, even where no response type is offered.
        ["response_types_supported"] = new JsonArray(),
        ["grant_types_supported"] = new JsonArray([.. GrantTypes.Select(grant => JsonValue.Create(grant))]),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("none"),
        ["pre-authorized_grant_anonymous_access_supported"] = AnonymousAccess,
    };

    /// <summary>Reads metadata fetched for the server <paramref name="expectedIssuer"/>.</summary>
    public static Checked<AuthorizationServerMetadata> Parse(ReadOnlySpan<byte> utf8, string expectedIssuer)
        => StrictJson.ParseObject(utf8).Then(json => Read(json, expectedIssuer));

    private static Checked<AuthorizationServerMetadata> Read(JsonObject json, string expectedIssuer)
    {
        if (json.Text("issuer") != expectedIssuer)
            return new ProtocolError(ErrorCodes.Malformed, "RFC 8414 §3.3", "issuer is not the server that was asked.");
        if (!Uri.TryCreate(json.Text("token_endpoint"), UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http"))
            return new ProtocolError(ErrorCodes.Malformed, "RFC 8414 §2", "token_endpoint is missing or not an address.");
        return new AuthorizationServerMetadata(expectedIssuer, endpoint)
        {
            GrantTypes = json["grant_types_supported"] is JsonArray grants ? [.. grants.Select(grant => grant.IsText(out var text) ? text : null).OfType<string>()] : [],
            AnonymousAccess = json["pre-authorized_grant_anonymous_access_supported"] is JsonValue value && value.TryGetValue<bool>(out var allowed) && allowed,
        };
    }
}
