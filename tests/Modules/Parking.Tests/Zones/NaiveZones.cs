using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Tests.Zones;

/// <summary>
/// What a zone map must answer, thought through the slow way: every reading of every open line is played through, and only
/// what is the same in all of them is certain.
/// </summary>
internal static class NaiveZones
{
    /// <summary>The zone in every world that the lists allow: its id, <c>none</c>, or null when the worlds differ.</summary>
    public static string? Certain(IReadOnlyList<ParkingZone> zones, string street, HouseNumber house)
    {
        var lines = zones.SelectMany(zone => zone.Streets.Where(line => line.Name == street).Select(line => (zone.ZoneId, Readings: Readings(line, house)))).ToArray();
        var worlds = new HashSet<string>();
        for (var world = 0; world < 1 << lines.Length; world++)
        {
            var chosen = lines.Select((line, position) => (line.ZoneId, IsIn: line.Readings[((world >> position) & 1) % line.Readings.Length]));
            worlds.Add(string.Join('+', chosen.Where(line => line.IsIn).Select(line => line.ZoneId).Distinct().Order()) is { Length: > 0 } named ? named : "none");
        }

        return worlds is { Count: 1 } && worlds.Single() is var only && !only.Contains('+') ? only : null;
    }

    /// <summary>Whether the house is in the line, in each way the line can be read.</summary>
    private static bool[] Readings(StreetRange line, HouseNumber house)
    {
        var (first, last, written) = (Sortable(line.From!.Value), Sortable(line.To!.Value), Sortable(house));
        var beyond = house.Number == line.To.Value.Number && line.To.Value.Suffix.Length == 0 && house.Suffix.Length > 0;
        if (!beyond && (string.CompareOrdinal(written, first) < 0 || string.CompareOrdinal(last, written) < 0))
            return [false];

        var sides = Sides(line).Select(side => side.Contains(house.Number % 2)).Distinct();
        return [.. beyond ? sides.Append(false).Distinct() : sides];
    }

    /// <summary>The sides of the street that the line can mean, as remainders of the house number by two.</summary>
    private static int[][] Sides(StreetRange line)
    {
        var (first, last) = (line.From!.Value.Number % 2, line.To!.Value.Number % 2);
        return line.Parity switch
        {
            Parity.Even => [[0]],
            Parity.Odd => [[1]],
            Parity.Unspecified when first == last => [[first], [0, 1]],
            _ => [[0, 1]],
        };
    }

    private static string Sortable(HouseNumber house) => $"{house.Number:00000}{house.Suffix}";
}
