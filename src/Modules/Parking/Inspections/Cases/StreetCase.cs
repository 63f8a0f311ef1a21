using Modellstadt.Parking.Inspections.Shifts;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>
/// A car without a right, handed over by a warden to the fine system: the only thing of a check that is stored, for a day at most. It holds no
/// name; photos stay in the warden's camera, here is only how many there are.
/// </summary>
internal sealed class StreetCase
{
    /// <summary>Longest text about the place, characters.</summary>
    public const int LongestPlace = 120;

    /// <summary>Random identifier; the fine system keeps it as its reference.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>Account of the warden, who is the witness.</summary>
    public required Guid Warden { get; init; }

    /// <summary>What the shift was for.</summary>
    public required ShiftPurpose Purpose { get; init; }

    /// <summary>The plate as it stands on the car.</summary>
    public required string Plate { get; init; }

    /// <summary>Letter of the zone of the space.</summary>
    public required string Zone { get; init; }

    /// <summary>Name of that zone.</summary>
    public required string ZoneName { get; init; }

    /// <summary>Street and spot in words.</summary>
    public required string Place { get; init; }

    /// <summary>The sign of the zone, as the town's facts have it: restriction and hours.</summary>
    public required string Rule { get; init; }

    /// <summary>What the check said: a permit that does not count, or none.</summary>
    public required InspectionState State { get; init; }

    /// <summary>How many photos the warden took.</summary>
    public required int Photos { get; init; }

    /// <summary>When the warden saw the car.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>When it is deleted at the latest.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When a clerk last loaded a file with it; null while none did.</summary>
    public DateTimeOffset? FiledAt { get; set; }
}
