namespace Modellstadt.Region.Storage;

/// <summary>How far the feed of another town was read.</summary>
internal sealed class FeedRow
{
    /// <summary>Gemeindeschlüssel of the town.</summary>
    public required string Town { get; init; }

    /// <summary>The newest entry that was taken over; 0 before the first.</summary>
    public required long LastNumber { get; set; }

    /// <summary>When it last answered; null when it never has.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Why reading stopped, <see cref="Feeds.FeedFailure"/>; null when the last reading went through.</summary>
    public string? Failure { get; set; }

    /// <summary>How many readings in a row have failed.</summary>
    public int Failures { get; set; }

    /// <summary>Until when it is not asked; null when it is asked in each round.</summary>
    public DateTimeOffset? RestsUntil { get; set; }
}
