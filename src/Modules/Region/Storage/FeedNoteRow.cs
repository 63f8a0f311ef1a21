namespace Modellstadt.Region.Storage;

/// <summary>What this town has to tell beside its projects; stored with the deed, and put into the feed a moment later.</summary>
internal sealed class FeedNoteRow
{
    /// <summary>What it is about, with its kind before it; told once.</summary>
    public required string Subject { get; init; }

    /// <summary>The kind, by which readers know whether they understand it.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Content { get; init; }
}
