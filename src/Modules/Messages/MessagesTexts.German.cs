using Modellstadt.Kernel.Outcomes;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages;

/// <summary>Deutsch.</summary>
internal sealed class GermanMessagesTexts : MessagesTexts
{
    public override string Reference => "Aktenzeichen";
    public override string Day => "Datum";
    public override string DemoOnPaper => "DEMO – erfundene Daten, keine rechtliche Wirkung";
    public override string DemoOnScreen => "Erfundene Daten, keine rechtliche Wirkung.";
    public override string PageOf(int page, int pages) => $"Seite {page} von {pages}";
    public override string Greeting => "Guten Tag,";
    public override string AnswersAreRead => "Wenn Sie eine Frage haben, antworten Sie einfach auf diese Nachricht.";
    public override string AnswersAreNotRead => "Diese Nachricht hat ein Programm verschickt. Antworten darauf liest niemand.";
    public override string ConfirmationSubject => "Bitte bestätigen Sie Ihre E-Mail-Adresse";
    public override string ConfirmationWhy => "Diese Adresse wurde bei uns für Nachrichten zu einem Antrag angegeben. Bestätigen Sie, dass wir Ihnen hierhin schreiben dürfen.";
    public override string ConfirmationLink => "E-Mail-Adresse bestätigen";
    public override string ConfirmTitle => "E-Mail-Adresse bestätigen";
    public override string ConfirmLead => "Mit einem Klick sagen Sie uns, dass wir Ihnen an diese Adresse schreiben dürfen.";
    public override string ConfirmButton => "Ja, schreiben Sie mir hierhin";
    public override string Confirmed => "Ihre Adresse ist bestätigt";
    public override string ConfirmedHint => "Von jetzt an bekommen Sie unsere Nachrichten per E-Mail. Sie können dieses Fenster schließen.";
    public override string ToOffice => "Zurück zu den Ausweisen";
    public override string PrintQueueTitle => "Briefe zum Drucken";
    public override string PrintQueueLead => "Hier liegen Schreiben an Menschen ohne E-Mail. Ein Stapel ist eine PDF-Datei; jeder Brief beginnt auf einer Vorderseite.";
    public override string Batches => "Stapel";
    public override string Made => "Zusammengestellt";
    public override string Letters => "Briefe";
    public override string File => "Datei";
    public override string Printed => "Gedruckt";
    public override string MessagesTitle => "Nachrichten";
    public override string MessagesLead => "Hier steht, was die Stadt verschickt hat und was niemanden erreicht hat. Den Inhalt sehen Sie nur, wo Sie etwas tun müssen.";
    public override string DemoOutboxLead => "Diese Vorführstadt hat keinen Mailserver. Hier lesen Sie, was sie verschickt hätte.";
    public override string NoMessages => "Noch keine Nachricht";
    public override string NoMessagesHint => "Sobald jemand einen Antrag stellt, stehen hier die Nachrichten dazu.";
    public override string NeedYou => "Hat niemanden erreicht";
    public override string NewestMessages => "Die neuesten Nachrichten";
    public override string Time => "Zeit";
    public override string Subject => "Betreff";
    public override string State => "Stand";
    public override string Reason => "Grund";
    public override string ContentDeleted => "Inhalt gelöscht";
    public override string MessageTitle => "Eine Nachricht";
    public override string ToMessages => "Zurück zu den Nachrichten";
    public override string WhatToDo => "Was soll geschehen?";
    public override string MailAgain => "Noch einmal mailen";
    public override string PrintInstead => "Brief drucken";
    public override string SettledOtherwise => "Anders erledigt";
    public override RefusalText AddressUnusable { get; } = new("Das ist keine E-Mail-Adresse", "An diese Adresse kann die Stadt nicht schreiben.", "Prüfen Sie die Adresse. Sie sieht zum Beispiel so aus: name@beispiel.de.");
    public override RefusalText TooManyConfirmations { get; } = new("Heute keine weitere E-Mail", "Für diese Adresse wurden heute schon mehrere Bestätigungen verlangt.", "Sehen Sie im Postfach nach, auch im Ordner für Werbung, oder versuchen Sie es morgen noch einmal.");
    public override RefusalText ConfirmationUnknown { get; } = new("Dieser Link gilt nicht mehr", "Die Adresse ist schon bestätigt, oder der Link ist zu alt.", "Geben Sie die Adresse bei Ihrem Ausweis noch einmal an, wenn Sie keine Nachrichten bekommen.");
    public override RefusalText MessageUnknown { get; } = new("Nachricht nicht gefunden", "Diese Nachricht gibt es nicht, oder es ist nichts mehr zu tun.", "Gehen Sie zurück zu den Nachrichten.");
    public override RefusalText BatchUnknown { get; } = new("Stapel nicht gefunden", "Diesen Stapel gibt es nicht, oder seine Briefe sind nach ihrer Frist gelöscht.", "Gehen Sie zurück zu den Briefen zum Drucken.");
    public override RefusalText NothingToPrint { get; } = new("Nichts zu drucken", "Gerade wartet kein Brief.", "Sehen Sie später noch einmal nach.");
    public override string Closing(string town) => $"Ihre Stadt {town}";
    public override string ConfirmationOtherwise(int days) => $"Der Link gilt {days} Tage. Waren Sie das nicht? Dann tun Sie nichts: Wir löschen die Adresse und schreiben nicht wieder.";
    public override string LettersWait(int count) => count == 1 ? "1 Brief wartet." : $"{count} Briefe warten.";
    public override string MakeBatch(int count) => count == 1 ? "Stapel mit 1 Brief zusammenstellen" : $"Stapel mit {count} Briefen zusammenstellen";
    public override string OpenBatch(string made) => $"Stapel vom {made} öffnen";
    public override string PrintAgain(string made) => $"Stapel vom {made} noch einmal drucken";
    public override string MarkPrinted(string made) => $"Stapel vom {made} ist gedruckt";

    public override string StateOf(MessageState state) => state switch
    {
        MessageState.Held => "Wartet auf die Bestätigung der Adresse",
        MessageState.Waiting => "Wird verschickt",
        MessageState.Sent => "Verschickt",
        MessageState.Shown => "DEMO: nicht verschickt",
        MessageState.ToPrint => "Wartet auf den Druck",
        MessageState.Printed => "Gedruckt",
        MessageState.NeedsClerk => "Hat niemanden erreicht",
        MessageState.Withdrawn => "Erledigt ohne Versand",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An unknown state."),
    };

    public override string ReasonOf(string reason) => reason switch
    {
        "timeout" => "Der Mailserver hat nicht rechtzeitig geantwortet",
        "sign-in" => "Der Mailserver hat die Anmeldung abgelehnt",
        "tls" => "Die Verbindung zum Mailserver ist nicht sicher",
        "no-starttls" => "Der Mailserver kann nicht verschlüsseln",
        "connection" => "Die Verbindung zum Mailserver ist abgebrochen",
        "no-address" => "Es gibt keine E-Mail-Adresse",
        "not-confirmed" => "Die E-Mail-Adresse wurde nicht bestätigt",
        "no-mail-server" => "Die Stadt hat keinen Mailserver",
        "retries-over" => "Kein Mailserver hat die Nachricht angenommen",
        _ => "Antwort des Mailservers: " + reason,
    };
}
