// RFC 8259 §5: arrays of names, as metadata documents are full of them.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>Reads and writes arrays of strings.</summary>
internal static class NameLists
{
    /// <summary>The names as array.</summary>
    public static JsonArray ToJson(IEnumerable<string> names) => [.. names.Select(name => JsonValue.Create(name))];

    /// <summary>The strings in an array, in their order; anything else in it is left out. Empty when it is no array.</summary>
    public static IReadOnlyList<string> Read(JsonNode? node)
        => node is JsonArray names ? [.. names.Select(name => name.IsText(out var text) ? text : null).OfType<string>()] : [];
}
