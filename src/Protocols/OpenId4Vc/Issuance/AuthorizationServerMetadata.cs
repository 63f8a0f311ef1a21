// RFC 8414 §2, §3.3; RFC 7636 §6.2; RFC 9126 §5; RFC 9207 §3; RFC 9396 §10; RFC 9449 §5.1; OpenID4VCI 1.0 §12.3;
// draft-ietf-oauth-attestation-based-client-auth-09 §7, §8 (challenge_endpoint, algorithms);
// draft-ietf-oauth-status-list-21 §9.1 (status_list_aggregation_endpoint).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>What the authorization server of an issuer tells wallets.</summary>
/// <param name="Issuer">Its identifier; the issuer's own when it is its own authorization server.</param>
/// <param name="TokenEndpoint">Where codes become access tokens.</param>
public sealed record AuthorizationServerMetadata(string Issuer, Uri TokenEndpoint)
{
    /// <summary>The authentication method by wallet attestation.</summary>
    public const string AttestationMethod = "attest_jwt_client_auth";

    /// <summary>`grant_types_supported`.</summary>
    public IReadOnlyList<string> GrantTypes { get; init; } = [CredentialOfferObject.PreAuthorizedGrant];

    /// <summary>`authorization_endpoint`: where browsers go; null without the authorization code grant.</summary>
    public Uri? AuthorizationEndpoint { get; init; }

    /// <summary>`pushed_authorization_request_endpoint`, or null.</summary>
    public Uri? PushedRequestEndpoint { get; init; }

    /// <summary>`require_pushed_authorization_requests`: true when nothing is granted without.</summary>
    public bool RequiresPushedRequests { get; init; }

    /// <summary>`challenge_endpoint`: where wallets fetch what the proof beside their attestation answers; null when none is needed.</summary>
    public Uri? ChallengeEndpoint { get; init; }

    /// <summary>`token_endpoint_auth_methods_supported`.</summary>
    public IReadOnlyList<string> ClientAuthentication { get; init; } = ["none"];

    /// <summary>`dpop_signing_alg_values_supported`; empty when tokens are never bound.</summary>
    public IReadOnlyList<string> DpopAlgorithms { get; init; } = [];

    /// <summary>`scopes_supported`.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>True when a pre-authorized code needs no client authentication.</summary>
    public bool AnonymousAccess { get; init; } = true;

    /// <summary>`status_list_aggregation_endpoint`: where the issuer's status lists are named, or null.</summary>
    public Uri? StatusListAggregationEndpoint { get; init; }

    /// <summary>The metadata as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["issuer"] = Issuer, ["token_endpoint"] = TokenEndpoint.OriginalString };
        AddAddress(json, "authorization_endpoint", AuthorizationEndpoint);
        AddAddress(json, "pushed_authorization_request_endpoint", PushedRequestEndpoint);
        if (RequiresPushedRequests)
            json["require_pushed_authorization_requests"] = true;
        // RFC 8414 §2: required, even where no response type is offered.
        json["response_types_supported"] = AuthorizationEndpoint is null ? [] : new JsonArray("code");
        if (AuthorizationEndpoint is not null)
            AddCodeFlow(json);
        json["grant_types_supported"] = Names(GrantTypes);
        json["token_endpoint_auth_methods_supported"] = Names(ClientAuthentication);
        AddAddress(json, "challenge_endpoint", ChallengeEndpoint);
        if (ClientAuthentication.Contains(AttestationMethod))
        {
            json["client_attestation_signing_alg_values_supported"] = new JsonArray(JoseAlgorithms.Es256);
            json["client_attestation_pop_signing_alg_values_supported"] = new JsonArray(JoseAlgorithms.Es256);
        }

        if (DpopAlgorithms.Count > 0)
            json["dpop_signing_alg_values_supported"] = Names(DpopAlgorithms);
        json["pre-authorized_grant_anonymous_access_supported"] = AnonymousAccess;
        AddAddress(json, "status_list_aggregation_endpoint", StatusListAggregationEndpoint);
        return json;
    }

    /// <summary>Reads metadata fetched for the server <paramref name="expectedIssuer"/>.</summary>
    public static Checked<AuthorizationServerMetadata> Parse(ReadOnlySpan<byte> utf8, string expectedIssuer)
        => StrictJson.ParseObject(utf8).Then(json => Read(json, expectedIssuer));

    private void AddCodeFlow(JsonObject json)
    {
        json["response_modes_supported"] = new JsonArray("query");
        json["code_challenge_methods_supported"] = new JsonArray(CodeChallenge.Method);
        json["authorization_response_iss_parameter_supported"] = true;
        json["authorization_details_types_supported"] = new JsonArray(AuthorizationDetails.Type);
        json["scopes_supported"] = Names(Scopes);
    }

    private static Checked<AuthorizationServerMetadata> Read(JsonObject json, string expectedIssuer)
    {
        if (json.Text("issuer") != expectedIssuer)
            return new ProtocolError(ErrorCodes.Malformed, "RFC 8414 §3.3", "issuer is not the server that was asked.");
        if (Address(json, "token_endpoint") is not { } endpoint)
            return new ProtocolError(ErrorCodes.Malformed, "RFC 8414 §2", "token_endpoint is missing or not an address.");
        return new AuthorizationServerMetadata(expectedIssuer, endpoint)
        {
            GrantTypes = ReadNames(json["grant_types_supported"]),
            AuthorizationEndpoint = Address(json, "authorization_endpoint"),
            PushedRequestEndpoint = Address(json, "pushed_authorization_request_endpoint"),
            RequiresPushedRequests = IsTrue(json, "require_pushed_authorization_requests"),
            ChallengeEndpoint = Address(json, "challenge_endpoint"),
            ClientAuthentication = ReadNames(json["token_endpoint_auth_methods_supported"]),
            DpopAlgorithms = ReadNames(json["dpop_signing_alg_values_supported"]),
            Scopes = ReadNames(json["scopes_supported"]),
            AnonymousAccess = IsTrue(json, "pre-authorized_grant_anonymous_access_supported"),
        };
    }

    private static void AddAddress(JsonObject json, string name, Uri? address)
    {
        if (address is not null)
            json[name] = address.OriginalString;
    }

    private static Uri? Address(JsonObject json, string name)
        => Uri.TryCreate(json.Text(name), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;

    private static bool IsTrue(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => JsonValue.Create(name))];

    private static List<string> ReadNames(JsonNode? node)
        => node is JsonArray names ? [.. names.Select(name => name.IsText(out var text) ? text : null).OfType<string>()] : [];
}
