using Modellstadt.Region.Feeds;

namespace Modellstadt.Region.Storage;

/// <summary>What this town tells others.</summary>
internal sealed class FeedEntryRow
{
    /// <summary>Grows with everything that is told; never used twice.</summary>
    public required long Number { get; init; }

    /// <summary>What it is about: a project's name in addresses, or the subject of a note. Each stands in the feed once.</summary>
    public required string Subject { get; init; }

    /// <summary>The state that is told; 1 for notes.</summary>
    public required int Version { get; init; }

    /// <summary><see cref="FeedNote.ProjectKind"/>, or the kind of a note.</summary>
    public required string Kind { get; init; }

    /// <summary>The entry as it goes out, a compact JWS.</summary>
    public required string Signed { get; init; }
}
