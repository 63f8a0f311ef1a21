using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.App.Pages;

/// <summary>Die Hülle auf Deutsch.</summary>
internal sealed class GermanAppTexts : AppTexts
{
    public override string SkipToContent => "Zum Inhalt springen";

    public override string DemoBanner => "Alle Personen, Ausweise und Register hier sind erfunden.";

    public override string DemoFooter(string town) => $"Eine Vorführung der freien Software Modellstadt, kein Angebot der Stadt {town}.";

    public override string Services => "Angebote";

    public override string Permit => "Bewohnerparkausweis";

    public override string CitizenId => "Bürger-ID";

    public override string Wallet => "Wallet";

    public override string Imprint => "Impressum";

    public override string Privacy => "Datenschutz";

    public override string Accessibility => "Barrierefreiheit";

    public override string Staff => "Anmeldung für Beschäftigte";

    public override string OtherLanguage => "English";

    public override string HomeTitle => "Ihre Stadt, direkt auf dem Handy";

    public override string HomeLead => "Bewohnerparkausweis beantragen und sofort auf dem Handy haben: kein Amtstermin, kein Papier, kein Abtippen.";

    public override string ApplyForPermit => "Bewohnerparkausweis beantragen";

    public override string PermitCard => "Mit der Bürger-ID kennt die Stadt Ihre Anschrift und Ihr Parkgebiet. Sie bestätigen Fahrzeug und Laufzeit, der Ausweis kommt in Ihre Wallet.";

    public override string GetCitizenId => "Bürger-ID holen";

    public override string CitizenIdCard => "Einmal mit dem Ausweis zeigen, wer Sie sind. Danach genügt ein Fingertipp, wenn die Stadt Sie erkennen muss.";

    public override string OpenWallet => "Wallet öffnen";

    public override string WalletCard => "Ihre Karten auf dem Handy: Bei jeder Frage sehen Sie, wer was wissen will, und entscheiden selbst. Der Parkausweis erscheint auch ohne Netz.";

    public override string PhoneLost => "Handy verloren? Wallet sperren";

    public override string DemoTitle => "So probieren Sie es aus";

    public override string DemoLead => "Vier Schritte, etwa zwei Minuten. Nehmen Sie eine erfundene Person; echte Daten werden nirgends verlangt.";

    public override string DemoCard => "Erfundenen Ausweis in die Wallet nehmen";

    public override string DemoCardWhy => "Steht für den Personalausweis auf dem Handy.";

    public override string DemoCitizenIdWhy => "Die Stadt findet die Person im erfundenen Melderegister und stellt die Bürger-ID aus.";

    public override string DemoPermitWhy => "Zeigen, bestätigen, fertig.";

    public override string Warden => "Verkehrsüberwachung";

    public override string Office => "Sachbearbeitung";

    public override string DemoStaffWhy => "Prüfen Sie den Ausweis auf der Straße oder widerrufen Sie ihn im Amt. Die DEMO-Anmeldung braucht einen Klick.";

    public override string SignOut => "Abmelden";

    public override string SignedInAs => "Angemeldet als";

    public override string StaffArea => "Dienstlich";

    public override string Passkeys => "Meine Passkeys";

    public override string Flows => "Abläufe";

    public override string ToStart => "Zur Startseite";

    public override string ProblemType => "Fehlerart";

    public override string FlowId => "Vorgangsnummer für Rückfragen";

    public override RefusalText FormNotUnderstood { get; } = new(
        "Diese Eingabe konnten wir nicht annehmen",
        "Das Formular war unvollständig oder lag zu lange offen. Es wurde nichts gespeichert.",
        "Gehen Sie eine Seite zurück, laden Sie sie neu und senden Sie das Formular noch einmal.");

    public override RefusalText NotAllowed { get; } = new(
        "Diese Seite ist nicht für Ihr Konto freigegeben",
        "Sie gehört zu einer anderen Aufgabe in der Stadtverwaltung.",
        "Melden Sie sich mit dem passenden Konto an oder fragen Sie die Administration.");

    public override RefusalText NoSuchPage { get; } = new(
        "Diese Seite gibt es nicht",
        "Die Adresse ist falsch geschrieben, oder die Seite wurde entfernt.",
        "Beginnen Sie auf der Startseite; dort finden Sie alle Angebote.");

    public override RefusalText TooLarge { get; } = new(
        "Das war zu viel auf einmal",
        "Die gesendeten Angaben sind größer, als diese Seite annimmt. Es wurde nichts gespeichert.",
        "Kürzen Sie Ihre Eingabe und senden Sie sie noch einmal.");

    public override RefusalText TooManyTries { get; } = new(
        "Zu viele Versuche",
        "Von Ihrem Anschluss kamen in kurzer Zeit sehr viele Anfragen.",
        "Warten Sie eine Minute und versuchen Sie es dann noch einmal.");

    public override RefusalText OurFault { get; } = new(
        "Das hat bei uns nicht geklappt",
        "Der Fehler liegt bei der Stadt, nicht bei Ihnen. Was Sie vorher abgeschlossen haben, ist gespeichert.",
        "Versuchen Sie es in einer Minute noch einmal. Bleibt es dabei, nennen Sie dem Bürgerservice die Vorgangsnummer.");
}
