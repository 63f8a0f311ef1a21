// OpenID4VCI 1.0 §12.2.4 (display), App. B.2.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A name for one language.</summary>
/// <param name="Name">The name.</param>
/// <param name="Locale">BCP 47 tag, or null for any language.</param>
public sealed record DisplayText(string Name, string? Locale = null)
{
    /// <summary>Colour of a card, `#rrggbb`, or null.</summary>
    public string? BackgroundColor { get; init; }

    /// <summary>Colour of the text on a card, `#rrggbb`, or null.</summary>
    public string? TextColor { get; init; }

    /// <summary>The `display` array.</summary>
    public static JsonArray ToJson(IEnumerable<DisplayText> texts) => [.. texts.Select(text => text.ToJson())];

    /// <summary>Reads a `display` array; entries without a name are left out, as they only serve people.</summary>
    public static IReadOnlyList<DisplayText> Read(JsonNode? display)
        => display is JsonArray entries
            ? [.. entries.OfType<JsonObject>().Where(entry => entry.Text("name") is not null).Select(Read)]
            : [];

    private static DisplayText Read(JsonObject json) => new(json.Text("name")!, json.Text("locale"))
    {
        BackgroundColor = json.Text("background_color"),
        TextColor = json.Text("text_color"),
    };

    private JsonObject ToJson()
    {
        var json = new JsonObject { ["name"] = Name };
        if (Locale is not null)
            json["locale"] = Locale;
        if (BackgroundColor is not null)
            json["background_color"] = BackgroundColor;
        if (TextColor is not null)
            json["text_color"] = TextColor;
        return json;
    }
}
