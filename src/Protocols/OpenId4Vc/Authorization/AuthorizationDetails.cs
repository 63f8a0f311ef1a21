// RFC 9396 §2, §5, §7; OpenID4VCI 1.0 §5.1.1 (type openid_credential), §6.2 (credential_identifiers).
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>Which credentials a request is about: `authorization_details` of type openid_credential.</summary>
public static class AuthorizationDetails
{
    /// <summary>The one type.</summary>
    public const string Type = "openid_credential";

    /// <summary>Name of the parameter and of the member of token responses.</summary>
    public const string Parameter = "authorization_details";

    private const int MaxEntries = 8;

    private static readonly JsonLimits Limits = new(MaxBytes: 8 * 1024, MaxDepth: 10, MaxValues: 400);

    /// <summary>The credential configurations asked for, none twice; empty when the parameter is absent.</summary>
    /// <param name="text">The parameter.</param>
    /// <param name="issuer">The credential issuer; `locations`, where they stand, must name it.</param>
    public static Checked<IReadOnlyList<string>> Parse(string? text, string issuer)
    {
        if (text is null)
            return Array.Empty<string>();
        if (!StrictJson.ParseArray(Encoding.UTF8.GetBytes(text), Limits).TryGetValue(out var entries, out var error))
            return Refuse("RFC 9396 §2", error.Detail);
        if (entries.Count is 0 or > MaxEntries)
            return Refuse("RFC 9396 §2", $"There are not 1 to {MaxEntries} entries.");
        var ids = new List<string>(entries.Count);
        foreach (var entry in entries)
        {
            if (!Read(entry, issuer).TryGetValue(out var id, out error))
                return error;
            if (!ids.Contains(id))
                ids.Add(id);
        }

        return ids;
    }

    /// <summary>The parameter that asks for one configuration.</summary>
    public static string Ask(string configurationId) => Encoding.UTF8.GetString(StrictJson.Write(new JsonArray(Entry(configurationId))));

    /// <summary>The member of a token response: what was granted, under which identifiers.</summary>
    public static JsonArray Grant(string configurationId, params IEnumerable<string> identifiers)
    {
        var entry = Entry(configurationId);
        entry["credential_identifiers"] = new JsonArray([.. identifiers.Select(identifier => JsonValue.Create(identifier))]);
        return [entry];
    }

    /// <summary>The same for several configurations with one data set each, identified by the configuration's id.</summary>
    public static JsonArray Grant(IEnumerable<string> configurationIds) =>
        [.. configurationIds.Select(id => Grant(id, id)[0]!.DeepClone())];

    /// <summary>The identifiers that a token response gives for a configuration; empty when it names none.</summary>
    public static IReadOnlyList<string> ReadIdentifiers(JsonNode? granted, string configurationId) => granted is JsonArray entries
        ? [.. entries.OfType<JsonObject>()
            .Where(entry => entry.Text("type") == Type && entry.Text("credential_configuration_id") == configurationId)
            .SelectMany(entry => entry["credential_identifiers"] as JsonArray ?? [])
            .Select(identifier => identifier.IsText(out var text) ? text : null).OfType<string>()]
        : [];

    private static Checked<string> Read(JsonNode? node, string issuer)
    {
        if (node is not JsonObject entry || entry.Text("type") != Type)
            return Refuse("OpenID4VCI 1.0 §5.1.1", $"An entry is not of type {Type}.");
        // §5.1.1: unknown members never make it invalid.
        if (entry.TryGetPropertyValue("locations", out var locations) && !Names(locations, issuer))
            return Refuse("OpenID4VCI 1.0 §5.1.1", "locations does not name this issuer.");
        return entry.Text("credential_configuration_id") is { Length: > 0 } id
            ? id
            : Refuse("OpenID4VCI 1.0 §5.1.1", "credential_configuration_id is missing.");
    }

    private static bool Names(JsonNode? locations, string issuer) => locations is JsonArray addresses && addresses.Any(address => address.IsText(out var text) && text == issuer);

    private static JsonObject Entry(string configurationId) => new() { ["type"] = Type, ["credential_configuration_id"] = configurationId };

    private static ProtocolError Refuse(string clause, string detail) => new(AuthorizationErrors.InvalidAuthorizationDetails, clause, detail);
}
