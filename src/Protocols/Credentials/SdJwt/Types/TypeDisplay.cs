// draft-ietf-oauth-sd-jwt-vc-19 §5.5 (display), §5.5.1.1 (rendering method "simple").
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt.Types;

/// <summary>How a type is shown in one language.</summary>
/// <param name="Locale">A language tag (RFC 5646).</param>
/// <param name="Name">Its name, for people.</param>
public sealed record TypeDisplay(string Locale, string Name)
{
    /// <summary>`description`, for people.</summary>
    public string? Description { get; init; }

    /// <summary>`background_color` of the method "simple", a CSS colour. Pictures and SVG templates are neither written nor read.</summary>
    public string? BackgroundColor { get; init; }

    /// <summary>`text_color` of the method "simple", a CSS colour.</summary>
    public string? TextColor { get; init; }

    /// <summary>Reads an entry of `display`.</summary>
    public static Checked<TypeDisplay> Parse(JsonObject json)
    {
        if (json.Text("locale") is not { Length: > 0 } locale || json.Text("name") is not { Length: > 0 } name)
            return TypeMetadata.Refuse("§5.5", "locale or name of a display is missing.");
        if (json.ContainsKey("rendering") && json.Object("rendering") is null)
            return TypeMetadata.Refuse("§5.5.1", "rendering is not an object.");
        var simple = json.Object("rendering")?.Object("simple");
        return new TypeDisplay(locale, name)
        {
            Description = json.Text("description"),
            BackgroundColor = simple?.Text("background_color"),
            TextColor = simple?.Text("text_color"),
        };
    }

    /// <summary>The entry.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["locale"] = Locale, ["name"] = Name };
        if (Description is not null)
            json["description"] = Description;
        var simple = new JsonObject();
        if (BackgroundColor is not null)
            simple["background_color"] = BackgroundColor;
        if (TextColor is not null)
            simple["text_color"] = TextColor;
        if (simple.Count > 0)
            json["rendering"] = new JsonObject { ["simple"] = simple };
        return json;
    }
}
