namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>What others can hear of.</summary>
internal static class EventTypes
{
    /// <summary>A right that did not exist before.</summary>
    public const string Granted = "right.granted";

    /// <summary>Zone, plates or days of a right are others now, or it is taken up again.</summary>
    public const string Changed = "right.changed";

    /// <summary>A right ended before its last day, or is suspended.</summary>
    public const string Ended = "right.ended";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Granted, Changed, Ended];
}
