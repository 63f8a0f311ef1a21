using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Rules.Zoning;

/// <summary>The areas of a book as the map reads them: a GeoJSON feature collection (RFC 7946).</summary>
internal static class ZonesOnMap
{
    /// <summary>Every zone that has an area, with its letter and name.</summary>
    public static string Write(RuleBook book) => new JsonObject
    {
        ["type"] = "FeatureCollection",
        ["features"] = new JsonArray([.. book.Zones.Where(zone => zone.Area is { Fault: null }).Select(Feature)]),
    }.ToJsonString();

    /// <summary>The area of a zone as the form writes it; empty when it has none.</summary>
    public static string Area(ParkingZone? zone) => zone?.Area is { } area ? JsonSerializer.Serialize(area, FactFormat.Strict) : "";

    private static JsonObject Feature(ParkingZone zone) => new()
    {
        ["type"] = "Feature",
        ["properties"] = new JsonObject { ["zone"] = zone.ZoneId, ["name"] = zone.Name },
        ["geometry"] = JsonNode.Parse(Area(zone)),
    };
}
