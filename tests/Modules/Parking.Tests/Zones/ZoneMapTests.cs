using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Zones;

/// <summary>Address → zone: certain, or a question for the office; never a guess.</summary>
public sealed class ZoneMapTests
{
    private const string Gelsenkirchen = "05513000";
    private static readonly FactFiles Shipped = new(ProductFiles.PathOf("data"));

    [Theory]
    [InlineData("2", "24a", "1", null)]
    [InlineData("2", "24a", "2", "A")]
    [InlineData("2", "24a", "2b", "A")]
    [InlineData("2", "24a", "24", "A")]
    [InlineData("2", "24a", "24a", "A")]
    [InlineData("2", "24a", "24b", null)]
    [InlineData("17a", "91", "17", null)]
    [InlineData("17a", "91", "17a", "A")]
    [InlineData("17a", "91", "17b", "A")]
    [InlineData("17a", "91", "91", "A")]
    [InlineData("17a", "91", "92", null)]
    [InlineData("5", "5", "5", "A")]
    [InlineData("5", "5", "6", null)]
    public void A_range_of_house_numbers_knows_additions(string from, string to, string house, string? zone) =>
        Assert.Equal(zone, ZoneOf(Complete(Zone("A", Range(from, to))), house));

    [Theory]
    [InlineData("91", "91a")]
    [InlineData("60", "60 1/2")]
    public void An_addition_beyond_the_last_number_is_for_the_office(string last, string house) =>
        Assert.Equal(Ask(OpenQuestion.NumberAddition), Find(Complete(Zone("A", Range("1", last))), house));

    [Theory]
    [InlineData(nameof(Parity.Even), "28", "A")]
    [InlineData(nameof(Parity.Even), "29", null)]
    [InlineData(nameof(Parity.Odd), "28", null)]
    [InlineData(nameof(Parity.Odd), "29", "A")]
    [InlineData(nameof(Parity.All), "28", "A")]
    [InlineData(nameof(Parity.All), "29", "A")]
    public void A_stated_side_of_the_street_decides(string side, string house, string? zone)
    {
        var parity = Enum.Parse<Parity>(side);
        Assert.Equal(zone, ZoneOf(Complete(Zone("A", Range("20", "41", parity))), house));
        Assert.Equal(zone, ZoneOf(Complete(Zone("A", Whole(parity))), house));
    }

    [Theory]
    [InlineData("28", "42", "30", true)]
    [InlineData("28", "42", "31", false)]
    [InlineData("27", "41", "31", true)]
    [InlineData("27", "41", "30", false)]
    [InlineData("27", "42", "30", true)]
    [InlineData("27", "42", "31", true)]
    public void A_range_without_side_is_certain_only_where_it_cannot_mean_anything_else(string from, string to, string house, bool certain) =>
        Assert.Equal(certain ? "A" : "SideOfStreet", Describe(Complete(Zone("A", Range(from, to, Parity.Unspecified, ParityBasis.NotPublished))), house));

    [Fact]
    public void An_inferred_side_leaves_the_other_one_to_the_office() =>
        Assert.Equal("SideOfStreet", Describe(Complete(Zone("A", Range("56", "90", Parity.Even, ParityBasis.Inferred))), "57"));

    [Fact]
    public void An_inferred_side_is_certain_when_the_other_one_is_listed_apart()
    {
        var both = Complete(
            Zone("A", Range("56", "90", Parity.Even, ParityBasis.Inferred)),
            Zone("B", Range("1", "21", Parity.Odd, ParityBasis.Inferred)));

        Assert.Equal("A", ZoneOf(both, "60"));
        Assert.Equal("B", ZoneOf(both, "7"));
        Assert.IsType<ZoneAnswer.OutsideNumbers>(Find(both, "57"));
        Assert.IsType<ZoneAnswer.OutsideNumbers>(Find(both, "8"));
    }

    [Fact]
    public void A_part_of_a_street_between_other_streets_is_for_the_office() =>
        Assert.Equal("PartOfStreet", Describe(Complete(Zone("A", Whole(Parity.All) with { Segment = "zwischen Peterstraße und Heidenheck" })), "12"));

    [Fact]
    public void House_numbers_decide_even_when_the_part_has_a_name()
    {
        var zones = Complete(Zone("A", Range("1", "20") with { Segment = "oberer Abschnitt" }));
        Assert.Equal("A", ZoneOf(zones, "12"));
        Assert.IsType<ZoneAnswer.OutsideNumbers>(Find(zones, "21"));
    }

    [Fact]
    public void A_certain_line_settles_what_another_line_of_the_zone_leaves_open()
    {
        var zones = Complete(Zone("A", Range("28", "42", Parity.Unspecified, ParityBasis.NotPublished), Range("31", "33", Parity.Odd)));
        Assert.Equal("A", ZoneOf(zones, "31"));
        Assert.Equal("SideOfStreet", Describe(zones, "35"));
    }

    [Fact]
    public void An_address_that_several_zones_name_is_for_the_office() =>
        Assert.Equal("SeveralZones", Describe(Complete(Zone("A", Range("1", "20")), Zone("B", Range("20", "30"))), "20"));

    [Fact]
    public void An_announced_zone_gives_no_permit_yet() =>
        Assert.Equal("ZoneNotInForce", Describe(Complete(Zone("A", Whole(Parity.All)) with { Status = ZoneStatus.Announced }), "3"));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void As_long_as_a_list_is_incomplete_nobody_is_told_to_live_in_no_zone(bool allZonesListed, bool streetListComplete)
    {
        var zones = new ZoneMap([Zone("A", Range("1", "20")) with { StreetListComplete = streetListComplete }], allZonesListed);

        Assert.Equal(Ask(OpenQuestion.StreetListIncomplete), zones.Find("Unbekannter Weg", House("1")));
        Assert.Equal(Ask(OpenQuestion.StreetListIncomplete), Find(zones, "21"));
        Assert.Equal("A", ZoneOf(zones, "20"));
    }

    [Fact]
    public void With_complete_lists_an_unknown_street_is_in_no_zone_and_another_number_outside()
    {
        var zones = Complete(Zone("A", Range("1", "20")));

        Assert.IsType<ZoneAnswer.NotInAnyZone>(zones.Find("Unbekannter Weg", House("1")));
        Assert.Equal(new ZoneAnswer.OutsideNumbers("Hauptstraße"), Find(zones, "21"));
    }

    [Theory]
    [InlineData("28", null)]
    [InlineData(null, "42")]
    [InlineData("42", "28")]
    [InlineData("17b", "17a")]
    public void A_broken_range_leaves_its_street_to_the_office_and_no_other_one(string? from, string? to)
    {
        var zones = Complete(Zone("A", Range(from, to)), Zone("B", new StreetRange { Name = "Nordweg" }));

        Assert.Equal("BrokenRange", Describe(zones, "30"));
        Assert.Equal("B", Assert.IsType<ZoneAnswer.InZone>(zones.Find("Nordweg", House("30"))).Zone.ZoneId);
    }

    [Theory]
    [InlineData("28")]
    [InlineData("40")]
    [InlineData("42")]
    [InlineData("30a")]
    public void In_the_disputed_Hauptstrasse_the_house_belongs_to_P_and_the_spaces_at_its_door_to_S(string house)
    {
        var facts = Shipped.Of(Gelsenkirchen, withOverlay: false);
        Assert.Equal("P", Assert.IsType<ZoneAnswer.InZone>(facts.Zones.Find("Hauptstraße", House(house))).Zone.ZoneId);

        var space = Assert.Single(facts.Spaces, space => space.Concerns("Hauptstr.", House(house)));
        Assert.Equal(("P", "S"), (space.AddressZone, space.SpaceZone));
    }

    [Theory]
    [InlineData("Hauptstraße", "27")]
    [InlineData("Hauptstraße", "43")]
    [InlineData("Georgstraße", "30")]
    public void Elsewhere_the_spaces_belong_to_the_zone_of_the_houses(string street, string house) =>
        Assert.DoesNotContain(Shipped.Of(Gelsenkirchen, withOverlay: false).Spaces, space => space.Concerns(street, House(house)));

    [Theory]
    [InlineData(Gelsenkirchen, "Georgstr.", "17a", "P")]
    [InlineData(Gelsenkirchen, "IM LOERENKAMP", "3", "P")]
    [InlineData(Gelsenkirchen, "Hauptstraße", "31", "SideOfStreet")]
    [InlineData(Gelsenkirchen, "Rheinische Straße", "5", "ZoneNotInForce")]
    [InlineData(Gelsenkirchen, "Ringstraße", "5", "StreetListIncomplete")]
    [InlineData("05334002", "Elsa-Brändström-Str.", "4", "E")]
    [InlineData("05334002", "Krefelder Straße", "60", "E2")]
    [InlineData("05334002", "Ludwigsallee", "1", "PartOfStreet")]
    [InlineData("05334002", "Adalbertstraße", "1", "StreetListIncomplete")]
    public void The_published_lists_answer_for_their_streets(string ags, string street, string house, string answer) =>
        Assert.Equal(answer, Describe(Shipped.Of(ags, withOverlay: false).Zones.Find(street, House(house))));

    private static ZoneMap Complete(params ParkingZone[] zones) => new(zones, allZonesListed: true);

    private static ParkingZone Zone(string id, params StreetRange[] streets) => new()
    {
        Ags = Gelsenkirchen,
        ZoneId = id,
        Name = $"Zone {id}",
        Status = ZoneStatus.InForce,
        StreetListComplete = true,
        Streets = streets,
        Confidence = "high",
        Source = "test",
    };

    private static StreetRange Range(string? from, string? to, Parity parity = Parity.All, ParityBasis basis = ParityBasis.Stated) =>
        Whole(parity) with { From = from is null ? null : House(from), To = to is null ? null : House(to), ParityBasis = basis };

    private static StreetRange Whole(Parity parity) => new() { Name = "Hauptstraße", Parity = parity };

    private static HouseNumber House(string text) => HouseNumber.TryParse(text, out var house) ? house.Value : throw new ArgumentException(text);

    private static ZoneAnswer Ask(OpenQuestion question) => new ZoneAnswer.AskOffice(question);

    private static ZoneAnswer Find(ZoneMap zones, string house) => zones.Find("Hauptstraße", House(house));

    private static string? ZoneOf(ZoneMap zones, string house) => (Find(zones, house) as ZoneAnswer.InZone)?.Zone.ZoneId;

    private static string Describe(ZoneMap zones, string house) => Describe(Find(zones, house));

    private static string Describe(ZoneAnswer answer) => answer switch
    {
        ZoneAnswer.InZone(var zone) => zone.ZoneId,
        ZoneAnswer.AskOffice(var question) => question.ToString(),
        _ => answer.GetType().Name,
    };
}
