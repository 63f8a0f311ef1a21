using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>Deutsch.</summary>
internal sealed class GermanProvisionalTexts : ProvisionalTexts
{
    public override string Title => "Schon jetzt parken: vorläufiger Ausweis";
    public override string Lead(int days) => $"Solange das Register schweigt, können Sie einen vorläufigen Ausweis bekommen. Er gilt sofort, kostet nichts und endet, sobald über Ihren Antrag entschieden ist, spätestens nach {days} Tagen. Dafür erklären Sie, was wir sonst im Register nachsehen.";
    public override string Street => "Straße";
    public override string HouseNumber => "Hausnummer";
    public override string Plate => "Kennzeichen";
    public override string PlateHint => "Mit Bindestrich nach dem Ortskürzel, zum Beispiel GE-AB 123";
    public override string LivesHere(string? home) => home is null ? "Ich wohne dort mit meiner Hauptwohnung." : $"Ich wohne mit meiner Hauptwohnung hier: {home}.";
    public override string KeepsVehicle(string? plates) => plates is null ? "Das Fahrzeug ist auf mich zugelassen." : $"Auf mich ist zugelassen: {plates}.";
    public override string Truth => "Stimmt eine Angabe nicht, endet der vorläufige Ausweis, und wir lehnen den Antrag ab. Einen zweiten vorläufigen Ausweis gibt es dann nicht.";
    public override string State => "Das erkläre ich";
    public override string StatedTitle => "Ihre Erklärung ist angekommen";
    public override string Stated => "Das Straßenverkehrsamt gibt den vorläufigen Ausweis frei. Sie müssen nichts tun; diese Seite zeigt, wie es weitergeht.";

    public override string Provisional => "vorläufig";
    public override string GrantedTitle => "Ihr vorläufiger Ausweis gilt";
    public override string Granted(string number, string until) => $"Der vorläufige Ausweis {number} gilt ab sofort und längstens bis {until}. Ihr Antrag geht von selbst weiter: Bestätigt das Register Ihre Angaben, wird daraus der endgültige Ausweis mit der vollen Laufzeit.";
    public override string InWallet => "Der vorläufige Ausweis ist in Ihrer Wallet.";
    public override string HolderWords(string until) => $"Dieser Ausweis ist vorläufig, weil ein Register nicht antwortet. Er gilt, bis über Ihren Antrag entschieden ist, längstens bis {until}. Ändern und verlängern können Sie erst den endgültigen.";

    public override string LetterWords(string until) => $"Dieser Ausweis ist vorläufig. Er gilt, bis wir über Ihren Antrag entschieden haben, längstens bis {until}, und kostet nichts. Bestätigen die Register Ihre Erklärung, wird daraus von selbst der endgültige Ausweis. Bestätigen sie sie nicht, endet er mit der Ablehnung.";
    public override string FactStated(string home, string plates) => $"Ein Register antwortete nicht. Sie haben erklärt: Wohnung {home}; auf Sie zugelassen {plates}.";
    public override string Basis => "Vorläufig, befristet und auflösend bedingt: § 36 Abs. 2 Nr. 1 und 2 des Verwaltungsverfahrensgesetzes.";
    public override string EndsWithRefusal(string number) => $"Ihr vorläufiger Ausweis {number} endet mit diesem Bescheid. Sie können damit nicht mehr parken.";

    public override string StatedHome => "Erklärte Wohnung";
    public override string StatedPlates => "Erklärtes Fahrzeug";
    public override string Prepared(string plates, string zone, string until) => $"Vorläufiger Ausweis für {plates} in Zone {zone} bis {until}, ohne Gebühr. Ein Register schweigt; die Person hat Wohnung und Fahrzeug erklärt.";

    public override RefusalText StatementIncomplete { get; } = new(
        "Die Erklärung ist unvollständig", "Straße, Hausnummer, Kennzeichen und beide Häkchen gehören dazu.", "Gehen Sie zurück und füllen Sie alles aus. Ihr Antrag wartet weiter.");

    public override RefusalText NoProvisionalPermit { get; } = new(
        "Hier gibt es keinen vorläufigen Ausweis", "Mit diesen Angaben oder in diesem Fall geben die Regeln der Stadt keinen.", "Ihr Antrag wartet weiter und geht von selbst voran, sobald das Register antwortet.");

    public override RefusalText ProvisionalUnchanged { get; } = new(
        "Ihr Ausweis ist noch vorläufig", "Ein vorläufiger Ausweis lässt sich nicht ändern und nicht verlängern.", "Warten Sie auf die Entscheidung über Ihren Antrag.");

    public override RefusalText StatementUnconfirmed { get; } = new(
        "Die Register bestätigen Ihre Erklärung nicht", "Nach den Registern der Stadt liegt Ihre Wohnung in einer anderen Zone, oder das Fahrzeug ist nicht auf Sie zugelassen.",
        "Ein vorläufiger Ausweis endet damit. Stimmt ein Register nicht, lassen Sie es dort berichtigen und stellen Sie einen neuen Antrag.");

    public override RefusalText RegisterStaysSilent { get; } = new(
        "Ein Mensch nimmt sich Ihren Antrag vor", "Die Tage Ihres vorläufigen Ausweises sind um, und ein Register hat noch nicht geantwortet.",
        "Sie müssen nichts tun: Das Straßenverkehrsamt klärt es. Auf dieser Seite sehen Sie, wie es weitergeht.");
}
