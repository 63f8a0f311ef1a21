namespace Modellstadt.Region.Storage;

/// <summary>A state that an imported entry was in.</summary>
internal sealed class ForeignResultVersionRow
{
    public required string ResultId { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The account that imported it, or took it out.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>The whole state, JSON.</summary>
    public required string Content { get; init; }
}
