using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Reminders;

namespace Modellstadt.Payments.Owed;

/// <summary>What a person owes the town for one notice. The balances follow from the ledger and are kept here to be found quickly.</summary>
internal sealed class Receivable
{
    /// <summary>Identifier; part of the ledger's accounts.</summary>
    public required Guid Id { get; init; }

    /// <summary>The caller's key: opening it again changes nothing.</summary>
    public required string Key { get; init; }

    /// <summary>The notice's reference (Kassenzeichen).</summary>
    public required string Reference { get; init; }

    /// <summary>The reference as banks carry it (ISO 11649).</summary>
    public required string CreditorReference { get; init; }

    /// <summary>Who owes.</summary>
    public required string DebtorName { get; init; }

    /// <summary>For what, in a few words.</summary>
    public required string Purpose { get; init; }

    /// <summary>Euro cents of the notice.</summary>
    public required long AmountCents { get; init; }

    /// <summary>Last day for the payment.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Name of the town's account; null when it is not known.</summary>
    public string? PayeeName { get; init; }

    /// <summary>IBAN of the town's account; null when it is not known.</summary>
    public string? PayeeIban { get; init; }

    /// <summary>True when fee or account are made up.</summary>
    public required bool Demo { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Euro cents still to be paid.</summary>
    public long OpenCents { get; private set; }

    /// <summary>Euro cents of the fee after all credits.</summary>
    public long IncomeCents { get; private set; }

    /// <summary>Euro cents that reminders cost.</summary>
    public long ReminderFeeCents { get; private set; }

    /// <summary>Euro cents that came, less what the bank took back.</summary>
    public long ReceivedCents { get; private set; }

    /// <summary>Euro cents that the town owes back and has not ordered yet.</summary>
    public long RefundableCents { get; private set; }

    /// <summary>Euro cents that were ordered from the bank to go back.</summary>
    public long RefundedCents { get; private set; }

    /// <summary>Euro cents given up.</summary>
    public long WrittenOffCents { get; private set; }

    /// <summary>Who paid first; null before.</summary>
    public string? PayerName { get; private set; }

    /// <summary>The account that paid first; null when nobody paid or the bank did not say it.</summary>
    public string? PayerIban { get; private set; }

    /// <summary>True when several accounts paid.</summary>
    public bool PayersDiffer { get; private set; }

    /// <summary>
    /// The account to which a refund goes: the one that the person named, else the only one that paid. When a second one paid, nobody is guessed:
    /// a stranger could pay a cent to draw a refund to himself.
    /// </summary>
    public string? RefundIban => ProvidedIban ?? (PayersDiffer ? null : PayerIban);

    /// <summary>Who gets a refund.</summary>
    public string RefundName => ProvidedName ?? PayerName ?? DebtorName;

    /// <summary>Name of the account holder that the person named; null before.</summary>
    public string? ProvidedName { get; set; }

    /// <summary>The account that the person named for refunds; null before.</summary>
    public string? ProvidedIban { get; set; }

    /// <summary>Why nobody is reminded, in words without anything about the person; null when nothing keeps reminders away.</summary>
    public string? HeldBecause { get; set; }

    /// <summary>The levels on the way to enforcement that it has reached.</summary>
    public ICollection<Reminder> Reminders { get; } = [];

    /// <summary>What others were told last.</summary>
    public ReceivableNewsKind Told { get; set; }

    /// <summary>Moves the balances as an entry of the ledger does.</summary>
    public void Apply(IEnumerable<(LedgerAccount Account, long Cents)> lines)
    {
        var own = Id.ToString("D");
        foreach (var (account, cents) in lines)
        {
            if (account.Kind is AccountKind.Bank or AccountKind.UnassignedReceipts)
                ReceivedCents += cents;
            else if (account.Kind is AccountKind.RefundsInTransit)
                RefundedCents -= cents;
            else if (account.Part == own)
                Move(account.Kind, cents);
        }
    }

    /// <summary>Notes who paid.</summary>
    public void NotePayer(string? name, string? iban)
    {
        if (PayerIban is null && !PayersDiffer && ReceivedCents == 0)
            (PayerName, PayerIban) = (name, iban);
        PayersDiffer |= iban is null || iban != PayerIban;
    }

    /// <summary>Forgets the account that a refund did not reach: the person is asked.</summary>
    public void ForgetAccount() => (PayersDiffer, ProvidedIban, ProvidedName) = (true, null, null);

    private void Move(AccountKind kind, long cents)
    {
        switch (kind)
        {
            case AccountKind.Receivable:
                OpenCents += cents;
                break;
            case AccountKind.FeeIncome:
                IncomeCents -= cents;
                break;
            case AccountKind.ReminderFees:
                ReminderFeeCents -= cents;
                break;
            case AccountKind.RefundsPayable:
                RefundableCents -= cents;
                break;
            case AccountKind.WriteOff:
                WrittenOffCents += cents;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No account of a receivable.");
        }
    }
}
