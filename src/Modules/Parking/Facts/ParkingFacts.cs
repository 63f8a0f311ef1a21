using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Facts;

/// <summary>Everything that is known about resident parking in this installation's town.</summary>
internal sealed record ParkingFacts
{
    /// <summary>The town.</summary>
    public required TownFact Town { get; init; }

    /// <summary>Districts of plates that settle how <c>GEAB123</c> is read.</summary>
    public required IReadOnlySet<string> PlateDistricts { get; init; }

    /// <summary>Address → zone.</summary>
    public required ZoneMap Zones { get; init; }

    /// <summary>Spaces that belong to another zone than the houses behind them.</summary>
    public required IReadOnlyList<SpaceAssignment> Spaces { get; init; }

    /// <summary>Where the houses of the town stand.</summary>
    public AddressPoints Points { get; init; } = AddressPoints.None;

    /// <summary>Second zones in which permits count.</summary>
    public IReadOnlyList<ExtraZone> ExtraZones { get; init; } = [];

    /// <summary>Zones that were cut anew.</summary>
    public IReadOnlyList<ZoneRecut> Recuts { get; init; } = [];

    /// <summary>What the town's clerks wrote down about these rules.</summary>
    public IReadOnlyList<string> ClerkNotes { get; init; } = [];

    /// <summary>What a permit costs, over time.</summary>
    public required FeeSchedule Fees { get; init; }

    /// <summary>Who gets the fee; null when no account is known.</summary>
    public required Payee? Payee { get; init; }

    /// <summary>True when made-up facts make the town whole.</summary>
    public required bool Demo { get; init; }

    /// <summary>Names exactly these facts in the history of a decision: their date and the beginning of their SHA-256.</summary>
    public required string Version { get; init; }

    /// <summary>Who gets a permit.</summary>
    public EligibilityRules Rules => Town.Rules;

    /// <summary>The zones of a space that lies at a point of the map; several where zones overlap, none where nothing was drawn.</summary>
    public IReadOnlyList<string> ZonesOfSpace(Position point) => [.. Zones.ZonesAt(point).Select(zone => zone.ZoneId)];

    /// <summary>The zones of the spaces in front of a house: those that were assigned otherwise, else the zone of the house; none when nobody can tell.</summary>
    public IReadOnlyList<string> ZonesOfSpace(string street, HouseNumber house)
    {
        if (Spaces.FirstOrDefault(space => space.Concerns(street, house)) is { } assigned)
            return [assigned.SpaceZone];
        return Zones.Find(street, house) is ZoneAnswer.InZone(var zone) ? [zone.ZoneId] : [];
    }

    /// <summary>Every zone in which a permit counts on a day: its own first, then those that a new cut or an extra zone adds.</summary>
    /// <param name="zone">What stands on the permit.</param>
    /// <param name="validFrom">Its first day.</param>
    /// <param name="day">The day of the question.</param>
    public IReadOnlyList<string> ZonesOfRight(string zone, DateOnly validFrom, DateOnly day)
    {
        var recut = Recuts.LastOrDefault(recut => recut.OldZone == zone && validFrom < recut.On && recut.On <= day);
        IEnumerable<string> own = recut switch
        {
            null => [zone],
            _ when day <= recut.KeepUntil => [zone, .. recut.NewZones],
            _ => recut.NewZones,
        };
        var ownZones = own.ToArray();
        return [.. ownZones.Concat(ExtraZones.Where(extra => extra.HoldsOn(day) && ownZones.Contains(extra.PermitZone)).Select(extra => extra.AlsoIn)).Distinct()];
    }
}
