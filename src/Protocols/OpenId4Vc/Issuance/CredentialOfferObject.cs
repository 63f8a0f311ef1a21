// OpenID4VCI 1.0 §4.1.1 (credential offer parameters).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>What an issuer offers to a wallet.</summary>
/// <param name="CredentialIssuer">The issuer's identifier.</param>
/// <param name="ConfigurationIds">Which of the issuer's credential configurations; not empty, no one twice.</param>
public sealed record CredentialOfferObject(string CredentialIssuer, IReadOnlyList<string> ConfigurationIds)
{
    /// <summary>The grant type of the pre-authorized code flow (§6.1).</summary>
    public const string PreAuthorizedGrant = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    private const string AuthorizationCodeGrant = "authorization_code";
    private const int MaxConfigurations = 20;

    /// <summary>The pre-authorized code, or null when the offer has none.</summary>
    public string? PreAuthorizedCode { get; init; }

    /// <summary>What the person must type in along with the pre-authorized code; null when nothing.</summary>
    public TransactionCode? TransactionCode { get; init; }

    /// <summary>True when the wallet may come through the authorization endpoint.</summary>
    public bool AllowsAuthorizationCode { get; init; }

    /// <summary>`issuer_state` for the authorization request, or null.</summary>
    public string? IssuerState { get; init; }

    /// <summary>`authorization_server` of the pre-authorized code grant, or null when the issuer has only one.</summary>
    public string? AuthorizationServer { get; init; }

    /// <summary>Reads an offer, by value or fetched from its address.</summary>
    public static Checked<CredentialOfferObject> Parse(ReadOnlySpan<byte> utf8)
        => StrictJson.ParseObject(utf8, new JsonLimits(MaxBytes: 16 * 1024, MaxDepth: 8, MaxValues: 200)).Then(Parse);

    /// <summary>Reads a parsed offer.</summary>
    public static Checked<CredentialOfferObject> Parse(JsonObject json)
    {
        if (!IsIssuer(json.Text("credential_issuer")))
            return Refuse("credential_issuer is missing or not an address without query and fragment.");
        if (json["credential_configuration_ids"] is not JsonArray { Count: > 0 and <= MaxConfigurations } ids)
            return Refuse($"credential_configuration_ids is not an array of 1 to {MaxConfigurations} ids.");
        var configurations = new List<string>(ids.Count);
        foreach (var node in ids)
        {
            if (!node.IsText(out var id) || configurations.Contains(id))
                return Refuse("A credential configuration id is not a string or stands twice.");
            configurations.Add(id);
        }

        var offer = new CredentialOfferObject(json.Text("credential_issuer")!, configurations);
        return json.TryGetPropertyValue("grants", out var grants) ? ReadGrants(offer, grants) : offer;
    }

    /// <summary>The offer as JSON.</summary>
    public JsonObject ToJson()
    {
        var grants = new JsonObject();
        if (AllowsAuthorizationCode)
            grants[AuthorizationCodeGrant] = IssuerState is null ? [] : new JsonObject { ["issuer_state"] = IssuerState };
        if (PreAuthorizedCode is not null)
            grants[PreAuthorizedGrant] = PreAuthorized(PreAuthorizedCode);
        var json = new JsonObject
        {
            ["credential_issuer"] = CredentialIssuer,
            ["credential_configuration_ids"] = new JsonArray([.. ConfigurationIds.Select(id => JsonValue.Create(id))]),
        };
        if (grants.Count > 0)
            json["grants"] = grants;
        return json;
    }

    private JsonObject PreAuthorized(string code)
    {
        var grant = new JsonObject { ["pre-authorized_code"] = code };
        if (TransactionCode is not null)
            grant["tx_code"] = TransactionCode.ToJson();
        if (AuthorizationServer is not null)
            grant["authorization_server"] = AuthorizationServer;
        return grant;
    }

    private static Checked<CredentialOfferObject> ReadGrants(CredentialOfferObject offer, JsonNode? node)
    {
        if (node is not JsonObject grants)
            return Refuse("grants is not an object.");
        if (grants.ContainsKey(AuthorizationCodeGrant))
        {
            if (grants.Object(AuthorizationCodeGrant) is not { } authorizationCode)
                return Refuse("The authorization code grant is not an object.");
            offer = offer with { AllowsAuthorizationCode = true, IssuerState = authorizationCode.Text("issuer_state") };
        }

        if (!grants.ContainsKey(PreAuthorizedGrant))
            return offer;
        if (grants.Object(PreAuthorizedGrant) is not { } preAuthorized || preAuthorized.Text("pre-authorized_code") is not { Length: > 0 } code)
            return Refuse("The pre-authorized code is missing.");
        offer = offer with { PreAuthorizedCode = code, AuthorizationServer = preAuthorized.Text("authorization_server") };
        if (!preAuthorized.TryGetPropertyValue("tx_code", out var transactionCode))
            return offer;
        return transactionCode is JsonObject found
            ? TransactionCode.Parse(found).Then<CredentialOfferObject>(rules => offer with { TransactionCode = rules })
            : Refuse("tx_code is not an object.");
    }

    // §12.2.1: an address with scheme, host and optionally port and path.
    private static bool IsIssuer(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Query.Length + uri.Fragment.Length == 0;

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "OpenID4VCI 1.0 §4.1.1", detail);
}
