// draft-ietf-oauth-sd-jwt-vc-19 §5.2 (format), §5.5 (display), §5.6 (claims).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt.Types;

/// <summary>What a type of credentials is: how it is shown, and which claims it has. Properties that are not understood are ignored.</summary>
/// <param name="Vct">The type.</param>
public sealed record TypeMetadata(string Vct)
{
    private static readonly JsonLimits Limits = new(MaxBytes: 128 * 1024, MaxDepth: 12, MaxValues: 10_000);

    /// <summary>`name`: for developers.</summary>
    public string? Name { get; init; }

    /// <summary>`description`: for developers.</summary>
    public string? Description { get; init; }

    /// <summary>`extends`: the type that this one extends, or null.</summary>
    public string? Extends { get; init; }

    /// <summary>`extends#integrity`, or null.</summary>
    public string? ExtendsIntegrity { get; init; }

    /// <summary>How the type is shown, a text for each language; null when it says nothing and what it extends counts.</summary>
    public IReadOnlyList<TypeDisplay>? Display { get; init; }

    /// <summary>The claims in the order in which they are shown.</summary>
    public IReadOnlyList<ClaimMetadata> Claims { get; init; } = [];

    /// <summary>Reads a document of at most 128 KiB.</summary>
    public static Checked<TypeMetadata> Parse(ReadOnlySpan<byte> utf8) => StrictJson.ParseObject(utf8, Limits).Then(Read);

    /// <summary>The document, of media type application/json.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["vct"] = Vct };
        foreach (var (name, text) in ((string, string?)[])[("name", Name), ("description", Description), ("extends", Extends), ("extends#integrity", ExtendsIntegrity)])
        {
            if (text is not null)
                json[name] = text;
        }

        if (Display is not null)
            json["display"] = new JsonArray([.. Display.Select(display => display.ToJson())]);
        if (Claims.Count > 0)
            json["claims"] = new JsonArray([.. Claims.Select(claim => claim.ToJson())]);
        return json;
    }

    private static Checked<TypeMetadata> Read(JsonObject json)
    {
        if (json.Text("vct") is not { Length: > 0 } vct)
            return Refuse("§5.2", "vct is missing.");
        foreach (var name in (ReadOnlySpan<string>)["name", "description", "extends", "extends#integrity"])
        {
            if (json.ContainsKey(name) && json.Text(name) is null)
                return Refuse("§5.2", $"{name} is not a string.");
        }

        if (!ReadAll(json, "display", TypeDisplay.Parse).TryGetValue(out var display, out var error))
            return error;
        if (!ReadAll(json, "claims", ClaimMetadata.Parse).TryGetValue(out var claims, out error))
            return error;
        // §5.6.5: a second description of one claim would leave open which one counts.
        if (claims.Select(claim => claim.Path).Distinct().Count() != claims.Count)
            return Refuse("§5.6", "A claim is described twice.");
        return new TypeMetadata(vct)
        {
            Name = json.Text("name"),
            Description = json.Text("description"),
            Extends = json.Text("extends"),
            ExtendsIntegrity = json.Text("extends#integrity"),
            Display = json.ContainsKey("display") ? display : null,
            Claims = claims,
        };
    }

    /// <summary>Every entry of an array of objects; none when the array is absent.</summary>
    internal static Checked<IReadOnlyList<T>> ReadAll<T>(JsonObject json, string name, Func<JsonObject, Checked<T>> read)
        where T : notnull
    {
        if (!json.ContainsKey(name))
            return (T[])[];
        if (json[name] is not JsonArray entries)
            return Refuse("§5.2", $"{name} is not an array.");
        var all = new List<T>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry is not JsonObject found)
                return Refuse("§5.2", $"An entry of {name} is not an object.");
            if (!read(found).TryGetValue(out var value, out var error))
                return error;
            all.Add(value);
        }

        return all;
    }

    internal static ProtocolError Refuse(string section, string detail) => new(ErrorCodes.TypeMetadata, $"SD-JWT VC {section}", detail);
}
