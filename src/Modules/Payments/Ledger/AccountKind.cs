namespace Modellstadt.Payments.Ledger;

/// <summary>The accounts of the ledger. Each has parts: one for each receivable, bank account, receipt or refund.</summary>
internal enum AccountKind
{
    /// <summary>What a person owes; part: the receivable.</summary>
    Receivable,

    /// <summary>What lies in the bank; part: the IBAN.</summary>
    Bank,

    /// <summary>What a bank account held before its first statement was read; part: the IBAN.</summary>
    OpeningBalance,

    /// <summary>Fees that the town has set, less what it credited; part: the receivable.</summary>
    FeeIncome,

    /// <summary>What reminders cost (Mahngebühren); part: the receivable.</summary>
    ReminderFees,

    /// <summary>Fees that the town will not get; part: the receivable.</summary>
    WriteOff,

    /// <summary>What the town owes back; part: the receivable or the receipt.</summary>
    RefundsPayable,

    /// <summary>Refunds ordered from the bank that no statement has shown yet; part: the refund.</summary>
    RefundsInTransit,

    /// <summary>What came or went and nobody knows for what; part: the entry of the statement.</summary>
    UnassignedReceipts,

    /// <summary>What a clerk found to be no matter of fees, for example charges of the bank; part: the entry of the statement.</summary>
    OutsideFees,
}
