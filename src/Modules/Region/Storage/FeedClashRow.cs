namespace Modellstadt.Region.Storage;

/// <summary>A project that another town tells under the name of one that the register knows already: it is not taken over, the rest of the feed is.</summary>
internal sealed class FeedClashRow
{
    /// <summary>Gemeindeschlüssel of the town that tells it.</summary>
    public required string Town { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>What the town calls it.</summary>
    public required string Title { get; set; }

    /// <summary>The newest entry about it.</summary>
    public required long Number { get; set; }
}
