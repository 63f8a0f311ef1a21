namespace Modellstadt.Region.Storage;

/// <summary>A town asks the lead of a project something.</summary>
internal sealed class ReuseQuestionRow
{
    /// <summary>Begins with the Gemeindeschlüssel of who asks, so that no town takes another's.</summary>
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>Gemeindeschlüssel of the town that is asked.</summary>
    public required string Giver { get; init; }

    /// <summary>Gemeindeschlüssel of the town that asks.</summary>
    public required string Asker { get; init; }

    public required string AskerName { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string Words { get; init; }
}
