namespace Modellstadt.Payments.Owed;

/// <summary>A clerk's wish to give up what is open of a receivable; gone as soon as another clerk has decided.</summary>
internal sealed class WriteOff
{
    /// <summary>The receivable.</summary>
    public required Guid ReceivableId { get; init; }

    /// <summary>Why, in words without anything about the person.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asked.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AskedAt { get; init; }
}
