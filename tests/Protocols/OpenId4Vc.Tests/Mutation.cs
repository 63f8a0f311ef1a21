using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Modellstadt.Protocols.OpenId4Vc.Tests;

/// <summary>Makes broken messages out of valid ones.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e300", "99999999999999999999", "\"\"", "\"x\"", "\"ä𝄞\"", "\"https://[\"", "[]", "[null]", "[[]]", "[\"a\",\"a\"]", "{}", """{"a":{}}""",
    ];

    private static readonly Gen<JsonNode?> Foreign = Gen.Int[0, Values.Length - 1].Select(number => JsonNode.Parse(Values[number]));

    /// <summary>Bytes of a valid message with up to five bytes changed, removed or doubled.</summary>
    public static Gen<byte[]> OfBytes(byte[] valid) =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, Math.Max(0, valid.Length - 1)], Gen.Byte).Array[1, 5].Select(changes => changes.Aggregate(valid, Change));

    /// <summary>A valid text, changed as bytes are.</summary>
    public static Gen<string> OfText(string valid) => OfBytes(Encoding.UTF8.GetBytes(valid)).Select(Encoding.UTF8.GetString);

    /// <summary>A valid object with one to three members or elements, anywhere, removed or of another type or value.</summary>
    public static Gen<JsonObject> OfJson(JsonObject valid) =>
        Gen.Select(Gen.Int[0, 10_000], Foreign, Gen.Bool).Array[1, 3].Select(changes =>
        {
            var json = valid.DeepClone().AsObject();
            foreach (var (place, value, remove) in changes)
                Replace(json, place, value, remove);
            return json;
        });

    private static byte[] Change(byte[] bytes, (int Kind, int Place, byte Value) change)
    {
        var place = Math.Min(change.Place, bytes.Length);
        return change.Kind switch
        {
            0 when place < bytes.Length => [.. bytes[..place], change.Value, .. bytes[(place + 1)..]],
            1 when place < bytes.Length => [.. bytes[..place], .. bytes[(place + 1)..]],
            _ => [.. bytes[..place], change.Value, .. bytes[place..]],
        };
    }

    private static void Replace(JsonObject json, int place, JsonNode? value, bool remove)
    {
        var places = Places(json).ToArray();
        if (places.Length == 0)
            return;
        switch (places[place % places.Length])
        {
            case (JsonObject parent, string name) when remove:
                parent.Remove(name);
                break;
            case (JsonObject parent, string name):
                parent[name] = value?.DeepClone();
                break;
            case (JsonArray parent, int position) when remove:
                parent.RemoveAt(position);
                break;
            case (JsonArray parent, int position):
                parent[position] = value?.DeepClone();
                break;
        }
    }

    private static IEnumerable<(JsonNode Parent, object At)> Places(JsonNode node) => node switch
    {
        JsonObject json => json.SelectMany(member => (IEnumerable<(JsonNode, object)>)[(json, member.Key), .. member.Value is { } value ? Places(value) : []]),
        JsonArray array => array.SelectMany((element, position) => (IEnumerable<(JsonNode, object)>)[(array, position), .. element is { } value ? Places(value) : []]),
        _ => [],
    };
}
