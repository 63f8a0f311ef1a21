using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Inspections.Places;

/// <summary>Whether the sign of a zone holds at a moment.</summary>
internal enum SignState
{
    /// <summary>It holds: without a right the restriction counts.</summary>
    Holds,

    /// <summary>It does not hold now: everybody may park.</summary>
    Free,

    /// <summary>Nobody published the hours: what stands on the sign counts.</summary>
    Unknown,
}

/// <summary>What the sign of a zone says to people without a permit, here and now.</summary>
/// <param name="State">Whether it holds now.</param>
/// <param name="Restriction">What it demands; null when it was not found.</param>
/// <param name="Changes">When it begins or ceases to hold; null when nobody knows.</param>
internal sealed record ZoneSign(SignState State, string? Restriction, DateTimeOffset? Changes)
{
    /// <summary>So many days ahead the next change is looked for; signs repeat every week, public holidays included.</summary>
    private const int DaysAhead = 10;

    /// <summary>What the sign says at a moment.</summary>
    public static ZoneSign At(ParkingZone zone, DateTimeOffset now)
    {
        var restriction = zone.NonResidents?.Restriction;
        if (Hours(zone, now) is not { } hours)
            return new ZoneSign(SignState.Unknown, restriction, null);

        foreach (var span in hours.Where(span => span.Until > now))
            return span.From <= now ? new ZoneSign(SignState.Holds, restriction, span.Until) : new ZoneSign(SignState.Free, restriction, span.From);
        return new ZoneSign(SignState.Free, restriction, null);
    }

    /// <summary>The hours around a moment and for some days after it; null when nobody knows them.</summary>
    public static IReadOnlyList<SignedHours>? Hours(ParkingZone zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TownCalendar.OnTownClocks(now).DateTime);
        return ParkingHours.Parse(zone.NonResidents?.Hours) is { } hours
            ? [.. hours.Between(today.AddDays(-1), today.AddDays(DaysAhead), zone.Ags).Where(span => span.Until > now).OrderBy(span => span.From)]
            : null;
    }
}
