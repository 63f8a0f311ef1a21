using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Interfaces;

/// <summary>In which zones the place of a question lies.</summary>
internal static class QuestionPlaces
{
    private const int LongestText = 100;

    /// <summary>
    /// The zones of the spaces there; empty when the facts do not decide it. Where some spaces in front of a house belong to another zone,
    /// both are named: the question does not say on which of them the vehicle stands, and doubt is not the resident's.
    /// </summary>
    public static IReadOnlyList<string> ZonesAt(RightQuestion question, ParkingFacts facts) => question switch
    {
        { Zone: { Length: > 0 } zone, Street: null, HouseNumber: null, Latitude: null, Longitude: null } => facts.Zones.Zones.Any(known => known.ZoneId == zone) ? [zone] : [],
        { Zone: null, Street: null, HouseNumber: null, Latitude: { } north, Longitude: { } east } => AtPoint(new Position(east, north), facts),
        { Zone: null, Street: { Length: > 0 and <= LongestText } street, HouseNumber: { Length: <= LongestText } number, Latitude: null, Longitude: null } when HouseNumber.TryParse(number, out var house) =>
            ZonesAt(street, house.Value, facts),
        _ => [],
    };

    private static string[] AtPoint(Position point, ParkingFacts facts) => point.IsOnEarth ? [.. facts.Zones.ZonesAt(point).Select(zone => zone.ZoneId)] : [];

    private static string[] ZonesAt(string street, HouseNumber house, ParkingFacts facts)
    {
        var ofHouses = facts.Zones.Find(street, house) is ZoneAnswer.InZone inside ? [inside.Zone.ZoneId] : Array.Empty<string>();
        return [.. ofHouses.Concat(facts.Spaces.Where(spaces => spaces.Concerns(street, house)).Select(spaces => spaces.SpaceZone)).Distinct()];
    }
}
