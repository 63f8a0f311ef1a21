using Modellstadt.Parking.Facts;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>Which ends are near enough to be renewed today.</summary>
internal static class RenewalHorizon
{
    /// <summary>Where the town has not said when to renew, a reminder still comes in time; the office decides on the renewal.</summary>
    private static readonly CalendarSpan UsualSpan = new(0, 30);

    /// <summary>The last end for which a renewal has begun on that day. Months differ in length: the day is looked for, not reckoned.</summary>
    public static DateOnly Of(ParkingFacts town, DateOnly today)
    {
        var span = town.Rules.RenewalEarliest.Value ?? UsualSpan;
        var end = today.AddMonths(span.Months).AddDays(span.Days);
        while (span.Before(end.AddDays(1)) <= today)
            end = end.AddDays(1);
        return end;
    }
}
