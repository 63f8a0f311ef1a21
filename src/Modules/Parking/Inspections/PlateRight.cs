namespace Modellstadt.Parking.Inspections;

/// <summary>The right of one plate to park in one zone: all that a warden may learn. Nothing about the person.</summary>
/// <param name="PermitId">The permit behind it.</param>
/// <param name="Plate">The plate as it stands on the car.</param>
/// <param name="ZoneId">Letter of the zone.</param>
/// <param name="ZoneName">Name of the zone.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Last day.</param>
/// <param name="Revoked">True when the town has taken the permit back.</param>
internal sealed record PlateRight(Guid PermitId, string Plate, string ZoneId, string ZoneName, DateOnly ValidFrom, DateOnly ValidUntil, bool Revoked)
{
    /// <summary>True on a day on which the plate may park in the zone.</summary>
    public bool IsValidOn(DateOnly day) => !Revoked && ValidFrom <= day && day <= ValidUntil;
}
