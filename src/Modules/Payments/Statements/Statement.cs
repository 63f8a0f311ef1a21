namespace Modellstadt.Payments.Statements;

/// <summary>A bank statement as it was read: all amounts in euro cents.</summary>
/// <param name="Id">The bank's identifier of the statement.</param>
/// <param name="Iban">The account.</param>
/// <param name="OpeningCents">What the account held before; below zero when overdrawn.</param>
/// <param name="ClosingCents">What it holds afterwards.</param>
/// <param name="ClosedOn">The day of the closing balance.</param>
/// <param name="Movements">What came and went in between, in the order of the statement.</param>
internal sealed record Statement(string Id, string Iban, long OpeningCents, long ClosingCents, DateOnly ClosedOn, IReadOnlyList<StatementMovement> Movements)
{
    /// <summary>True when opening balance and movements give the closing balance.</summary>
    public bool AddsUp => checked(OpeningCents + Movements.Sum(movement => movement.Cents)) == ClosingCents;
}

/// <summary>Money that came or went.</summary>
/// <param name="Cents">Euro cents: above zero came, below zero went.</param>
/// <param name="BookedOn">The bank's day.</param>
internal sealed record StatementMovement(long Cents, DateOnly BookedOn)
{
    /// <summary>Name of the other side; null when the bank does not say it.</summary>
    public string? PartyName { get; init; }

    /// <summary>Account of the other side; null when the bank does not say it.</summary>
    public string? PartyIban { get; init; }

    /// <summary>What the payer wrote, as words.</summary>
    public string Words { get; init; } = "";

    /// <summary>The references that the payer gave as such.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The payer's own identifier; null when there is none.</summary>
    public string? EndToEndId { get; init; }

    /// <summary>The identifier of the file of transfers that this belongs to; null when there is none.</summary>
    public string? BatchId { get; init; }

    /// <summary>True when something that was booked before goes back.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Why it goes back, a code of the bank such as AC04; null when there is none.</summary>
    public string? ReturnReason { get; init; }
}
