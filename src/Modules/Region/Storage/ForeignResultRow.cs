namespace Modellstadt.Region.Storage;

/// <summary>Something that others have made, as an imported catalogue describes it today.</summary>
internal sealed class ForeignResultRow
{
    /// <summary>Its name in addresses; follows from its identifier.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first state; grows by 1 with each change.</summary>
    public required int Version { get; set; }

    /// <summary>When it was imported last, changed or not.</summary>
    public required DateTimeOffset ImportedAt { get; set; }

    /// <summary>The whole state, JSON.</summary>
    public required string Content { get; set; }
}
