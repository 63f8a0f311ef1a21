using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Rules;

/// <summary>The rules of this installation's town on each day: whoever decides asks for those of the day of the decision.</summary>
internal sealed class TownRules(ParkingFacts shipped, TownCalendar calendar)
{
    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public string Ags => shipped.Town.Ags;

    /// <summary>The rules of today.</summary>
    public ParkingFacts Today => On(calendar.Today);

    /// <summary>The rules of a day.</summary>
    public ParkingFacts On(DateOnly day) => shipped;

    /// <summary>Every zone in which a permit counts on a day: its own first, then those that rules add.</summary>
    public IReadOnlyList<string> ZonesOfRight(Permit permit, DateOnly day) => ZonesOfRight(permit.Zone, permit.ValidFrom, day);

    /// <summary>Every zone in which a permit counts on a day.</summary>
    /// <param name="zone">What stands on the permit.</param>
    /// <param name="validFrom">Its first day.</param>
    /// <param name="day">The day of the question.</param>
    public IReadOnlyList<string> ZonesOfRight(string zone, DateOnly validFrom, DateOnly day) => On(day).ZonesOfRight(zone, validFrom, day);
}
