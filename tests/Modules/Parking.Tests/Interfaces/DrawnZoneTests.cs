using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Interfaces.Apds;
using Modellstadt.Parking.Zones;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Interfaces;

/// <summary>Zones whose area is drawn: places by a point on the map, and outlines in the export.</summary>
public sealed class DrawnZoneTests
{
    private static readonly ParkingFacts Facts = Drawn();

    [Theory]
    [InlineData(51.505, 7.105, "P")]
    [InlineData(51.52, 7.105, null)]
    [InlineData(7.105, 51.505, null)]
    [InlineData(5151.5, 710.5, null)]
    public void A_point_on_the_map_lies_in_the_zone_that_is_drawn_around_it(double latitude, double longitude, string? zone)
    {
        var question = new RightQuestion("GE-AB 123", Latitude: latitude, Longitude: longitude);
        Assert.Equal(zone is null ? [] : [zone], QuestionPlaces.ZonesAt(question, Facts));
    }

    [Fact]
    public void A_question_names_its_place_in_one_way()
    {
        Assert.Empty(QuestionPlaces.ZonesAt(new RightQuestion("GE-AB 123", Zone: "P", Latitude: 51.505, Longitude: 7.105), Facts));
        Assert.Empty(QuestionPlaces.ZonesAt(new RightQuestion("GE-AB 123", Latitude: 51.505), Facts));
        Assert.Equal(["P"], QuestionPlaces.ZonesAt(new RightQuestion("GE-AB 123", Zone: "P"), Facts));
    }

    [Fact]
    public void The_export_draws_a_zone_as_several_polygons()
    {
        var places = ApdsPlaces.Of(new ApdsTown(Facts, 1, null, new DateOnly(2026, 11, 24))).ToDictionary(place => (string)place["id"]!);
        var outline = places["05513000-P"]["areaBoundedZone"]![0]!;
        Assert.Equal("MultiPolygon", (string?)outline["type"]);
        Assert.Equal("[7.1,51.5]", outline["coordinates"]![0]![0]![0]!.ToJsonString());
        Assert.False(places["05513000-D1"].ContainsKey("areaBoundedZone"));
    }

    private static ParkingFacts Drawn()
    {
        var facts = new FactFiles(ProductFiles.PathOf("data")).Of("05513000", withOverlay: true);
        Position[] ring = [new(7.10, 51.50), new(7.11, 51.50), new(7.11, 51.51), new(7.10, 51.51), new(7.10, 51.50)];
        var area = new ZoneArea([[ring]]);
        return facts with { Zones = new ZoneMap([.. facts.Zones.Zones.Select(zone => zone with { Area = zone.ZoneId == "P" ? area : null })], allZonesListed: true) };
    }
}
