namespace Modellstadt.Payments.Statements;

/// <summary>A statement that was taken into the books.</summary>
internal sealed class BankStatement
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The town's account.</summary>
    public required string Iban { get; init; }

    /// <summary>The bank's identifier of the statement; unique within the account.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of what the statement says, hexadecimal: the same file again, or another one under the same name.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Euro cents before.</summary>
    public required long OpeningCents { get; init; }

    /// <summary>Euro cents afterwards.</summary>
    public required long ClosingCents { get; init; }

    /// <summary>The day of the closing balance.</summary>
    public required DateOnly ClosedOn { get; init; }

    /// <summary>When it was taken into the books; also their order.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Counts the statements of all accounts in the order of their import.</summary>
    public required long Sequence { get; init; }

    /// <summary>Who brought it.</summary>
    public required string ImportedBy { get; init; }
}

/// <summary>A movement of a statement, and what became of it.</summary>
internal sealed class BankMovement
{
    /// <summary>Identifier; part of the ledger's accounts.</summary>
    public required Guid Id { get; init; }

    /// <summary>The statement.</summary>
    public required Guid StatementId { get; init; }

    /// <summary>Place in the statement, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Euro cents: above zero came, below zero went.</summary>
    public required long Cents { get; init; }

    /// <summary>The bank's day.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>Name of the other side; null when the bank does not say it.</summary>
    public string? PartyName { get; init; }

    /// <summary>Account of the other side; null when the bank does not say it.</summary>
    public string? PartyIban { get; init; }

    /// <summary>What the payer wrote.</summary>
    public required string Words { get; init; }

    /// <summary>The payer's own identifier; null when there is none.</summary>
    public string? EndToEndId { get; init; }

    /// <summary>True when something that was booked before goes back.</summary>
    public required bool IsReturn { get; init; }

    /// <summary>The receivable that it was for, the first when several; null when for none.</summary>
    public Guid? ReceivableId { get; set; }

    /// <summary>The receivable that it may be for, as long as nobody has decided.</summary>
    public Guid? ProposedId { get; set; }

    /// <summary>Euro cents that nobody has assigned yet: sign as <see cref="Cents"/>, zero when all is clear.</summary>
    public required long UnassignedCents { get; set; }

    /// <summary>Euro cents that go back to whoever sent them and stand in no file yet.</summary>
    public long RefundableCents { get; set; }

    /// <summary>What became of it.</summary>
    public required MovementState State { get; set; }
}

/// <summary>What became of a movement.</summary>
internal enum MovementState
{
    /// <summary>Booked for receivables.</summary>
    Assigned,

    /// <summary>Waits for a clerk.</summary>
    Unassigned,

    /// <summary>Goes back to whoever sent it.</summary>
    SentBack,

    /// <summary>No matter of fees.</summary>
    Outside,

    /// <summary>The bank paid refunds, or brought one back.</summary>
    Refund,
}
