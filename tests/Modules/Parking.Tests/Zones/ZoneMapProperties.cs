using CsCheck;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Tests.Zones;

/// <summary>The map against a naive model that plays every reading of the lists through.</summary>
public sealed class ZoneMapProperties
{
    private static readonly Gen<HouseNumber> Houses =
        from number in Gen.Int[1, 30]
        from suffix in Gen.Char["   abc"]
        select new HouseNumber(number, suffix == ' ' ? "" : $"{suffix}");

    private static readonly Gen<StreetRange> Lines =
        from ends in Gen.Select(Houses, Houses)
        from parity in Gen.Enum<Parity>()
        from street in Gen.Char["XY"]
        let ordered = new[] { ends.Item1, ends.Item2 }.Order().ToArray()
        select new StreetRange { Name = $"{street}-Straße", From = ordered[0], To = ordered[1], Parity = parity, ParityBasis = ParityBasis.Stated };

    private static readonly Gen<ParkingZone[]> Zones = Lines.Array[0, 3].Array[0, 3].Select(lists => lists.Select((lines, number) => new ParkingZone
    {
        Ags = "05513000",
        ZoneId = $"{(char)('A' + number)}",
        Name = "Zone",
        Status = ZoneStatus.InForce,
        StreetListComplete = true,
        Streets = lines,
        Confidence = "high",
        Source = "test",
    }).ToArray());

    [Fact]
    public void The_map_names_a_zone_exactly_when_every_reading_of_the_lists_does() =>
        Gen.Select(Zones, Houses, Gen.Char["XY"]).Sample((zones, house, letter) =>
        {
            var street = $"{letter}-Straße";
            Assert.Equal(NaiveZones.Certain(zones, street, house) ?? "office", Answer(new ZoneMap(zones, allZonesListed: true).Find(street, house)));
        });

    [Fact]
    public void An_incomplete_town_never_says_that_an_address_is_in_no_zone() =>
        Gen.Select(Zones, Houses).Sample((zones, house) =>
            new ZoneMap(zones, allZonesListed: false).Find("X-Straße", house) is ZoneAnswer.InZone or ZoneAnswer.AskOffice);

    private static string Answer(ZoneAnswer answer) => answer switch
    {
        ZoneAnswer.InZone(var zone) => zone.ZoneId,
        ZoneAnswer.AskOffice => "office",
        _ => "none",
    };
}
