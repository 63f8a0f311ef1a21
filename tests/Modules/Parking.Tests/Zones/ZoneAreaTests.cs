using System.Text.Json;
using CsCheck;
using Modellstadt.Parking.Tests.Rules;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Tests.Zones;

/// <summary>Zones that are drawn: which points lie in them, how large they are, what keeps a drawing from being an area.</summary>
public sealed class ZoneAreaTests
{
    private const double East = 7.10;
    private const double North = 51.51;
    private static readonly Gen<(double X, double Y)> Offsets = Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1]);

    [Fact]
    public void A_point_lies_in_a_square_exactly_when_both_of_its_coordinates_do() =>
        Gen.Select(Offsets, Gen.Double[0.001, 0.9]).Sample((offset, half) =>
            Square(half).Contains(At(offset.X, offset.Y)) == (Math.Abs(offset.X) <= half && Math.Abs(offset.Y) <= half));

    [Fact]
    public void The_border_belongs_to_the_area_and_a_hole_does_not()
    {
        var area = new ZoneArea([[Ring(0.010), Ring(0.002)]]);

        Assert.True(area.Contains(At(0.010, 0)));
        Assert.True(area.Contains(At(0.005, 0.005)));
        Assert.False(area.Contains(At(0, 0)));
        Assert.False(area.Contains(At(0.0101, 0)));
    }

    [Fact]
    public void Several_polygons_are_one_area()
    {
        var area = new ZoneArea([[Ring(0.001)], [Ring(0.001, shift: 0.01)]]);

        Assert.True(area.Contains(At(0, 0)));
        Assert.True(area.Contains(At(0.01, 0)));
        Assert.False(area.Contains(At(0.005, 0)));
    }

    [Fact]
    public void The_extent_is_the_greatest_distance_in_metres()
    {
        // 0.01 degrees north are 1,111 m, 0.01 degrees east at 51.5° are 693 m.
        Assert.InRange(new ZoneArea([[Rectangle(0.00001, 0.005)]]).ExtentMetres()!.Value, 1_105, 1_118);
        Assert.InRange(new ZoneArea([[Rectangle(0.005, 0.005)]]).ExtentMetres()!.Value, 1_300, 1_320);
    }

    [Fact]
    public void A_drawing_with_a_fault_is_no_area_and_holds_nothing()
    {
        var ring = Ring(0.01);
        Position[] bow = [At(-0.01, -0.01), At(0.01, 0.01), At(0.01, -0.01), At(-0.01, 0.01), At(-0.01, -0.01)];
        (AreaFault Fault, ZoneArea Area)[] drawings =
        [
            (AreaFault.Empty, new ZoneArea([])), (AreaFault.Empty, new ZoneArea([[]])),
            (AreaFault.NotClosed, new ZoneArea([[ring[..^1]]])),
            (AreaFault.NotClosed, new ZoneArea([[[]]])),
            (AreaFault.TooFewPoints, new ZoneArea([[[ring[0], ring[1], ring[0]]]])),
            (AreaFault.CrossesItself, new ZoneArea([[bow]])),
            (AreaFault.CrossesItself, new ZoneArea([[ring, Ring(0.02)]])),
            (AreaFault.NotOnEarth, new ZoneArea([[[.. ring.Select(_ => new Position(368_000, 5_708_000))]]])),
        ];

        Assert.Null(new ZoneArea([[ring]]).Fault);
        Assert.All(drawings, drawing =>
        {
            Assert.Equal(drawing.Fault, drawing.Area.Fault);
            Assert.False(drawing.Area.Contains(At(0, 0)));
            Assert.Null(drawing.Area.ExtentMetres());
        });
    }

    [Fact]
    public void An_area_is_written_and_read_as_GeoJSON()
    {
        const string Polygon = """{"type":"Polygon","coordinates":[[[7.1,51.5],[7.11,51.5],[7.11,51.51],[7.1,51.5]]]}""";
        const string Several = """{"type":"MultiPolygon","coordinates":[[[[7.1,51.5],[7.11,51.5],[7.11,51.51],[7.1,51.5]]],[[[8.1,51.5],[8.11,51.5],[8.11,51.51],[8.1,51.5]]]]}""";

        Assert.All([Polygon, Several], text => Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<ZoneArea>(text))));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"type":"Point","coordinates":[7.1,51.5]}""")]
    [InlineData("""{"type":"Polygon"}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[7.1,51.5]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[7.1]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[["7.1","51.5"]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[],"crs":"EPSG:25832"}""")]
    [InlineData("""{"coordinates":[]}""")]
    public void What_is_no_GeoJSON_area_is_refused(string text) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ZoneArea>(text));

    [Fact]
    public void An_area_has_at_most_5000_points()
    {
        var most = string.Join(',', Enumerable.Repeat("[7.1,51.5]", ZoneArea.MostPositions));
        Assert.NotNull(JsonSerializer.Deserialize<ZoneArea>($$"""{"type":"Polygon","coordinates":[[{{most}}]]}"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ZoneArea>($$"""{"type":"Polygon","coordinates":[[{{most}},[7.1,51.5]]]}"""));
    }

    [Fact]
    public void A_house_whose_point_is_known_gets_the_zone_that_was_drawn_around_it()
    {
        var points = AddressPoints.Read(["street;house_number;longitude;latitude", $"Südring;4;{Text(East)};{Text(North)}", $"Südring;99;{Text(East + 1)};{Text(North)}"]);
        var map = new ZoneMap([Drawn("A", Square(0.01))], allZonesListed: true, points);

        Assert.Equal("A", Assert.IsType<ZoneAnswer.InZone>(map.Find("SUEDRING", new HouseNumber(4, ""))).Zone.ZoneId);
        Assert.IsType<ZoneAnswer.NotInAnyZone>(map.Find("Südring", new HouseNumber(99, "")));
        Assert.Equal(new ZoneAnswer.AskOffice(OpenQuestion.StreetListIncomplete), map.Find("Südring", new HouseNumber(5, "")));
    }

    [Fact]
    public void A_house_where_two_areas_overlap_is_for_the_office_and_a_space_there_belongs_to_both_zones()
    {
        var points = AddressPoints.Read(["street;house_number;longitude;latitude", $"Südring;4;{Text(East)};{Text(North)}"]);
        var town = SampleTown.Town with { Zones = new ZoneMap([Drawn("A", Square(0.01)), Drawn("B", Square(0.02)), Drawn("C", Square(0.03)) with { Status = ZoneStatus.Announced }], true, points) };

        Assert.Equal(new ZoneAnswer.AskOffice(OpenQuestion.SeveralZones), town.Zones.Find("Südring", new HouseNumber(4, "")));
        Assert.Equal(["A", "B"], town.ZonesOfSpace(At(0, 0)));
        Assert.Equal(["B"], town.ZonesOfSpace(At(0.015, 0)));
        Assert.Empty(town.ZonesOfSpace(At(0.025, 0)));
    }

    [Theory]
    [InlineData("Südring;4;7.1")]
    [InlineData("Südring;4;7,1;51,5")]
    [InlineData("Südring;vier;7.1;51.5")]
    [InlineData("Südring;4;368000;5708000")]
    [InlineData("Südring;4;NaN;51.5")]
    public void A_line_that_is_no_address_point_is_refused_with_its_number(string line) =>
        Assert.Contains("Line 2", Assert.Throws<InvalidDataException>(() => AddressPoints.Read(["heading", line])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_spaces_at_a_door_have_the_zone_that_was_assigned_or_that_of_the_house()
    {
        var space = new SpaceAssignment { Ags = SampleTown.Ags, Street = "Hauptstraße", From = new HouseNumber(28, ""), To = new HouseNumber(42, ""), AddressZone = "A", SpaceZone = "B", Detail = "vier Plätze" };
        var town = SampleTown.Town with { Spaces = [space] };

        Assert.Equal(["B"], town.ZonesOfSpace("Hauptstr.", new HouseNumber(40, "")));
        Assert.Equal(["A"], town.ZonesOfSpace("Hauptstr.", new HouseNumber(44, "")));
        Assert.Empty(town.ZonesOfSpace("Unbekannter Weg", new HouseNumber(1, "")));
    }

    private static ParkingZone Drawn(string id, ZoneArea area) => SampleTown.Zone(id) with { Area = area, StreetListComplete = false };

    private static ZoneArea Square(double half) => new([[Ring(half)]]);

    private static Position[] Ring(double half, double shift = 0) => Rectangle(half, half, shift);

    private static Position[] Rectangle(double x, double y, double shift = 0) => [At(shift - x, -y), At(shift + x, -y), At(shift + x, y), At(shift - x, y), At(shift - x, -y)];

    private static Position At(double x, double y) => new(East + x, North + y);

    private static string Text(double degrees) => degrees.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
