using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Fuzz;

/// <summary>First inputs out of the published test vectors, where they lie beside the checkout.</summary>
internal static class Seeds
{
    private const int MaxLength = 8 * 1024;

    /// <summary>Strings anywhere in the JSON files of these folders that fit, as they are.</summary>
    public static IEnumerable<byte[]> Texts(Func<string, bool> fits, params string[] folders) =>
        Nodes(folders).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>())
            .Where(text => text.Length is > 0 and <= MaxLength && fits(text)).Distinct().Select(Encoding.UTF8.GetBytes);

    /// <summary>Strings of hexadecimal digits under names that say so, as bytes.</summary>
    public static IEnumerable<byte[]> Hex(params string[] folders) =>
        Texts(text => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit), folders).Select(text => Convert.FromHexString(Encoding.ASCII.GetString(text)));

    /// <summary>Objects anywhere in the JSON files of these folders that fit.</summary>
    public static IEnumerable<byte[]> Objects(Func<JsonObject, bool> fits, params string[] folders) =>
        Nodes(folders).OfType<JsonObject>().Where(fits).Select(json => Encoding.UTF8.GetBytes(json.ToJsonString())).Where(bytes => bytes.Length <= MaxLength);

    private static IEnumerable<JsonNode> Nodes(string[] folders)
    {
        if (!SharedFiles.Present)
            return [];
        return folders.Select(folder => SharedFiles.PathOf($"vectors/{folder}")).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Select(Read).OfType<JsonNode>().SelectMany(Below);
    }

    /// <summary>Null for the few vectors that are not meant to be JSON.</summary>
    private static JsonNode? Read(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject members => [node, .. members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Below)],
        JsonArray elements => [node, .. elements.OfType<JsonNode>().SelectMany(Below)],
        _ => [node],
    };
}
