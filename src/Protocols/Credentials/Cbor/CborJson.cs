// RFC 8949 §6.1 (from CBOR to JSON), §6.2 (from JSON to CBOR); OpenID4VP 1.0 Appendix B.2.1, §6.4.1 (values of an mdoc are matched in this form).
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>From CBOR to JSON, for queries and for people, and from JSON to CBOR.</summary>
public static class CborJson
{
    // RFC 8949 §3.4.3: the content of these tags is a big number.
    private const ulong PositiveBignum = 2;
    private const ulong NegativeBignum = 3;

    /// <summary>
    /// Numbers, texts, truth values, arrays and maps as themselves; byte strings as base64url; tags as what they enclose, so a date is its
    /// text; what JSON does not know is null.
    /// </summary>
    public static JsonNode? ToJson(this CborItem item) => item.Kind switch
    {
        CborKind.Integer => FromInteger(item.Integer!.Value),
        CborKind.Text => JsonValue.Create(item.Text),
        CborKind.Bytes => JsonValue.Create(Base64Url.Encode(item.Bytes!.Value.Span)),
        CborKind.Array => new JsonArray([.. item.Elements!.Select(ToJson)]),
        CborKind.Map => FromMap(item.Entries!),
        CborKind.Tag => FromTag(item.TagNumber!.Value, item.Tagged!),
        CborKind.Float => double.IsFinite(item.Float!.Value) ? JsonValue.Create(item.Float.Value) : null,
        _ => item.Boolean is { } truth ? JsonValue.Create(truth) : null,
    };

    /// <summary>The CBOR form of JSON: what <see cref="ToJson"/> turns back into the same; whole numbers of 64 bits are integers.</summary>
    public static CborItem FromJson(JsonNode? node) => node switch
    {
        JsonArray elements => CborItem.Array(elements.Select(FromJson)),
        JsonObject members => CborItem.Map(members.Select(member => CborEntry.Of(member.Key, FromJson(member.Value)))),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => CborItem.Of(value.GetValue<string>()),
            JsonValueKind.Number => value.TryGetValue<long>(out var number) ? CborItem.Of(number) : CborItem.Of(value.GetValue<double>()),
            JsonValueKind.True or JsonValueKind.False => CborItem.Of(value.GetValue<bool>()),
            _ => CborItem.Null,
        },
        _ => CborItem.Null,
    };

    private static JsonNode FromInteger(Int128 number) => number >= long.MinValue && number <= long.MaxValue
        ? JsonValue.Create((long)number)
        : JsonNode.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture))!;

    private static JsonObject FromMap(IReadOnlyList<CborEntry> entries)
    {
        var json = new JsonObject();
        foreach (var (key, value) in entries)
        {
            // Two keys of different kinds may have one name; the first one stays.
            var name = key.Text ?? key.ToJson()!.ToString();
            json.TryAdd(name, value.ToJson());
        }

        return json;
    }

    // RFC 8949 §6.1: a negative big number is marked with a tilde.
    private static JsonNode? FromTag(ulong tag, CborItem content) => tag switch
    {
        PositiveBignum when content.Bytes is { } bytes => JsonValue.Create(Base64Url.Encode(bytes.Span)),
        NegativeBignum when content.Bytes is { } bytes => JsonValue.Create("~" + Base64Url.Encode(bytes.Span)),
        _ => content.ToJson(),
    };
}
