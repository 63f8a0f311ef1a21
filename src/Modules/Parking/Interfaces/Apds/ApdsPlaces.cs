// APDS Data Dictionary and Information Model 4.0 (ISO/TS 5206-1), JSON of the Alliance's API models: § Place, IdentifiedArea, Supply.
using System.Text.Json.Nodes;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Interfaces.Apds;

/// <summary>The town as a place, its zones as areas of it, and the parts of streets in which a zone's spaces lie as areas of the zone.</summary>
internal static class ApdsPlaces
{
    /// <summary>All of them, the town first, each zone before its streets.</summary>
    public static IEnumerable<JsonObject> Of(ApdsTown town) =>
        town.Zones.SelectMany(zone => Streets(town, zone).Prepend(Zone(town, zone))).Prepend(Town(town));

    private static JsonObject Town(ApdsTown town)
    {
        var place = Element(town, town.Ags, ApdsParts.Name(town.Facts.Town.Name), layer: 0, "parkingPlace");
        place["childIds"] = Areas(town, town.Zones.Select(town.PlaceOf));
        place["timeZone"] = "Europe/Berlin";
        return place;
    }

    private static JsonObject Zone(ApdsTown town, ParkingZone zone)
    {
        var id = town.PlaceOf(zone);
        var area = Element(town, id, ApdsParts.Name(zone.Name), layer: 1, "identifiedArea");
        area["parentId"] = ApdsParts.Reference(town.Ags, town.Version, "Place");
        area["childIds"] = Areas(town, zone.Streets.Select((_, index) => StreetOf(id, index)));
        area["operatorDefinedReference"] = ApdsParts.Name(zone.ZoneId);
        area["rightSpecifications"] = new JsonArray(
            [.. town.VisitorTickets.Select(rule => town.VisitOf(zone.ZoneId, rule)).Prepend(town.RightOf(zone.ZoneId)).Select(right => ApdsParts.Reference(right, town.Version, "RightSpecification"))]);
        area["operatingRestrictions"] = Restrictions(zone.NonResidents);
        if (zone.Area is { Fault: null } drawn)
            area["areaBoundedZone"] = new JsonArray(Outline(drawn));
        if (zone.Spaces.Value is { } spaces)
        {
            area["hierarchyElementReference"] = new JsonObject
            {
                ["elementId"] = ApdsParts.Reference(id, town.Version, "IdentifiedArea"),
                ["supply"] = new JsonArray(new JsonObject { ["supplyViewType"] = "vehicleView", ["supplyQuantity"] = spaces }),
            };
        }

        return area;
    }

    /// <summary>APDS knows areas as several polygons, also when it is one.</summary>
    private static JsonObject Outline(ZoneArea area) => new()
    {
        ["type"] = "MultiPolygon",
        ["coordinates"] = new JsonArray([.. area.Polygons.Select(polygon => new JsonArray([.. polygon.Select(ring => new JsonArray([.. ring.Select(Point)]))]))]),
    };

    private static JsonArray Point(Position position) => [position.Longitude, position.Latitude];

    private static IEnumerable<JsonObject> Streets(ApdsTown town, ParkingZone zone)
    {
        var parent = town.PlaceOf(zone);
        return zone.Streets.Select((range, index) =>
        {
            var street = Element(town, StreetOf(parent, index), ApdsParts.Name(Described(range)), layer: 2, "identifiedArea");
            street["parentId"] = ApdsParts.Reference(parent, town.Version, "IdentifiedArea");
            street["streetAddress"] = new JsonArray(new JsonObject
            {
                ["addressLines"] = new JsonArray(new JsonObject { ["order"] = 0, ["text"] = ApdsParts.Name(range.Name), ["type"] = "street" }),
                ["city"] = ApdsParts.Name(town.Facts.Town.Name),
                ["countryCode"] = "de",
            });
            return street;
        });
    }

    private static string Described(StreetRange range) => (range.From, range.To, range.Segment) switch
    {
        ({ } from, { } to, _) => $"{range.Name} {from}–{to}{Side(range.Parity)}",
        (_, _, { } segment) => $"{range.Name} ({segment})",
        _ => $"{range.Name}{Side(range.Parity)}",
    };

    private static string Side(Parity parity) => parity switch
    {
        Parity.Even => ", gerade Nummern",
        Parity.Odd => ", ungerade Nummern",
        _ => "",
    };

    private static JsonArray Restrictions(NonResidentRule? others) => others switch
    {
        { Restriction: "residents-only" } => [Restriction("residentialPermitOnly", others.Hours)],
        { Restriction: "parking-disc-2h" or "paid-or-time-limited" } => [Restriction("parkingTimeLimit", others.Hours)],
        _ => [],
    };

    private static JsonObject Restriction(string name, string? hours)
    {
        var restriction = new JsonObject { ["operatingRestriction"] = name };
        if (hours is not null)
            restriction["operatingRestrictionContext"] = ApdsParts.Name(hours);
        return restriction;
    }

    private static string StreetOf(string zone, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{zone}-{index + 1}");

    private static JsonArray Areas(ApdsTown town, IEnumerable<string> ids) => [.. ids.Select(id => ApdsParts.Reference(id, town.Version, "IdentifiedArea"))];

    private static JsonObject Element(ApdsTown town, string id, JsonArray name, int layer, string type) => new()
    {
        ["id"] = id,
        ["version"] = town.Version,
        ["name"] = name,
        ["layer"] = layer,
        ["type"] = type,
        ["hierarchyElementRecord"] = new JsonObject { ["creationTime"] = ApdsParts.Instant(town.Start) },
    };
}
