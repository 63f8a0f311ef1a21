namespace Modellstadt.Parking.Zones;

/// <summary>
/// A second zone in which the permits of a zone count: for some time, because spaces were lost (Paderborn), or always, because the
/// zones overlap (Hamburg).
/// </summary>
/// <param name="PermitZone">What stands on the permit.</param>
/// <param name="AlsoIn">Where it counts too.</param>
/// <param name="From">First day; null: always.</param>
/// <param name="Until">Last day; null: until further notice.</param>
/// <param name="Reason">Why, in words for residents and wardens.</param>
/// <param name="Confidence">How reliable the source is.</param>
/// <param name="Source">Where it was decided.</param>
internal sealed record ExtraZone(string PermitZone, string AlsoIn, DateOnly? From, DateOnly? Until, string Reason, string Confidence, string Source)
{
    /// <summary>True when it holds on that day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

/// <summary>A zone that was cut anew: what permits from before count for.</summary>
/// <param name="OldZone">What stands on those permits.</param>
/// <param name="NewZones">Where they count from the day of the cut.</param>
/// <param name="On">First day of the new cut; permits that begin before it are old ones.</param>
/// <param name="KeepUntil">Last day on which they count in the old zone as well.</param>
/// <param name="Confidence">How reliable the source is.</param>
/// <param name="Source">Where it was decided.</param>
internal sealed record ZoneRecut(string OldZone, IReadOnlyList<string> NewZones, DateOnly On, DateOnly KeepUntil, string Confidence, string Source);
