namespace Modellstadt.Payments;

/// <summary>How a receivable stands at present.</summary>
/// <param name="Key">The caller's key.</param>
/// <param name="CreditorReference">What the payer writes into the transfer.</param>
/// <param name="State">In one word.</param>
/// <param name="DueOn">Last day for the payment.</param>
public sealed record ReceivableStanding(string Key, CreditorReference CreditorReference, ReceivableState State, DateOnly DueOn)
{
    /// <summary>Euro cents of the fee after all credits.</summary>
    public required long FeeCents { get; init; }

    /// <summary>Euro cents that reminders cost.</summary>
    public required long ReminderFeeCents { get; init; }

    /// <summary>Euro cents that came, less what the bank took back.</summary>
    public required long ReceivedCents { get; init; }

    /// <summary>Euro cents still to be paid.</summary>
    public required long OpenCents { get; init; }

    /// <summary>Euro cents that the town owes back and has not ordered yet.</summary>
    public required long RefundableCents { get; init; }

    /// <summary>The last reminder; null when there was none.</summary>
    public required ReceivableReminder? Reminder { get; init; }

    /// <summary>True when a refund waits for the account it can go to: it waits until the person names one.</summary>
    public required bool NeedsIban { get; init; }
}

/// <summary>How a receivable stands, in one word.</summary>
public enum ReceivableState
{
    /// <summary>Nothing came yet, and there is time left.</summary>
    Open,

    /// <summary>A part came, and there is time left for the rest.</summary>
    PartPaid,

    /// <summary>Nothing more is to be paid.</summary>
    Paid,

    /// <summary>More came than is owed: the rest goes back.</summary>
    Overpaid,

    /// <summary>Something is open although the last day is over.</summary>
    Overdue,

    /// <summary>The town gave up what was open.</summary>
    WrittenOff,
}
