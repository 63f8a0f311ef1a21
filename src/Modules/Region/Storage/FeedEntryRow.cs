namespace Modellstadt.Region.Storage;

/// <summary>What this town tells others about one of its projects.</summary>
internal sealed class FeedEntryRow
{
    /// <summary>Grows with everything that is told; never used twice.</summary>
    public required long Number { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>The state that is told.</summary>
    public required int ProjectVersion { get; init; }

    /// <summary>The entry as it goes out, a compact JWS.</summary>
    public required string Signed { get; init; }
}
