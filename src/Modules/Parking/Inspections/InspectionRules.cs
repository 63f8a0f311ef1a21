using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Inspections.Places;

namespace Modellstadt.Parking.Inspections;

/// <summary>What a warden is told: decided from the rights of a plate, the place, the rules and the moment, and from nothing else.</summary>
internal static class InspectionRules
{
    /// <summary>The answer: a right that holds here before one that holds elsewhere, that before one that is over, the latest of those.</summary>
    /// <param name="plate">The plate as it stands on the car.</param>
    /// <param name="rights">What the town knows of it.</param>
    /// <param name="here">Where the car stands; null when nobody said it: then a right in any zone is enough.</param>
    /// <param name="facts">The rules of the day.</param>
    /// <param name="now">The moment.</param>
    public static Inspection Decide(string plate, IReadOnlyList<PlateRight> rights, ParkingPlace? here, ParkingFacts facts, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TownCalendar.OnTownClocks(now).DateTime);
        var sign = SignAt(here, facts, now);
        if (rights is [])
            return new Inspection(InspectionState.Unknown, plate) { Here = sign };

        var valid = rights.Where(right => right.IsValidOn(today)).ToArray();
        var counts = here is null ? valid.FirstOrDefault() : valid.FirstOrDefault(right => Zones(right, facts, today).Contains(here.Zone));
        var shown = counts ?? valid.FirstOrDefault() ?? rights.MaxBy(right => right.ValidUntil)!;
        return new Inspection(counts is null ? InspectionState.NotValid : InspectionState.Valid, plate)
        {
            Zone = shown.ZoneId,
            ZoneName = shown.ZoneName,
            ValidUntil = shown.ValidUntil,
            OnlyElsewhere = counts is null && valid.Length > 0,
            Here = sign,
        };
    }

    private static IReadOnlyList<string> Zones(PlateRight right, ParkingFacts facts, DateOnly today) => facts.ZonesOfRight(right.ZoneId, right.ValidFrom, today);

    private static PlaceSign? SignAt(ParkingPlace? here, ParkingFacts facts, DateTimeOffset now) =>
        here is not null && facts.Zones.Zones.FirstOrDefault(zone => zone.ZoneId == here.Zone) is { } zone ? new PlaceSign(here, zone.Name, ZoneSign.At(zone, now)) : null;
}
