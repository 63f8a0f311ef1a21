namespace Modellstadt.Payments.Ledger;

/// <summary>An entry of the ledger: what happened, and how it moved money between accounts. Never changed, never deleted; a mistake is put right by another entry.</summary>
internal sealed class LedgerEntry
{
    /// <summary>Counted from 1 without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>Unique: the same event is booked once, however often it is told.</summary>
    public required string Key { get; init; }

    /// <summary>What happened.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Who caused it, as the audit trail names them.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, in words; null when the kind says it all. Holds nothing about a person.</summary>
    public string? Reason { get; init; }

    /// <summary>The day it counts for: of the bank, or of the decision.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>At least two lines that add up to zero.</summary>
    public required ICollection<LedgerLine> Lines { get; init; }
}

/// <summary>One line of an entry.</summary>
internal sealed class LedgerLine
{
    /// <summary>Number of the entry.</summary>
    public long Entry { get; init; }

    /// <summary>Place within the entry, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The account.</summary>
    public required AccountKind Account { get; init; }

    /// <summary>The part of the account.</summary>
    public required string Part { get; init; }

    /// <summary>Euro cents: above zero in debit (Soll), below zero in credit (Haben); never zero.</summary>
    public required long Cents { get; init; }
}

/// <summary>What an entry records.</summary>
internal enum EntryKind
{
    /// <summary>A fee was set.</summary>
    Opened,

    /// <summary>A fee was reduced or given back.</summary>
    Credited,

    /// <summary>A reminder cost something.</summary>
    ReminderFee,

    /// <summary>Money came for a receivable.</summary>
    Received,

    /// <summary>The bank took back money that had come for a receivable.</summary>
    TakenBack,

    /// <summary>A receivable was given up.</summary>
    WrittenOff,

    /// <summary>What an account held before its first statement.</summary>
    OpeningBalance,

    /// <summary>Money came or went, and nobody knew for what.</summary>
    Unassigned,

    /// <summary>A clerk found that it is no matter of fees.</summary>
    Outside,

    /// <summary>A clerk sends money back that was for nothing.</summary>
    SentBack,

    /// <summary>A refund was put into a file for the bank.</summary>
    RefundOrdered,

    /// <summary>The bank paid a refund.</summary>
    RefundPaid,

    /// <summary>A refund was discarded, or the bank brought it back.</summary>
    RefundFailed,
}
