using Modellstadt.Registers;

namespace Modellstadt.Parking.Zones;

/// <summary>Address → zone for one town. The zone of a parking space is another question: <see cref="SpaceAssignment"/>.</summary>
internal sealed class ZoneMap
{
    private readonly ILookup<StreetName, Entry> entries;
    private readonly bool complete;

    /// <summary>Builds the map.</summary>
    /// <param name="zones">The zones of one town.</param>
    /// <param name="allZonesListed">True when the town has no further zones.</param>
    /// <exception cref="InvalidDataException">A range of house numbers has one end only, or ends before it begins.</exception>
    public ZoneMap(IReadOnlyList<ParkingZone> zones, bool allZonesListed)
    {
        if (zones.SelectMany(zone => zone.Streets).FirstOrDefault(range => !range.IsSound) is { } broken)
            throw new InvalidDataException($"{broken.Name} {broken.From}–{broken.To} is no range of house numbers.");

        Zones = zones;
        entries = zones.SelectMany(zone => zone.Streets.Select(range => new Entry(zone, range))).ToLookup(entry => entry.Range.Street);
        complete = allZonesListed && zones.All(zone => zone.StreetListComplete);
    }

    /// <summary>The town's zones.</summary>
    public IReadOnlyList<ParkingZone> Zones { get; }

    /// <summary>The zone of an address of this town.</summary>
    public ZoneAnswer Find(string street, HouseNumber house)
    {
        var ofStreet = entries[StreetName.Of(street)].ToArray();
        var bothSidesListed = ofStreet.Any(entry => entry.Range.Parity is Parity.Even) && ofStreet.Any(entry => entry.Range.Parity is Parity.Odd);
        var ofZones = ofStreet
            .GroupBy(entry => entry.Zone, entry => entry.Range.Covers(house, bothSidesListed))
            .Select(group => (Zone: group.Key, Coverage: Best(group)))
            .Where(candidate => candidate.Coverage is not Coverage.Outside)
            .ToArray();

        return ofZones switch
        {
            [] when !complete => new ZoneAnswer.AskOffice(OpenQuestion.StreetListIncomplete),
            [] when ofStreet.Length > 0 => new ZoneAnswer.OutsideNumbers(ofStreet[0].Range.Name),
            [] => new ZoneAnswer.NotInAnyZone(),
            [var only] => Only(only.Zone, only.Coverage),
            _ => new ZoneAnswer.AskOffice(OpenQuestion.SeveralZones),
        };
    }

    /// <summary>One certain line of a zone's list settles what another line of the same zone leaves open.</summary>
    private static Coverage Best(IEnumerable<Coverage> lines)
    {
        var all = lines.ToHashSet();
        return all.Contains(Coverage.Inside) ? Coverage.Inside : all.Except([Coverage.Outside]).DefaultIfEmpty(Coverage.Outside).First();
    }

    private static ZoneAnswer Only(ParkingZone zone, Coverage coverage) => coverage switch
    {
        Coverage.UnknownSide => new ZoneAnswer.AskOffice(OpenQuestion.SideOfStreet),
        Coverage.UnknownSegment => new ZoneAnswer.AskOffice(OpenQuestion.PartOfStreet),
        Coverage.UnknownAddition => new ZoneAnswer.AskOffice(OpenQuestion.NumberAddition),
        _ when zone.Status is not ZoneStatus.InForce => new ZoneAnswer.AskOffice(OpenQuestion.ZoneNotInForce),
        _ => new ZoneAnswer.InZone(zone),
    };

    private sealed record Entry(ParkingZone Zone, StreetRange Range);
}
