namespace Modellstadt.Region.Storage;

/// <summary>A document that somebody looks at before it counts.</summary>
internal sealed class ImportDraftRow
{
    public required Guid Id { get; init; }

    /// <summary>Where it was found.</summary>
    public required string Source { get; init; }

    /// <summary>True when it was fetched there by us.</summary>
    public required bool Fetched { get; init; }

    /// <summary>The document as it came.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }
}
