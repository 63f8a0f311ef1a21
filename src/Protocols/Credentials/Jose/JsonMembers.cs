// RFC 7519 §2 (NumericDate), RFC 8259.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>Reads members of exactly one JSON type; nothing is converted.</summary>
public static class JsonMembers
{
    // The range of DateTimeOffset in Unix seconds.
    private const long Earliest = -62_135_596_800;
    private const long Latest = 253_402_300_799;

    /// <summary>The string member <paramref name="name"/>, or null when it is absent or of another type.</summary>
    public static string? Text(this JsonObject json, string name)
        => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The whole number <paramref name="name"/>, or null when it is absent, of another type or has a fraction.</summary>
    public static long? Integer(this JsonObject json, string name)
    {
        if (json[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
            return null;
        if (value.TryGetValue<long>(out var number))
            return number;
        return value.TryGetValue<int>(out var small) ? small : null;
    }

    /// <summary>The instant <paramref name="name"/> (NumericDate: seconds since 1970, a fraction is cut off), or null.</summary>
    public static DateTimeOffset? Instant(this JsonObject json, string name)
    {
        if (json.Integer(name) is { } seconds)
            return seconds is >= Earliest and <= Latest ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        if (json[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
            return null;
        if (!value.TryGetValue<double>(out var fraction))
            return null;
        return fraction is >= Earliest and <= Latest ? DateTimeOffset.FromUnixTimeSeconds((long)Math.Floor(fraction)) : null;
    }

    /// <summary>The truth value <paramref name="name"/>, or null when it is absent or of another type.</summary>
    public static bool? Flag(this JsonObject json, string name)
        => json[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.GetValue<bool>() : null;

    /// <summary>The object member <paramref name="name"/>, or null when it is absent or of another type.</summary>
    public static JsonObject? Object(this JsonObject json, string name) => json[name] as JsonObject;

    /// <summary>True with the text when the node is a JSON string.</summary>
    public static bool IsText(this JsonNode? node, [NotNullWhen(true)] out string? text)
    {
        text = node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        return text is not null;
    }
}
