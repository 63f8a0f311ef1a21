namespace Modellstadt.Region.Storage;

/// <summary>A project as its town states it today.</summary>
internal sealed class ProjectRow
{
    /// <summary>Its name in addresses: lower-case words with hyphens, never given twice.</summary>
    public required string Id { get; init; }

    /// <summary>Gemeindeschlüssel of the town that leads it.</summary>
    public required string Town { get; init; }

    /// <summary>1 for the first state; grows by 1 with each change.</summary>
    public required int Version { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The whole state, JSON.</summary>
    public required string Content { get; set; }
}
