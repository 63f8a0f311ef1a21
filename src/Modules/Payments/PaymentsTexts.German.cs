using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments;

/// <summary>The words in German.</summary>
internal sealed class GermanPaymentsTexts : PaymentsTexts
{
    public override RefusalText NoSuchReceivable { get; } = new(
        "Diese Forderung gibt es nicht", "Unter dieser Adresse steht keine Forderung.", "Suchen Sie sie in der Liste der offenen Forderungen.");

    public override RefusalText CreditAboveFee { get; } = new(
        "Die Gutschrift ist zu hoch", "Es wurde mehr gutgeschrieben, als von der Gebühr übrig ist.", "Prüfen Sie den Betrag.");

    public override RefusalText NoSuchMovement { get; } = new(
        "Diesen Umsatz gibt es nicht", "Unter dieser Adresse steht kein Umsatz.", "Suchen Sie ihn in der Liste der ungeklärten Umsätze.");

    public override RefusalText MovementAssigned { get; } = new(
        "Der Umsatz ist schon geklärt", "Von diesem Umsatz ist nichts mehr oder weniger offen, als zugeordnet werden soll.", "Laden Sie die Liste der ungeklärten Umsätze neu.");

    public override RefusalText ReferenceUnknown { get; } = new(
        "Zu dieser Referenz gibt es keine Forderung", "Weder ein Kassenzeichen noch eine Zahlungsreferenz lautet so.", "Prüfen Sie die Schreibweise, oder suchen Sie in den Forderungen nach dem Namen.");

    public override RefusalText MoreThanReceived { get; } = new(
        "So viel ist dafür nicht eingegangen", "Die Bank nimmt mehr zurück, als für diese Forderung eingegangen ist.", "Prüfen Sie, zu welcher Zahlung die Rückbuchung gehört.");

    public override RefusalText FileMissing { get; } = new(
        "Es wurde keine Datei ausgewählt", "Ohne Datei gibt es nichts zu buchen.", "Wählen Sie den Kontoauszug (CAMT.053) aus und senden Sie ihn noch einmal.");

    public override RefusalText NoSuchStatement { get; } = new(
        "Diesen Kontoauszug gibt es nicht", "Unter dieser Adresse steht kein Kontoauszug.", "Suchen Sie ihn in der Liste der Kontoauszüge.");

    public override RefusalText AmountUnreadable { get; } = new(
        "Der Betrag ist nicht lesbar", "Ein Betrag besteht aus Euro und höchstens zwei Stellen Cent, zum Beispiel 12,50.", "Gehen Sie zurück und geben Sie den Betrag neu ein.");

    public override RefusalText SenderUnknown { get; } = new(
        "Der Absender ist nicht bekannt", "Der Kontoauszug nennt kein Konto, auf das das Geld zurückgehen könnte.", "Ordnen Sie den Umsatz einer Forderung zu, oder fragen Sie die Bank.");

    public override RefusalText NothingToRefund { get; } = new(
        "Es gibt nichts zurückzuzahlen", "Nichts ist zurückzuzahlen, oder es fehlt noch die IBAN.", "Warten Sie, bis die fehlenden Kontonummern da sind.");

    public override RefusalText NoSuchRefundFile { get; } = new(
        "Diese Datei gibt es nicht", "Unter dieser Adresse steht keine Datei mit Rückzahlungen.", "Suchen Sie sie in der Liste der Rückzahlungen.");

    public override RefusalText SecondClerkNeeded { get; } = new(
        "Das muss jemand anders freigeben", "Wer etwas vorbereitet hat, gibt es nicht selbst frei.", "Bitten Sie eine Kollegin oder einen Kollegen um die Freigabe.");

    public override RefusalText RefundFileDecided { get; } = new(
        "Über diese Datei ist schon entschieden", "Die Datei wurde bereits freigegeben oder verworfen.", "Sehen Sie in der Liste der Rückzahlungen nach.");

    public override RefusalText RefundFileNotReleased { get; } = new(
        "Diese Datei ist nicht freigegeben", "Nur eine freigegebene Datei geht an die Bank.", "Lassen Sie die Datei zuerst freigeben.");

    public override RefusalText IbanUnreadable { get; } = new(
        "Die IBAN stimmt nicht", "Die Prüfziffern passen nicht, oder das Konto liegt außerhalb des SEPA-Raums.", "Prüfen Sie die IBAN Stelle für Stelle und senden Sie sie noch einmal.");

    public override RefusalText HolderMissing { get; } = new(
        "Der Name fehlt oder ist zu lang", "Zu einem Konto gehört der Name der Inhaberin oder des Inhabers, höchstens 140 Zeichen.", "Geben Sie den Namen ein und senden Sie das Formular noch einmal.");

    public override RefusalText HoldNeedsReason { get; } = new(
        "Der Grund fehlt oder ist zu lang", "Eine Mahnsperre braucht einen Grund von 3 bis 200 Zeichen.", "Ändern Sie den Grund und senden Sie ihn noch einmal.");

    public override RefusalText WriteOffNeedsReason { get; } = new(
        "Der Grund fehlt oder ist zu lang", "Eine Niederschlagung braucht einen Grund von 3 bis 200 Zeichen.", "Ändern Sie den Grund und senden Sie ihn noch einmal.");

    public override RefusalText NothingOpen { get; } = new(
        "Es ist nichts offen", "Von dieser Forderung ist nichts mehr zu zahlen.", "Laden Sie die Seite der Forderung neu.");

    public override RefusalText StatementUnreadable(CamtFault fault, string place) => new(
        "Diese Datei wurde nicht gebucht",
        fault switch
        {
            CamtFault.NotXml => "Die Datei ist kein Kontoauszug im Format CAMT.053: Sie ist kein gültiges XML.",
            CamtFault.NotCamt053 => $"Die Datei ist kein Kontoauszug im Format CAMT.053 (Version 02 oder 08), Stelle: {place}.",
            CamtFault.TooLarge => $"Die Datei ist größer als jeder Kontoauszug, Stelle: {place}.",
            CamtFault.Missing => $"Im Kontoauszug fehlt eine Angabe: {place}.",
            CamtFault.Malformed => $"Im Kontoauszug steht eine Angabe, die es so nicht gibt: {place}.",
            CamtFault.NotEuro => $"Der Kontoauszug enthält Beträge, die nicht in Euro sind: {place}.",
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        },
        "Laden Sie den Kontoauszug bei der Bank noch einmal als CAMT.053 herunter. Es wurde nichts gebucht.");

    public override RefusalText StatementDoesNotAddUp(long openingCents, long movedCents, long closingCents) => new(
        "Der Kontoauszug geht nicht auf", $"Anfangsbestand {Money(openingCents)} und Umsätze {Money(movedCents)} ergeben nicht den Endbestand {Money(closingCents)}.",
        "Laden Sie den Kontoauszug bei der Bank noch einmal vollständig herunter. Es wurde nichts gebucht.");

    public override RefusalText StatementOfForeignAccount(string iban) => new(
        "Der Kontoauszug gehört zu einem fremden Konto", $"Auf das Konto {iban} ist keine Gebühr zu zahlen.", "Prüfen Sie, ob Sie die richtige Datei ausgewählt haben. Es wurde nichts gebucht.");

    public override RefusalText StatementNameTaken(string name) => new(
        "Ein anderer Kontoauszug heißt schon so", $"Der Kontoauszug {name} wurde bereits mit anderem Inhalt gebucht.", "Klären Sie mit der Bank, welcher der richtige ist. Es wurde nichts gebucht.");

    public override RefusalText StatementBeforeMissing(long heldCents, long openingCents) => new(
        "Davor fehlt ein Kontoauszug", $"Nach den Büchern stehen {Money(heldCents)} auf dem Konto, der Kontoauszug beginnt aber mit {Money(openingCents)}.",
        "Buchen Sie zuerst den Kontoauszug davor. Es wurde nichts gebucht.");

    public override string StateOf(ReceivableState state) => state switch
    {
        ReceivableState.Open => "offen",
        ReceivableState.PartPaid => "zum Teil bezahlt",
        ReceivableState.Paid => "bezahlt",
        ReceivableState.Overpaid => "bezahlt, es kam zu viel",
        ReceivableState.Overdue => "überfällig",
        ReceivableState.WrittenOff => "niedergeschlagen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    protected override CultureInfo Culture { get; } = Language.German.Culture();
}
