using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Interfaces;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanInterfaceTexts : InterfaceTexts
{
    public override string Title => "Programme anderer";
    public override string Lead => "Diese Programme dürfen fragen, ob ein Kennzeichen parken darf. Gezählt werden die Antworten der letzten 30 Tage; Kennzeichen werden nicht gespeichert.";
    public override string ToOffice => "Zu den Ausweisen";
    public override string NoClient => "Noch kein Programm";
    public override string NoClientHint => "Ihre Administration legt Zugänge an.";
    public override string Client => "Wer";
    public override string Purpose => "Wozu";
    public override string Yes => "darf parken";
    public override string No => "darf nicht";
    public override string Unknown => "unbekannt";
    public override string State => "Zustand";
    public override string Asking => "fragt";
    public override string Locked => "gesperrt";
    public override string PausedUntil(string until, int unknown, int asked) => $"angehalten bis {until}: {unknown} von {asked} Kennzeichen einer Stunde waren unbekannt, das sieht nach Raten aus.";
    public override string WasPaused(string since, int unknown, int asked) => $"fragt; war am {since} angehalten ({unknown} von {asked} unbekannt).";
    public override string EndPause(string client) => $"{client} wieder fragen lassen";

    public override RefusalText QuestionsUnusable { get; } = new(
        "Diese Fragen gehen nicht", "Eine Anfrage enthält 1 bis 100 Fragen.", "Teilen Sie die Fragen auf und senden Sie sie noch einmal.");

    public override string DeadLetters => "Nachrichten, die nicht ankamen";
    public override string DeadLettersLead => "Sie wurden drei Tage lang versucht. Rufen Sie die Empfänger an; danach können Sie jede noch einmal senden lassen.";
    public override string Message => "Nachricht";
    public override string GivenUp => "Zuletzt versucht";
    public override string LastAnswer => "Antwort";
    public override string SendAgain(string client) => $"Noch einmal an {client} senden";

    public override RefusalText SubscriptionUnusable { get; } = new(
        "Dieses Abonnement geht nicht", "Nötig sind eine öffentliche Adresse mit https und mindestens eines von right.granted, right.changed und right.ended.", "Berichtigen Sie die Angaben und senden Sie sie noch einmal.");

    public override RefusalText TooManySubscriptions { get; } = new(
        "Zu viele Abonnements", "Ein Zugang hat höchstens fünf Abonnements.", "Beenden Sie zuerst eines davon.");

    public override RefusalText SubscriptionUnknown { get; } = new(
        "Dieses Abonnement gibt es nicht", "Ihr Zugang hat kein Abonnement mit dieser Kennung.", "Sehen Sie in der Liste Ihrer Abonnements nach.");

    public override RefusalText CaseUnknown { get; } = new(
        "Diesen Fall gibt es nicht", "Er wurde schon übernommen oder nach einem Tag gelöscht.", "Lesen Sie die Liste der wartenden Fälle.");

    public override RefusalText ListingUnusable { get; } = new(
        "Diesen Teil der Liste gibt es nicht", "offset und modified_since sind nicht negativ, page_size liegt zwischen 1 und 500.", "Berichtigen Sie die Angaben und fragen Sie noch einmal.");

    public override RefusalText TooManyQuestions { get; } = new(
        "Zu viele Fragen", "In der letzten Minute hat dieses Programm mehr gefragt, als es darf.", "Warten Sie eine Minute, dann geht es weiter.");

    public override RefusalText ClientPaused { get; } = new(
        "Dieses Programm ist angehalten", "Fast alle Kennzeichen, nach denen es fragte, waren unbekannt; das sieht nach Raten aus.", "Warten Sie bis zur Zeit im Kopf Retry-After, oder wenden Sie sich an die Stadt.");
}
