namespace Modellstadt.Parking.Interfaces;

/// <summary>How often a client got an answer within an hour.</summary>
internal sealed class CountOfClient
{
    /// <summary>Whose it is.</summary>
    public required Guid Client { get; init; }

    /// <summary>Hours since 1970.</summary>
    public required long Hour { get; init; }

    /// <summary>The answer.</summary>
    public required RightState State { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }
}
