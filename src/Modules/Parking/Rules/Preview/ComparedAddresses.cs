using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Rules.Preview;

/// <summary>A sample of addresses under two rule books: the ends of every line of both street lists and their neighbours, where zones change if they change.</summary>
internal static class ComparedAddresses
{
    private const int MostShown = 200;

    /// <summary>The addresses whose answer differs, at most 200.</summary>
    public static IReadOnlyList<AddressMove> Of(ParkingFacts before, ParkingFacts after) =>
    [
        .. before.Zones.Zones.Concat(after.Zones.Zones).SelectMany(zone => zone.Streets).Where(range => range.IsSound)
            .SelectMany(range => Houses(range).Select(house => (range.Name, range.Street, House: house)))
            .DistinctBy(address => (address.Street, address.House))
            .Select(address => new AddressMove(address.Name, address.House.ToString(), Describe(before.Zones.Find(address.Name, address.House)), Describe(after.Zones.Find(address.Name, address.House))))
            .Where(move => move.Before != move.After)
            .Take(MostShown),
    ];

    /// <summary>An answer in one word: the zone, <c>?</c> for the office, <c>–</c> for none.</summary>
    public static string Describe(ZoneAnswer answer) => answer switch
    {
        ZoneAnswer.InZone(var zone) => zone.ZoneId,
        ZoneAnswer.AskOffice => "?",
        _ => "–",
    };

    private static IEnumerable<HouseNumber> Houses(StreetRange range)
    {
        var (first, last) = (range.From ?? new HouseNumber(1, ""), range.To ?? new HouseNumber(2, ""));
        return new[] { first, first with { Number = first.Number + 1, Suffix = "" }, last, last with { Number = last.Number + 1, Suffix = "" } }.Distinct();
    }
}
