using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments.Office;

/// <summary>The words in English.</summary>
internal sealed class EnglishBooksTexts : BooksTexts
{
    public override string Title => "Payments";
    public override string ToOffice => "To the resident parking permits";
    public override string ToPayments => "To the payments";
    public override string ToReceivables => "To the receivables";
    public override string UploadTitle => "Book a bank statement";
    public override string UploadFile => "File of the bank statement";
    public override string UploadHint => "CAMT.053 of the bank, at most 10 MB. The same statement again changes nothing.";
    public override string UploadGo => "Book the statement";
    public override string Statements => "Statements in the books";
    public override string NoStatement => "No statement has been booked yet.";
    public override string Statement => "Bank statement";
    public override string Day => "Day";
    public override string Account => "Account";
    public override string OpeningBalance => "Opening balance";
    public override string ClosingBalance => "Closing balance";
    public override string KnownTitle => "This statement was booked before";
    public override string KnownWords => "Nothing was changed.";
    public override string Movements => "Movements";
    public override string Party => "From or to";
    public override string PaymentWords => "What the payer wrote";
    public override string Amount => "Amount";
    public override string Result => "Result";
    public override string Balances => "Balances";
    public override string BalancesLead => "The sum of all accounts is always zero.";
    public override string Debit => "Debit";
    public override string Credit => "Credit";
    public override string Balance => "Balance";
    public override string Sum => "Sum";
    public override string Unassigned => "Unassigned movements";
    public override string UnassignedLead => "No rule could assign these movements for sure. Assign them to a receivable, or book them out.";
    public override string NothingUnassigned => "All is clear";
    public override string NothingUnassignedHint => "No movement waits for you.";
    public override string NoParty => "unknown";
    public override string NoWords => "The payer wrote nothing.";
    public override string Proposal => "Proposal";
    public override string Reference => "Reference";
    public override string PartOfIt => "Only a part, euros (else empty)";
    public override string Assign => "Assign";
    public override string PutOutside => "No matter of fees";
    public override string Receivables => "Receivables";
    public override string Receivable => "Receivable";
    public override string SearchReceivable => "Reference or name";
    public override string SearchGo => "Search";
    public override string NoReceivable => "No receivable";
    public override string NoReceivableHint => "Nothing is open, or the search finds nothing.";
    public override string Debtor => "Who pays";
    public override string DueOn => "Due on";
    public override string Fee => "Fee";
    public override string Open => "Open";
    public override string Came => "Came in";
    public override string OwedBack => "Owed back";
    public override string State => "State";
    public override string CreditorReference => "Creditor reference";
    public override string Entries => "Entries";
    public override string Entry => "Entry";
    public override string Lines => "Accounts";
    public override string Number => "Number";
    public override string Refunds => "Refunds";
    public override string NothingOwedBack => "Nothing is owed back";
    public override string NothingOwedBackHint => "As soon as somebody has paid too much or gets a credit, it stands here.";
    public override string Recipient => "Recipient";
    public override string AccountMissing => "IBAN is missing";
    public override string MakeFile => "Prepare the file for the bank";
    public override string RefundFiles => "Files for the bank";
    public override string RefundFilesLead => "Whoever prepares a file does not release it. Each refund stands in exactly one file; the bank takes each file once only.";
    public override string Download => "Download the file (pain.001)";
    public override string SomebodyElseReleases => "Somebody else releases it.";
    public override string Release => "Release";
    public override string Discard => "Discard";
    public override string SendBack => "Back to the sender";
    public override string ExportLedger => "All entries as CSV";
    public override string WriteOff => "Write off";
    public override string WriteOffExplain => "What is open is pursued no further; money that comes all the same is taken. A second person has to agree.";
    public override string Reason => "Reason";
    public override string WriteOffAsk => "Propose to write it off";
    public override string WriteOffAsked => "Proposed to be written off:";
    public override string WriteOffConfirm => "Confirm to write it off";
    public override string Pages => "Pages of the list";
    public override string Previous => "Previous page";
    public override string Next => "Next page";

    public override string OpenReceivables(int count) => count == 1 ? "1 open receivable" : $"{count} open receivables";

    public override string UnassignedMovements(int count) => count == 1 ? "1 unassigned movement" : $"{count} unassigned movements";

    public override string StillOpen(string amount) => $"{amount} are open";

    public override string Transfers(int count) => count == 1 ? "1 transfer" : $"{count} transfers";

    public override string StateOf(RefundFileState state) => state switch
    {
        RefundFileState.Made => "prepared, waits for release",
        RefundFileState.Released => "released",
        RefundFileState.Discarded => "discarded",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string StateOf(MovementState state) => state switch
    {
        MovementState.Assigned => "assigned",
        MovementState.Unassigned => "unassigned",
        MovementState.SentBack => "goes back",
        MovementState.Refund => "refund",
        MovementState.Outside => "no matter of fees",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string NameOf(AccountKind account) => account switch
    {
        AccountKind.Receivable => "Receivables",
        AccountKind.Bank => "Bank",
        AccountKind.OpeningBalance => "Opening balance of the bank",
        AccountKind.FeeIncome => "Fees",
        AccountKind.ReminderFees => "Reminder fees",
        AccountKind.WriteOff => "Written off",
        AccountKind.RefundsPayable => "Owed back",
        AccountKind.RefundsInTransit => "Refunds under way",
        AccountKind.UnassignedReceipts => "Unassigned movements",
        AccountKind.OutsideFees => "No matter of fees",
        _ => throw new ArgumentOutOfRangeException(nameof(account)),
    };

    public override string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.Opened => "Fee set",
        EntryKind.Credited => "Credit",
        EntryKind.ReminderFee => "Reminder fee",
        EntryKind.Received => "Payment",
        EntryKind.TakenBack => "Taken back by the bank",
        EntryKind.WrittenOff => "Written off",
        EntryKind.OpeningBalance => "Opening balance",
        EntryKind.Unassigned => "Unassigned movement",
        EntryKind.Outside => "No matter of fees",
        EntryKind.SentBack => "Sent back",
        EntryKind.RefundOrdered => "Refund prepared",
        EntryKind.RefundPaid => "Refund paid",
        EntryKind.RefundFailed => "Refund did not arrive",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
