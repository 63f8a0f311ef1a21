using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Refunding;

namespace Modellstadt.Payments.Ledger;

/// <summary>How each event moves money between accounts, decided from the receivable's balances alone.</summary>
internal static class Bookings
{
    /// <summary>A fee was set: it is owed, and it is income.</summary>
    public static Posting Opened(Receivable receivable) => Posting.Of(
        (LedgerAccount.Receivable(receivable.Id), receivable.AmountCents),
        (LedgerAccount.FeeIncome(receivable.Id), -receivable.AmountCents));

    /// <summary>A reminder costs something: it is owed beside the fee.</summary>
    /// <param name="receivable">The receivable that was not paid in time.</param>
    /// <param name="cents">How much, above zero.</param>
    public static Posting Reminded(Receivable receivable, long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cents);
        return Posting.Of((LedgerAccount.Receivable(receivable.Id), cents), (LedgerAccount.ReminderFees(receivable.Id), -cents));
    }

    /// <summary>Money came. It pays what is open, then what had been given up; the rest is owed back.</summary>
    /// <param name="receivable">The receivable it is for.</param>
    /// <param name="from">Where the money lies: in the bank, or among the unassigned receipts.</param>
    /// <param name="cents">How much, above zero.</param>
    public static Posting Received(Receivable receivable, LedgerAccount from, long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cents);
        var paid = Math.Min(cents, receivable.OpenCents);
        var recovered = Math.Min(cents - paid, receivable.WrittenOffCents);
        return Posting.Of(
            (from, cents),
            (LedgerAccount.Receivable(receivable.Id), -paid),
            (LedgerAccount.WriteOff(receivable.Id), -recovered),
            (LedgerAccount.RefundsPayable(receivable.Id), -(cents - paid - recovered)));
    }

    /// <summary>The fee was reduced. What is open shrinks, then what had been given up; what was paid already is owed back.</summary>
    /// <param name="receivable">The receivable.</param>
    /// <param name="cents">How much, above zero and at most what is left of the fee.</param>
    public static Posting Credited(Receivable receivable, long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cents, receivable.IncomeCents);
        var open = Math.Min(cents, receivable.OpenCents);
        var givenUp = Math.Min(cents - open, receivable.WrittenOffCents);
        return Posting.Of(
            (LedgerAccount.FeeIncome(receivable.Id), cents),
            (LedgerAccount.Receivable(receivable.Id), -open),
            (LedgerAccount.WriteOff(receivable.Id), -givenUp),
            (LedgerAccount.RefundsPayable(receivable.Id), -(cents - open - givenUp)));
    }

    /// <summary>The bank took money back. What was owed back is so no longer; the rest is open again.</summary>
    /// <param name="receivable">The receivable it had come for.</param>
    /// <param name="from">Where the money is missing now: the bank, or the unassigned receipts.</param>
    /// <param name="cents">How much, above zero and at most what had come.</param>
    public static Posting TakenBack(Receivable receivable, LedgerAccount from, long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cents, receivable.ReceivedCents);
        var kept = Math.Min(cents, receivable.RefundableCents);
        return Posting.Of(
            (LedgerAccount.RefundsPayable(receivable.Id), kept),
            (LedgerAccount.Receivable(receivable.Id), cents - kept),
            (from, -cents));
    }

    /// <summary>A refund stands in a file for the bank.</summary>
    public static Posting RefundOrdered(Refund refund) => Posting.Of(
        (LedgerAccount.RefundsPayable(refund.Source), refund.Cents),
        (LedgerAccount.RefundsInTransit(refund.Id), -refund.Cents));

    /// <summary>A refund did not reach its recipient, or will not be sent.</summary>
    public static Posting RefundFailed(Refund refund) => Posting.Of(
        (LedgerAccount.RefundsInTransit(refund.Id), refund.Cents),
        (LedgerAccount.RefundsPayable(refund.Source), -refund.Cents));

    /// <summary>Money that is for nothing known, or no longer: from one account to another.</summary>
    /// <param name="from">The account that it leaves.</param>
    /// <param name="to">The account that it goes to.</param>
    /// <param name="cents">How much; below zero when money went.</param>
    public static Posting Moved(LedgerAccount from, LedgerAccount to, long cents) => Posting.Of((to, cents), (from, -cents));

    /// <summary>What is open is given up.</summary>
    public static Posting WrittenOff(Receivable receivable) => Posting.Of(
        (LedgerAccount.WriteOff(receivable.Id), receivable.OpenCents),
        (LedgerAccount.Receivable(receivable.Id), -receivable.OpenCents));
}
