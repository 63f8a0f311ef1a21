// APDS Data Dictionary and Information Model 4.0 (ISO/TS 5206-1), JSON of the Alliance's API models: §§ common, times.
using System.Globalization;
using System.Text.Json.Nodes;

namespace Modellstadt.Parking.Interfaces.Apds;

/// <summary>Parts that occur in many APDS objects.</summary>
internal static class ApdsParts
{
    /// <summary>MultilingualString in German and English.</summary>
    public static JsonArray Words(string german, string english) => [Word("de", german), Word("en", english)];

    /// <summary>MultilingualString of a proper name.</summary>
    public static JsonArray Name(string name) => [Word("de", name)];

    /// <summary>VersionedReference.</summary>
    public static JsonObject Reference(string id, int version, string className) => new() { ["id"] = id, ["version"] = version, ["className"] = className };

    /// <summary>A point in time as RFC 3339 writes it.</summary>
    public static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Word(string language, string text) => new() { ["language"] = language, ["string"] = text };
}
