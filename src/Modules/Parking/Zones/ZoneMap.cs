using Modellstadt.Registers;

namespace Modellstadt.Parking.Zones;

/// <summary>
/// Address → zone for one town, by street lists and by areas. The zone of a parking space is another question:
/// <see cref="SpaceAssignment"/> and <see cref="ZonesAt"/>.
/// </summary>
internal sealed class ZoneMap
{
    private readonly ILookup<StreetName, Entry> entries;
    private readonly AddressPoints points;
    private readonly bool complete;
    private readonly bool drawn;

    /// <summary>Builds the map. A line that cannot be meant as it stands leaves its street to the office; all others decide.</summary>
    /// <param name="zones">The zones of one town.</param>
    /// <param name="allZonesListed">True when the town has no further zones.</param>
    /// <param name="points">Where the houses stand; null when that was not published.</param>
    public ZoneMap(IReadOnlyList<ParkingZone> zones, bool allZonesListed, AddressPoints? points = null)
    {
        Zones = zones;
        this.points = points ?? AddressPoints.None;
        entries = zones.SelectMany(zone => zone.Streets.Select(range => new Entry(zone, range))).ToLookup(entry => entry.Range.Street);
        complete = allZonesListed && zones.All(zone => zone.StreetListComplete);
        drawn = allZonesListed && zones.All(zone => zone.StreetListComplete || zone.Area is { Fault: null });
    }

    /// <summary>The town's zones.</summary>
    public IReadOnlyList<ParkingZone> Zones { get; }

    /// <summary>The zones in force whose area holds a point: the zones of a space that lies there. Several where zones overlap.</summary>
    public IReadOnlyList<ParkingZone> ZonesAt(Position point) => [.. Zones.Where(zone => zone.Status is ZoneStatus.InForce && zone.Area?.Contains(point) is true)];

    /// <summary>The zone of an address of this town.</summary>
    public ZoneAnswer Find(string street, HouseNumber house)
    {
        var ofStreet = entries[StreetName.Of(street)].ToArray();
        var point = points.Find(street, house);
        var ofZones = Listed(ofStreet, house)
            .Concat(Zones.Where(zone => point is not null && zone.Area?.Contains(point.Value) is true).Select(zone => (Zone: zone, Coverage: Coverage.Inside)))
            .GroupBy(candidate => candidate.Zone, candidate => candidate.Coverage)
            .Select(group => (Zone: group.Key, Coverage: Best(group)))
            .Where(candidate => candidate.Coverage is not Coverage.Outside)
            .ToArray();

        return ofZones switch
        {
            [] when !complete && !(drawn && point is not null) => new ZoneAnswer.AskOffice(OpenQuestion.StreetListIncomplete),
            [] when ofStreet.Length > 0 => new ZoneAnswer.OutsideNumbers(ofStreet[0].Range.Name),
            [] => new ZoneAnswer.NotInAnyZone(),
            [var only] => Only(only.Zone, only.Coverage),
            _ => new ZoneAnswer.AskOffice(OpenQuestion.SeveralZones),
        };
    }

    private static IEnumerable<(ParkingZone Zone, Coverage Coverage)> Listed(Entry[] ofStreet, HouseNumber house)
    {
        var bothSidesListed = ofStreet.Any(entry => entry.Range.Parity is Parity.Even) && ofStreet.Any(entry => entry.Range.Parity is Parity.Odd);
        return ofStreet.Select(entry => (entry.Zone, entry.Range.Covers(house, bothSidesListed)));
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
        Coverage.UnknownBounds => new ZoneAnswer.AskOffice(OpenQuestion.BrokenRange),
        _ when zone.Status is not ZoneStatus.InForce => new ZoneAnswer.AskOffice(OpenQuestion.ZoneNotInForce),
        _ => new ZoneAnswer.InZone(zone),
    };

    private sealed record Entry(ParkingZone Zone, StreetRange Range);
}
