namespace Modellstadt.Payments.Ledger;

/// <summary>A part of an account.</summary>
/// <param name="Kind">The account.</param>
/// <param name="Part">Whose or what part of it.</param>
internal readonly record struct LedgerAccount(AccountKind Kind, string Part)
{
    /// <summary>What is owed for a receivable.</summary>
    public static LedgerAccount Receivable(Guid receivable) => new(AccountKind.Receivable, receivable.ToString("D"));

    /// <summary>The fee of a receivable.</summary>
    public static LedgerAccount FeeIncome(Guid receivable) => new(AccountKind.FeeIncome, receivable.ToString("D"));

    /// <summary>What the reminders of a receivable cost.</summary>
    public static LedgerAccount ReminderFees(Guid receivable) => new(AccountKind.ReminderFees, receivable.ToString("D"));

    /// <summary>What was given up of a receivable.</summary>
    public static LedgerAccount WriteOff(Guid receivable) => new(AccountKind.WriteOff, receivable.ToString("D"));

    /// <summary>What is owed back for a receivable or a receipt.</summary>
    public static LedgerAccount RefundsPayable(Guid source) => new(AccountKind.RefundsPayable, source.ToString("D"));

    /// <summary>A refund that is under way.</summary>
    public static LedgerAccount RefundsInTransit(Guid refund) => new(AccountKind.RefundsInTransit, refund.ToString("D"));

    /// <summary>What nobody has assigned of a movement.</summary>
    public static LedgerAccount Unassigned(Guid movement) => new(AccountKind.UnassignedReceipts, movement.ToString("D"));

    /// <summary>What a movement had to do with other things than fees.</summary>
    public static LedgerAccount Outside(Guid movement) => new(AccountKind.OutsideFees, movement.ToString("D"));

    /// <summary>What a bank account held before its first statement.</summary>
    public static LedgerAccount OpeningBalance(string iban) => new(AccountKind.OpeningBalance, iban);

    /// <summary>A bank account of the town.</summary>
    public static LedgerAccount Bank(string iban) => new(AccountKind.Bank, iban);
}
