using Modellstadt.Kernel.Texts;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments.Office;

/// <summary>What clerks read in the books.</summary>
internal abstract class BooksTexts : ITexts<BooksTexts>
{
    private static readonly BooksTexts German = new GermanBooksTexts();
    private static readonly BooksTexts English = new EnglishBooksTexts();

    public static BooksTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }
    public abstract string ToOffice { get; }
    public abstract string ToPayments { get; }
    public abstract string ToReceivables { get; }
    public abstract string UploadTitle { get; }
    public abstract string UploadFile { get; }
    public abstract string UploadHint { get; }
    public abstract string UploadGo { get; }
    public abstract string Statements { get; }
    public abstract string NoStatement { get; }
    public abstract string Statement { get; }
    public abstract string Day { get; }
    public abstract string Account { get; }
    public abstract string OpeningBalance { get; }
    public abstract string ClosingBalance { get; }
    public abstract string KnownTitle { get; }
    public abstract string KnownWords { get; }
    public abstract string Movements { get; }
    public abstract string Party { get; }
    public abstract string PaymentWords { get; }
    public abstract string Amount { get; }
    public abstract string Result { get; }
    public abstract string Balances { get; }
    public abstract string BalancesLead { get; }
    public abstract string Debit { get; }
    public abstract string Credit { get; }
    public abstract string Balance { get; }
    public abstract string Sum { get; }
    public abstract string Unassigned { get; }
    public abstract string UnassignedLead { get; }
    public abstract string NothingUnassigned { get; }
    public abstract string NothingUnassignedHint { get; }
    public abstract string NoParty { get; }
    public abstract string NoWords { get; }
    public abstract string Proposal { get; }
    public abstract string Reference { get; }
    public abstract string PartOfIt { get; }
    public abstract string Assign { get; }
    public abstract string PutOutside { get; }
    public abstract string Receivables { get; }
    public abstract string Receivable { get; }
    public abstract string SearchReceivable { get; }
    public abstract string SearchGo { get; }
    public abstract string NoReceivable { get; }
    public abstract string NoReceivableHint { get; }
    public abstract string Debtor { get; }
    public abstract string DueOn { get; }
    public abstract string Fee { get; }
    public abstract string Open { get; }
    public abstract string Came { get; }
    public abstract string OwedBack { get; }
    public abstract string State { get; }
    public abstract string CreditorReference { get; }
    public abstract string Entries { get; }
    public abstract string Entry { get; }
    public abstract string Lines { get; }
    public abstract string Number { get; }
    public abstract string Refunds { get; }
    public abstract string NothingOwedBack { get; }
    public abstract string NothingOwedBackHint { get; }
    public abstract string Recipient { get; }
    public abstract string AccountMissing { get; }
    public abstract string MakeFile { get; }
    public abstract string RefundFiles { get; }
    public abstract string RefundFilesLead { get; }
    public abstract string Download { get; }
    public abstract string SomebodyElseReleases { get; }
    public abstract string Release { get; }
    public abstract string Discard { get; }
    public abstract string SendBack { get; }
    public abstract string ExportLedger { get; }
    public abstract string WriteOff { get; }
    public abstract string WriteOffExplain { get; }
    public abstract string Reason { get; }
    public abstract string WriteOffAsk { get; }
    public abstract string WriteOffAsked { get; }
    public abstract string WriteOffConfirm { get; }
    public abstract string Pages { get; }
    public abstract string Previous { get; }
    public abstract string Next { get; }
    public abstract string OpenReceivables(int count);
    public abstract string UnassignedMovements(int count);
    public abstract string StillOpen(string amount);
    public abstract string StateOf(MovementState state);
    public abstract string StateOf(RefundFileState state);
    public abstract string Transfers(int count);
    public abstract string NameOf(AccountKind account);
    public abstract string NameOf(EntryKind kind);
}
