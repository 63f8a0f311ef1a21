namespace Modellstadt.Region.Storage;

/// <summary>A state that a project was in.</summary>
internal sealed class ProjectVersionRow
{
    public required string ProjectId { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The account that changed it, or the collection that it came with.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>Why it was changed, in the words of who did.</summary>
    public required string Reason { get; init; }

    /// <summary>The whole state, JSON.</summary>
    public required string Content { get; init; }
}
