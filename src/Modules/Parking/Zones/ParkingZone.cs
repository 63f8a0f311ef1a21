using Modellstadt.Parking.Facts;

namespace Modellstadt.Parking.Zones;

/// <summary>A resident parking zone (Bewohnerparkgebiet, StVO § 45 Abs. 1b Satz 1 Nr. 2a).</summary>
internal sealed record ParkingZone
{
    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>What stands on the permit; begins with <c>?</c> when the town has not published it.</summary>
    public required string ZoneId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>In force, or only announced.</summary>
    public required ZoneStatus Status { get; init; }

    /// <summary>True only when the source names the whole street list.</summary>
    public required bool StreetListComplete { get; init; }

    /// <summary>Its streets.</summary>
    public required IReadOnlyList<StreetRange> Streets { get; init; }

    /// <summary>Its area on the map; null when it is described by streets only.</summary>
    public ZoneArea? Area { get; init; }

    /// <summary>How many spaces it has for residents.</summary>
    public Sourced<int?> Spaces { get; init; } = Sourced.NotFound<int?>();

    /// <summary>What everybody else has to do there.</summary>
    public NonResidentRule? NonResidents { get; init; }

    /// <summary>How reliable the source is.</summary>
    public required string Confidence { get; init; }

    /// <summary>Where it was found.</summary>
    public required string Source { get; init; }

    /// <summary>The zone of the compiled facts whose place a made-up zone takes; null otherwise.</summary>
    public string? Replaces { get; init; }

    /// <summary>True when the zone's list is made up.</summary>
    public bool Demo { get; init; }
}

/// <summary>Whether a zone's signs stand.</summary>
internal enum ZoneStatus
{
    /// <summary>Permits are issued.</summary>
    InForce,

    /// <summary>Decided or planned, not yet in force.</summary>
    Announced,
}

/// <summary>What people without a permit have to do in a zone.</summary>
/// <param name="Restriction"><c>residents-only</c>, <c>parking-ticket</c>, <c>parking-disc-2h</c>, <c>paid-or-time-limited</c>; null when it was not found.</param>
/// <param name="Hours">When it holds, as the source writes it; null: always, or not found.</param>
internal sealed record NonResidentRule(string? Restriction, string? Hours);
