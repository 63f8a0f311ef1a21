using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Rules;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanRuleTexts : RuleTexts
{
    public override RefusalText RuleBookNeedsReason { get; } = new(
        "Der Grund fehlt oder ist zu lang", "Eine neue Fassung braucht einen Grund von 3 bis 500 Zeichen.", "Schreiben Sie in einem Satz, warum sich die Regeln ändern.");

    public override RefusalText RuleBookNeedsSecondPerson { get; } = new(
        "Hier braucht es eine zweite Person", "Wer an einer Fassung geschrieben hat, setzt sie nicht selbst in Kraft.", "Bitten Sie eine Kollegin oder einen Kollegen, sie zu prüfen und in Kraft zu setzen.");

    public override RefusalText RuleBookNotFound(int number) => new(
        "Diese Fassung gibt es nicht", $"Eine Fassung {number} der Regeln ist nicht gespeichert.", "Wählen Sie eine Fassung aus der Liste.");

    public override RefusalText RuleBookTooLarge(int mebibytes) => new(
        "Die Datei ist zu groß", $"Ein Regelbuch hat höchstens {mebibytes} MiB.", "Vereinfachen Sie die Flächen der Zonen, sie machen den größten Teil aus.");

    public override RefusalText RuleBookUnreadable(string place, long line) => new(
        "Die Datei ist kein Regelbuch", $"In Zeile {line}, an der Stelle {place}, steht etwas, das dort nicht hingehört.", "Vergleichen Sie die Stelle mit einem heruntergeladenen Regelbuch; data/README.md beschreibt jedes Feld.");

    public override RefusalText RuleBookOfAnotherTown(string given, string ours) => new(
        "Das Regelbuch gehört zu einer anderen Stadt", $"Darin steht der Gemeindeschlüssel {given}, diese Stadt hat {ours}.", "Wählen Sie die Datei dieser Stadt.");

    public override RefusalText RuleBookContradicts(string what) => new(
        "Das Regelbuch widerspricht sich", $"Beim Lesen kam heraus: {what.TrimEnd('.')}.", "Bessern Sie die Stelle aus und prüfen Sie den Entwurf noch einmal.");

    public override RefusalText RuleBookInForce(int number) => new(
        "Diese Fassung ändert sich nicht mehr", $"Fassung {number} ist in Kraft gesetzt.", "Beginnen Sie aus ihr eine neue Fassung.");

    public override RefusalText RuleBookChanged(int number) => new(
        "Der Entwurf wurde inzwischen geändert", $"Fassung {number} ist nicht mehr die, die Sie vor sich hatten.", "Laden Sie die Seite neu und sehen Sie sich den Entwurf noch einmal an.");

    public override RefusalText RuleBookDayUnusable(DateOnly first, DateOnly last) => new(
        "Dieser Tag geht nicht", $"Regeln gelten frühestens ab {Day(first)} und höchstens fünf Jahre im Voraus, bis {Day(last)}.", "Wählen Sie einen anderen Tag.");

    public override RefusalText RuleBookDayTaken(DateOnly day) => new(
        "An diesem Tag beginnt schon eine Fassung", $"Ab {Day(day)} gilt schon eine andere Fassung.", "Wählen Sie einen anderen Tag.");

    private static string Day(DateOnly day) => day.ToString("d", Language.German.Culture());
}
