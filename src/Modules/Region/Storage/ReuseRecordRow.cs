namespace Modellstadt.Region.Storage;

/// <summary>What a town said of a take-over. Stands here only with the signature of who said it.</summary>
internal sealed class ReuseRecordRow
{
    /// <summary>Follows from the content, <see cref="Reuse.ReuseRecord.Id"/>.</summary>
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>Gemeindeschlüssel of the town that leads the project.</summary>
    public required string Giver { get; init; }

    /// <summary>Gemeindeschlüssel of the town that takes it over.</summary>
    public required string Taker { get; init; }

    /// <summary>Its place among the records of this take-over.</summary>
    public required int Number { get; init; }

    /// <summary>Who said it: giver or taker. Nobody says two things under one number.</summary>
    public required string Speaker { get; init; }

    /// <summary>The form it came from, so that a form sent twice counts once; null when it came in a feed.</summary>
    public string? FormKey { get; init; }

    /// <summary>The record, JSON.</summary>
    public required string Content { get; init; }
}
