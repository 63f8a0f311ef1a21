using System.Text.Json.Serialization;

namespace Modellstadt.Parking.Inspections;

/// <summary>What a warden sees.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InspectionState>))]
internal enum InspectionState
{
    /// <summary>The plate may park in the zone today.</summary>
    [JsonStringEnumMemberName("valid")]
    Valid,

    /// <summary>There is a permit, but it is over, revoked or not yet in force.</summary>
    [JsonStringEnumMemberName("not-valid")]
    NotValid,

    /// <summary>The town knows no permit for this plate.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}

/// <summary>The answer to a warden: state, plate, zone and day. Nothing about the person.</summary>
/// <param name="State">Whether the plate may park.</param>
/// <param name="Plate">The plate as it stands on the car, to compare; empty for the code of something that is no permit.</param>
/// <param name="Zone">Letter of the zone; null when no permit is known.</param>
/// <param name="ZoneName">Name of the zone; null when no permit is known.</param>
/// <param name="ValidUntil">Last day; null when no permit is known.</param>
internal sealed record Inspection(InspectionState State, string Plate, string? Zone, string? ZoneName, DateOnly? ValidUntil)
{
    /// <summary>The answer from the rights of a plate: a valid one before all others, else the latest.</summary>
    public static Inspection Of(string plate, IReadOnlyList<PlateRight> rights, DateOnly today)
    {
        if (rights is [])
            return new Inspection(InspectionState.Unknown, plate, null, null, null);

        var right = rights.FirstOrDefault(candidate => candidate.IsValidOn(today)) ?? rights.MaxBy(candidate => candidate.ValidUntil)!;
        var state = right.IsValidOn(today) ? InspectionState.Valid : InspectionState.NotValid;
        return new Inspection(state, plate, right.ZoneId, right.ZoneName, right.ValidUntil);
    }
}
