// draft-ietf-oauth-sd-jwt-vc-19 §5.6 (claims), §5.6.5 (extending).
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt.Types;

/// <summary>What a type says about a claim.</summary>
/// <param name="Path">Which claim, or which claims.</param>
public sealed record ClaimMetadata(ClaimPath Path)
{
    private const string Always = "always";
    private const string Allowed = "allowed";
    private const string Never = "never";

    /// <summary>Its name, for people, in each language; null when nothing is said.</summary>
    public IReadOnlyList<ClaimLabel>? Display { get; init; }

    /// <summary>True when the issuer must include it; null when nothing is said, which means false.</summary>
    public bool? Mandatory { get; init; }

    /// <summary>Whether it is selectively disclosable; null when nothing is said, which means allowed.</summary>
    public ClaimDisclosure? Disclosure { get; init; }

    /// <summary>Reads an entry of `claims`.</summary>
    public static Checked<ClaimMetadata> Parse(JsonObject json)
    {
        if (json["path"] is not JsonArray steps)
            return TypeMetadata.Refuse("§5.6", "The path of a claim is missing.");
        if (!ClaimPath.Parse(steps).TryGetValue(out var path, out var error))
            return TypeMetadata.Refuse("§5.6.1", error.Detail);
        if (json.ContainsKey("mandatory") && json["mandatory"]?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            return TypeMetadata.Refuse("§5.6.3", "mandatory is neither true nor false.");
        if (json.ContainsKey("sd") && json.Text("sd") is not (Always or Allowed or Never))
            return TypeMetadata.Refuse("§5.6.4", "sd is none of always, allowed and never.");
        return TypeMetadata.ReadAll(json, "display", ClaimLabel.Parse).Then<ClaimMetadata>(display => new ClaimMetadata(path)
        {
            Display = json.ContainsKey("display") ? display : null,
            Mandatory = json["mandatory"]?.GetValue<bool>(),
            Disclosure = json.Text("sd") switch
            {
                Always => ClaimDisclosure.Always,
                Never => ClaimDisclosure.Never,
                Allowed => ClaimDisclosure.Allowed,
                _ => null,
            },
        });
    }

    /// <summary>The entry.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["path"] = Path.ToJson() };
        if (Display is not null)
            json["display"] = new JsonArray([.. Display.Select(label => label.ToJson())]);
        if (Mandatory is not null)
            json["mandatory"] = Mandatory;
        if (Disclosure is { } disclosure)
            json["sd"] = disclosure switch { ClaimDisclosure.Always => Always, ClaimDisclosure.Never => Never, _ => Allowed };
        return json;
    }

    /// <summary>This description with what a type that extends it says; refused when that is more lenient than this one.</summary>
    internal Checked<ClaimMetadata> With(ClaimMetadata child)
    {
        if (Mandatory is true && child.Mandatory is false)
            return TypeMetadata.Refuse("§5.6.5.1", $"{Path} is mandatory in the extended type.");
        if (Disclosure is ClaimDisclosure.Always or ClaimDisclosure.Never && child.Disclosure is not null && child.Disclosure != Disclosure)
            return TypeMetadata.Refuse("§5.6.5.1", $"{Path} is disclosable in another way in the extended type.");
        return new ClaimMetadata(Path) { Display = child.Display ?? Display, Mandatory = child.Mandatory ?? Mandatory, Disclosure = child.Disclosure ?? Disclosure };
    }
}

/// <summary>Whether the issuer makes a claim selectively disclosable.</summary>
public enum ClaimDisclosure
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It must.</summary>
    Always,

    /// <summary>It must not.</summary>
    Never,
}

/// <summary>The name of a claim in one language.</summary>
/// <param name="Locale">A language tag (RFC 5646).</param>
/// <param name="Label">The name, for people.</param>
public sealed record ClaimLabel(string Locale, string Label)
{
    /// <summary>`description`, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Reads an entry of a claim's `display`.</summary>
    public static Checked<ClaimLabel> Parse(JsonObject json)
        => json.Text("locale") is { Length: > 0 } locale && json.Text("label") is { Length: > 0 } label
            ? new ClaimLabel(locale, label) { Description = json.Text("description") }
            : TypeMetadata.Refuse("§5.6.2", "locale or label of a claim is missing.");

    /// <summary>The entry.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["locale"] = Locale, ["label"] = Label };
        if (Description is not null)
            json["description"] = Description;
        return json;
    }
}
