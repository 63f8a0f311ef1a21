namespace Modellstadt.Payments.Refunding;

/// <summary>Money that goes back to somebody, in a file for the bank.</summary>
internal sealed class Refund
{
    /// <summary>Identifier; part of the ledger's accounts.</summary>
    public required Guid Id { get; init; }

    /// <summary>The file.</summary>
    public required Guid FileId { get; init; }

    /// <summary>Place in the file, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The receivable that it comes from; null when it comes from a movement.</summary>
    public Guid? ReceivableId { get; init; }

    /// <summary>The movement that is sent back; null when it comes from a receivable.</summary>
    public Guid? MovementId { get; init; }

    /// <summary>Euro cents.</summary>
    public required long Cents { get; init; }

    /// <summary>Who gets it.</summary>
    public required string CreditorName { get; init; }

    /// <summary>The account it goes to.</summary>
    public required string CreditorIban { get; init; }

    /// <summary>What the recipient reads.</summary>
    public required string Words { get; init; }

    /// <summary>The identifier by which the bank's statement names it.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>How far it is.</summary>
    public required RefundState State { get; set; }

    /// <summary>The receivable or the movement.</summary>
    public Guid Source => ReceivableId ?? MovementId!.Value;
}

/// <summary>How far a refund is.</summary>
internal enum RefundState
{
    /// <summary>Stands in a file.</summary>
    Ordered,

    /// <summary>The bank has paid it.</summary>
    Paid,

    /// <summary>Its file was discarded, or the bank brought it back: the money is owed back as before.</summary>
    Failed,
}

/// <summary>A file of refunds: made by one clerk, released by another.</summary>
internal sealed class RefundFile
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name under which the bank knows it; the bank takes no name twice.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the town's account.</summary>
    public required string DebtorName { get; init; }

    /// <summary>The town's account.</summary>
    public required string DebtorIban { get; init; }

    /// <summary>Euro cents of all refunds in it.</summary>
    public required long TotalCents { get; init; }

    /// <summary>How many refunds are in it.</summary>
    public required int Count { get; init; }

    /// <summary>How far it is.</summary>
    public required RefundFileState State { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was released or discarded; null before.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who released or discarded it; null before.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>The day on which the bank is to pay; null before the release.</summary>
    public DateOnly? ExecuteOn { get; set; }
}

/// <summary>How far a file of refunds is.</summary>
internal enum RefundFileState
{
    /// <summary>Made; waits for a second pair of eyes.</summary>
    Made,

    /// <summary>Released: it can be downloaded for the bank.</summary>
    Released,

    /// <summary>Given up before it was released.</summary>
    Discarded,
}
