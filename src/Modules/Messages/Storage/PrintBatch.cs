namespace Modellstadt.Messages.Storage;

/// <summary>Letters that are printed together.</summary>
internal sealed class PrintBatch
{
    /// <summary>Identifier; stands in its address.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>How many letters it holds.</summary>
    public required int Letters { get; init; }

    /// <summary>When it was put together.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Name of the member of staff who did it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When its paper was taken from the printer; null while nobody has said so.</summary>
    public DateTimeOffset? PrintedAt { get; set; }

    /// <summary>Name of the member of staff who said so.</summary>
    public string? PrintedBy { get; set; }
}
