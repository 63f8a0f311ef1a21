using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments.Office;

/// <summary>The words in German.</summary>
internal sealed class GermanBooksTexts : BooksTexts
{
    public override string Title => "Zahlungen";
    public override string ToOffice => "Zu den Bewohnerparkausweisen";
    public override string ToPayments => "Zu den Zahlungen";
    public override string ToReceivables => "Zu den Forderungen";
    public override string UploadTitle => "Kontoauszug buchen";
    public override string UploadFile => "Datei des Kontoauszugs";
    public override string UploadHint => "CAMT.053 der Bank, höchstens 10 MB. Derselbe Auszug noch einmal ändert nichts.";
    public override string UploadGo => "Kontoauszug buchen";
    public override string Statements => "Gebuchte Kontoauszüge";
    public override string NoStatement => "Es wurde noch kein Kontoauszug gebucht.";
    public override string Statement => "Kontoauszug";
    public override string Day => "Tag";
    public override string Account => "Konto";
    public override string OpeningBalance => "Anfangsbestand";
    public override string ClosingBalance => "Endbestand";
    public override string KnownTitle => "Dieser Kontoauszug war schon gebucht";
    public override string KnownWords => "Es wurde nichts geändert.";
    public override string Movements => "Umsätze";
    public override string Party => "Von oder an";
    public override string PaymentWords => "Verwendungszweck";
    public override string Amount => "Betrag";
    public override string Result => "Ergebnis";
    public override string Balances => "Salden";
    public override string BalancesLead => "Die Summe aller Konten ist immer null.";
    public override string Debit => "Soll";
    public override string Credit => "Haben";
    public override string Balance => "Saldo";
    public override string Sum => "Summe";
    public override string Unassigned => "Ungeklärte Umsätze";
    public override string UnassignedLead => "Diese Umsätze konnte keine Regel sicher zuordnen. Ordnen Sie sie einer Forderung zu, oder buchen Sie sie aus.";
    public override string NothingUnassigned => "Alles geklärt";
    public override string NothingUnassignedHint => "Kein Umsatz wartet auf Sie.";
    public override string NoParty => "unbekannt";
    public override string NoWords => "Kein Verwendungszweck.";
    public override string Proposal => "Vorschlag";
    public override string Reference => "Kassenzeichen";
    public override string PartOfIt => "Nur ein Teil, Euro (sonst leer)";
    public override string Assign => "Zuordnen";
    public override string PutOutside => "Gehört nicht zu Gebühren";
    public override string Receivables => "Forderungen";
    public override string Receivable => "Forderung";
    public override string SearchReceivable => "Kassenzeichen oder Name";
    public override string SearchGo => "Suchen";
    public override string NoReceivable => "Keine Forderung";
    public override string NoReceivableHint => "Es ist nichts offen, oder die Suche findet nichts.";
    public override string Debtor => "Wer zahlt";
    public override string DueOn => "Fällig am";
    public override string Fee => "Gebühr";
    public override string Open => "Offen";
    public override string Came => "Eingegangen";
    public override string OwedBack => "Zurückzuzahlen";
    public override string State => "Stand";
    public override string CreditorReference => "Zahlungsreferenz";
    public override string Entries => "Buchungen";
    public override string Entry => "Buchung";
    public override string Lines => "Konten";
    public override string Number => "Nummer";
    public override string Refunds => "Rückzahlungen";
    public override string NothingOwedBack => "Nichts zurückzuzahlen";
    public override string NothingOwedBackHint => "Sobald jemand zu viel gezahlt hat oder eine Gutschrift bekommt, steht es hier.";
    public override string Recipient => "Empfängerin, Empfänger";
    public override string AccountMissing => "IBAN fehlt noch";
    public override string MakeFile => "Datei für die Bank vorbereiten";
    public override string RefundFiles => "Dateien für die Bank";
    public override string RefundFilesLead => "Wer eine Datei vorbereitet, gibt sie nicht selbst frei. Jede Rückzahlung steht in genau einer Datei; die Bank nimmt jede Datei nur einmal an.";
    public override string Download => "Datei herunterladen (pain.001)";
    public override string SomebodyElseReleases => "Die Freigabe erteilt jemand anders.";
    public override string Release => "Freigeben";
    public override string Discard => "Verwerfen";
    public override string SendBack => "An den Absender zurück";
    public override string ExportLedger => "Alle Buchungen als CSV";
    public override string WriteOff => "Niederschlagen";
    public override string WriteOffExplain => "Was offen ist, wird nicht weiter verfolgt; kommt doch noch Geld, wird es angenommen. Eine zweite Person muss zustimmen.";
    public override string Reason => "Grund";
    public override string WriteOffAsk => "Niederschlagung vorschlagen";
    public override string WriteOffAsked => "Zur Niederschlagung vorgeschlagen:";
    public override string WriteOffConfirm => "Niederschlagung bestätigen";
    public override string Pages => "Seiten der Liste";
    public override string Previous => "Vorige Seite";
    public override string Next => "Nächste Seite";

    public override string OpenReceivables(int count) => count == 1 ? "1 offene Forderung" : $"{count} offene Forderungen";

    public override string UnassignedMovements(int count) => count == 1 ? "1 ungeklärter Umsatz" : $"{count} ungeklärte Umsätze";

    public override string StillOpen(string amount) => $"offen sind {amount}";

    public override string Transfers(int count) => count == 1 ? "1 Überweisung" : $"{count} Überweisungen";

    public override string StateOf(RefundFileState state) => state switch
    {
        RefundFileState.Made => "vorbereitet, wartet auf Freigabe",
        RefundFileState.Released => "freigegeben",
        RefundFileState.Discarded => "verworfen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string StateOf(MovementState state) => state switch
    {
        MovementState.Assigned => "zugeordnet",
        MovementState.Unassigned => "ungeklärt",
        MovementState.SentBack => "geht zurück",
        MovementState.Refund => "Rückzahlung",
        MovementState.Outside => "gehört nicht zu Gebühren",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string NameOf(AccountKind account) => account switch
    {
        AccountKind.Receivable => "Forderungen",
        AccountKind.Bank => "Bank",
        AccountKind.OpeningBalance => "Anfangsbestand der Bank",
        AccountKind.FeeIncome => "Gebühren",
        AccountKind.ReminderFees => "Mahngebühren",
        AccountKind.WriteOff => "Niedergeschlagen",
        AccountKind.RefundsPayable => "Zurückzuzahlen",
        AccountKind.RefundsInTransit => "Rückzahlungen unterwegs",
        AccountKind.UnassignedReceipts => "Ungeklärte Umsätze",
        AccountKind.OutsideFees => "Nicht zu Gebühren gehörig",
        _ => throw new ArgumentOutOfRangeException(nameof(account)),
    };

    public override string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.Opened => "Gebühr festgesetzt",
        EntryKind.Credited => "Gutschrift",
        EntryKind.ReminderFee => "Mahngebühr",
        EntryKind.Received => "Zahlung",
        EntryKind.TakenBack => "Rückbuchung der Bank",
        EntryKind.WrittenOff => "Niedergeschlagen",
        EntryKind.OpeningBalance => "Anfangsbestand",
        EntryKind.Unassigned => "Ungeklärter Umsatz",
        EntryKind.Outside => "Gehört nicht zu Gebühren",
        EntryKind.SentBack => "An den Absender zurück",
        EntryKind.RefundOrdered => "Rückzahlung vorbereitet",
        EntryKind.RefundPaid => "Rückzahlung ausgeführt",
        EntryKind.RefundFailed => "Rückzahlung nicht angekommen",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
