using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.Pages.Legal;

internal sealed class GermanLegalTexts(TownOptions town, ContactOptions contact) : LegalTexts(town, contact)
{
    public override string ImprintTitle => "Impressum";

    public override string PrivacyTitle => "Datenschutz";

    public override string AccessibilityTitle => "Erklärung zur Barrierefreiheit";

    protected override TextSection Demonstration => new(
        "Eine Vorführung",
        $"Diese Seiten führen die freie Software Modellstadt vor. Sie sind kein Angebot der Stadt {TownName} und ersetzen keinen Behördengang.",
        "Alle Personen, Ausweise, Fahrzeuge und Register sind erfunden. Wo die Stadt Straßen, Gebiete oder Gebühren nicht veröffentlicht, sind auch diese ergänzt und als DEMO bezeichnet. Geben Sie hier keine echten Daten ein.");

    protected override TextSection Responsible => Contact.IsComplete
        ? new("Verantwortlich", "Für diese Seiten antwortet:") { Lines = Contacts }
        : new("Verantwortlich", "Wer dieses Programm auf dem eigenen Rechner startet, betreibt es selbst. Eine Stadt trägt hier Name, Anschrift und E-Mail-Adresse ein.");

    protected override TextSection Software => new(
        "Die Software",
        "Modellstadt ist freie Software unter der European Union Public Licence 1.2 (EUPL-1.2). Aussehen und Schrift stammen aus KERN, dem Designsystem der öffentlichen Verwaltung, und aus Fira Sans (SIL Open Font License 1.1).");

    protected override TextSection OnYourDevice => new(
        "Was nur auf Ihrem Gerät liegt",
        "Ihre Karten, Ihre Schlüssel und der Verlauf liegen verschlüsselt in Ihrem Browser. Die Stadt kann sie nicht lesen, nicht wiederherstellen und nicht löschen. Sie löschen sie selbst: eine Karte in der Karte, alles unter „Einstellungen“.",
        "Vor jedem Zeigen sehen Sie, wer welche Daten wofür will. Ohne Ihre Zustimmung verlässt nichts die Wallet.",
        "Ob eine Karte noch gilt, prüft Ihre Wallet an einer Liste, die für Tausende Karten zugleich gilt. Der Aussteller erfährt dabei nicht, welche Karte Sie haben.");

    protected override TextSection InTheTown => new(
        "Was die Stadt speichert, und wie lange",
        "Grundlage sind Ihre Zustimmung in der Wallet (Art. 6 Abs. 1 Buchst. a DSGVO) und die Aufgabe der Stadt, Bewohnerparkausweise zu erteilen (Art. 6 Abs. 1 Buchst. e DSGVO, § 45 Abs. 1b StVO).")
    {
        Lines =
        [
            new("Was Sie aus der Wallet zeigen", "Bis es in Ihrem Vorgang gelesen ist, höchstens 2 Minuten."),
            new("Ihr Ausweis beim Holen der Bürger-ID", "Bis das Melderegister geantwortet hat. Der Vorgang ohne die Ausweisdaten: 30 Tage."),
            new("Ihre Kennung bei der Stadt (eine Zufallszahl)", "Dauerhaft. Nur die Stadt kann sie Ihnen zuordnen."),
            new("Der Inhalt einer Karte", "Bis Ihre Wallet sie geholt hat, spätestens eine Stunde nach Ablauf des Angebots."),
            new("Ein Antrag ohne Ausweis", "30 Tage. Name und Anschrift daraus nur, bis er entschieden ist."),
            new("Parkausweis und Gebührenbescheid", "Bis die Stadt sie nach ihren Aufbewahrungsfristen löscht. Diese Fassung löscht sie nicht von selbst."),
            new("Welche Entscheidung wann fiel", "Dauerhaft, ohne Namen und Anschrift."),
            new("Kontrollen auf der Straße", "Nur wie oft wer in einer Stunde gefragt hat. Kennzeichen und Antwort werden nicht gespeichert."),
            new("Protokoll des Servers", "Art der Anfrage, Antwort, Dauer, Vorgangsnummer. Keine IP-Adresse, kein Name, kein Kennzeichen."),
        ],
    };

    protected override TextSection Cookies => new(
        "Cookies",
        "Nur solche, ohne die eine Seite nicht arbeiten kann. Es gibt keine Statistik, keine Werbung und keine Dienste Dritter.")
    {
        Lines =
        [
            new("modellstadt-session", "Bindet einen begonnenen Vorgang an diesen Browser. Zufallszahl, 12 Stunden. Über HTTPS heißt es __Host-modellstadt-session."),
            new("modellstadt-language", "Ihre Sprache, sobald Sie eine wählen. 1 Jahr."),
            new("modellstadt-form", "Schützt Formulare vor fremden Seiten. Bis Sie den Browser schließen."),
            new("modellstadt-staff", "Nur für Beschäftigte, nach ihrer Anmeldung."),
        ],
    };

    protected override TextSection YourRights => new(
        "Ihre Rechte",
        "Sie können Auskunft, Berichtigung, Löschung, Einschränkung und Übertragung Ihrer Daten verlangen, der Verarbeitung widersprechen und eine Zustimmung für die Zukunft zurücknehmen (Art. 15 bis 21 und Art. 7 DSGVO).",
        "Beschweren können Sie sich bei der Datenschutzaufsicht Ihres Landes (Art. 77 DSGVO).");

    protected override TextSection State => new(
        "Stand der Vereinbarkeit",
        $"Diese Erklärung gilt für das Portal {TownName} und die Wallet. Beide sind teilweise vereinbar mit der BITV 2.0 (EN 301 549, WCAG 2.2 Stufe AA).",
        "Sie lassen sich mit der Tastatur bedienen, mit 200 % Schriftgröße, im dunklen und im hellen Aussehen und ohne Farbensehen. Das Portal arbeitet auch ohne Skripte.");

    protected override TextSection NotAccessible => new(
        "Was noch fehlt",
        "Erläuterungen in Deutscher Gebärdensprache und in Leichter Sprache (§ 4 BITV 2.0) gibt es noch nicht.",
        "Einen QR-Code kann man nicht hören. Neben jedem Code stehen deshalb ein Code zum Eintippen und auf dem Handy eine Schaltfläche.",
        "Der Gebührenbescheid ist eine Webseite zum Drucken, keine barrierefreie PDF-Datei.");

    protected override TextSection HowItWasTested => new(
        "Wie geprüft wurde",
        "Selbstbewertung am 25. November 2026: Das Programm axe prüft bei jeder Änderung jede Seite vom Antrag bis zum Parkausweis in einem echten Browser. Menschen mit Behinderungen haben die Seiten noch nicht geprüft.");

    protected override TextSection Feedback => new(
        "Barriere melden",
        Contact.IsComplete
            ? "Schreiben Sie uns, wenn Sie an einer Stelle nicht weiterkommen. Wir antworten innerhalb von vier Wochen."
            : "Wenn Sie an einer Stelle nicht weiterkommen, sagen Sie es dem Menschen, der Ihnen diese Vorführung zeigt. Eine Stadt nennt hier ihre Anschrift und die Schlichtungsstelle ihres Landes.")
    {
        Lines = [.. Contacts, .. Line("Schlichtungsstelle", Contact.AccessibilityOmbudsOffice)],
    };

    private IReadOnlyList<TextLine> Contacts =>
    [
        .. Line("Stelle", Contact.Operator), .. Line("Anschrift", Contact.Address), .. Line("E-Mail", Contact.Email),
        .. Line("Datenschutzbeauftragte Person", Contact.DataProtectionOfficer),
    ];

    private static IEnumerable<TextLine> Line(string what, string? answer) => answer is { Length: > 0 } ? [new TextLine(what, answer)] : [];
}
