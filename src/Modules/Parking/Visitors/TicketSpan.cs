using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Visitors;

/// <summary>How long a ticket lasts. Hours are hours, also in a night in which clocks change; days are the town's own, whatever their length.</summary>
internal static class TicketSpan
{
    /// <summary>When a ticket that begins at a moment ends.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset start, VisitorUnit unit, int length) => unit is VisitorUnit.Hour
        ? start.AddHours(length)
        : TownCalendar.EndOf(DateOnly.FromDateTime(TownCalendar.OnTownClocks(start).DateTime).AddDays(length - 1));
}
