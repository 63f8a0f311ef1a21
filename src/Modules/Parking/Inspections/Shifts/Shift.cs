namespace Modellstadt.Parking.Inspections.Shifts;

/// <summary>A warden's round: for a purpose, in some zones, for some hours. Nobody asks for a plate outside of one.</summary>
internal sealed class Shift
{
    private const char Separator = '\n';

    /// <summary>Random identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>Account of the warden.</summary>
    public required Guid Warden { get; init; }

    /// <summary>What for.</summary>
    public required ShiftPurpose Purpose { get; init; }

    /// <summary>Letters of the zones, one a line.</summary>
    public required string Zones { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ends at the latest.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When the warden ended it; null while it runs, and when it ran out.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Each zone.</summary>
    public IReadOnlyList<string> EachZone => Zones.Split(Separator);

    /// <summary>True while plates may be asked for.</summary>
    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && now < EndsAt;

    /// <summary>Several zones in one column.</summary>
    public static string Lines(IEnumerable<string> zones) => string.Join(Separator, zones);
}

/// <summary>What plates are asked for in a shift. There is no other purpose.</summary>
internal enum ShiftPurpose
{
    /// <summary>The usual round through the zones.</summary>
    Round,

    /// <summary>Somebody complained about cars in a street.</summary>
    Complaint,

    /// <summary>An event, roadworks or an accident brings many cars into a zone.</summary>
    Event,
}
