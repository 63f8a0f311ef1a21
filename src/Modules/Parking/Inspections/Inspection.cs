using System.Text.Json.Serialization;
using Modellstadt.Parking.Inspections.Places;

namespace Modellstadt.Parking.Inspections;

/// <summary>What a warden sees.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InspectionState>))]
internal enum InspectionState
{
    /// <summary>The plate may park here today.</summary>
    [JsonStringEnumMemberName("valid")]
    Valid,

    /// <summary>There is a permit, but it is over, revoked, not yet in force, or for another zone.</summary>
    [JsonStringEnumMemberName("not-valid")]
    NotValid,

    /// <summary>The town knows no permit for this plate.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}

/// <summary>The answer to a warden: state, plate, zone and day. Nothing about the person.</summary>
/// <param name="State">Whether the plate may park.</param>
/// <param name="Plate">The plate as it stands on the car, to compare; empty for the code of something that is no permit.</param>
internal sealed record Inspection(InspectionState State, string Plate)
{
    /// <summary>Letter of the zone of the permit; null when no permit is known.</summary>
    public string? Zone { get; init; }

    /// <summary>Name of that zone; null when no permit is known.</summary>
    public string? ZoneName { get; init; }

    /// <summary>Last day; null when no permit is known.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>True when the permit holds, but not in the zone where the car stands.</summary>
    public bool OnlyElsewhere { get; init; }

    /// <summary>What the sign where the car stands demands of everybody else; null when nobody said where that is.</summary>
    public PlaceSign? Here { get; init; }
}

/// <summary>The place where a car stands, and its sign at this moment.</summary>
/// <param name="Place">The place.</param>
/// <param name="ZoneName">Name of its zone.</param>
/// <param name="Sign">What the sign says now.</param>
internal sealed record PlaceSign(ParkingPlace Place, string ZoneName, ZoneSign Sign);
