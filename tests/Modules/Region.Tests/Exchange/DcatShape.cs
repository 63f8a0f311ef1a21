using System.Text.Json.Nodes;

namespace Modellstadt.Region.Tests.Exchange;

/// <summary>What DCAT-AP 3.0.1 demands of a document in JSON-LD with our prefixes, said anew: properties that must be there, and what they hold.</summary>
internal static class DcatShape
{
    /// <summary>Breaks of the rules, each in a few words; none for a sound document.</summary>
    public static IEnumerable<string> Breaks(JsonObject document) => Nodes(document).SelectMany(OfNode);

    /// <summary>The nodes with a type, wherever they stand.</summary>
    public static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject members => [.. members.ContainsKey("@type") && !members.ContainsKey("@value") ? [members] : (JsonObject[])[], .. members.Where(member => member.Key != "@context").SelectMany(member => Nodes(member.Value))],
        JsonArray elements => elements.SelectMany(Nodes),
        _ => [],
    };

    private static IEnumerable<string> OfNode(JsonObject node) => node["@type"] switch
    {
        JsonValue type when (string?)type is "dcat:Catalog" => [.. Texts(node, "dct:title", "dct:description"), .. Some(node, "dct:publisher"), .. Some(node, "dcat:dataset"), .. Addresses(node, "foaf:homepage")],
        JsonValue type when (string?)type is "dcat:Dataset" =>
            [.. Texts(node, "dct:title", "dct:description"), .. Some(node, "dct:publisher"), .. Named(node), .. Addresses(node, "dcat:landingPage", "foaf:page", "dcat:theme", "dcatde:politicalGeocodingURI")],
        JsonValue type when (string?)type is "dcat:Distribution" => [.. Some(node, "dcat:accessURL"), .. Addresses(node, "dcat:accessURL", "dct:format", "dcat:mediaType")],
        JsonValue type when (string?)type is "foaf:Agent" => (string?)node["foaf:name"] is { Length: > 0 } ? [] : ["an agent without a name"],
        _ => [],
    };

    private static IEnumerable<string> Named(JsonObject node) => Uri.TryCreate((string?)node["@id"], UriKind.Absolute, out _) ? [] : ["an entry without an address"];

    private static IEnumerable<string> Some(JsonObject node, string property) => node[property] is null ? [$"{node["@type"]} without {property}"] : [];

    private static IEnumerable<string> Texts(JsonObject node, params string[] properties) => properties
        .Where(property => !Values(node[property]).Any() || !Values(node[property]).All(value => value is JsonObject text && (string?)text["@value"] is { Length: > 0 } && (string?)text["@language"] is "de" or "en"))
        .Select(property => $"{node["@type"]} without text in {property}");

    private static IEnumerable<string> Addresses(JsonObject node, params string[] properties) => properties
        .Where(property => !Values(node[property]).All(value => value is JsonObject reference && Uri.TryCreate((string?)reference["@id"], UriKind.Absolute, out _)))
        .Select(property => $"{node["@type"]} without an address in {property}");

    private static IEnumerable<JsonNode?> Values(JsonNode? node) => node is JsonArray several ? several : new[] { node }.Where(value => value is not null);
}
