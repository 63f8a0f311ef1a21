using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Reuse;

internal sealed class GermanReuseTexts : ReuseTexts
{
    public override RefusalText NotYourReuse { get; } = new("Nicht Ihre Stadt", "Über eine Übernahme sprechen nur die Stadt, die das Projekt führt, und die Stadt, die es übernimmt.", "Öffnen Sie ein Projekt, das Ihre Stadt führt oder übernimmt.");
    public override RefusalText OwnProject { get; } = new("Eigenes Projekt", "Eine Stadt übernimmt nicht, was sie selbst führt.", "Öffnen Sie das Projekt einer anderen Stadt.");
    public override RefusalText ProjectWasWithdrawn { get; } = new("Projekt zurückgezogen", "Die führende Stadt hat das Projekt zurückgezogen; eine neue Übernahme kann nicht mehr beginnen.", "Fragen Sie die führende Stadt nach dem Grund. Begonnene Übernahmen bleiben.");
    public override RefusalText StepNotPossible { get; } = new("Dieser Schritt passt nicht", "Von der jetzigen Stufe führt kein Weg zu dieser.", "Wählen Sie eine der angebotenen Stufen.");
    public override RefusalText SinceNotPossible { get; } = new("Der Tag passt nicht", "Der Tag liegt in der Zukunft oder vor dem Beginn der vorigen Stufe.", "Geben Sie den Tag an, seit dem die Stufe gilt.");
    public override RefusalText LeavingNeedsReason { get; } = new("Der Grund fehlt", "Wer eine Übernahme beendet, sagt warum.", "Ergänzen Sie den Grund in einem Satz; andere Städte lernen daraus.");
    public override RefusalText FiguresAreTheTakers { get; } = new("Angaben der anderen Stadt", "Aufwand, Ersparnis und Ansprechstelle nennt nur die Stadt, die übernimmt.", "Lassen Sie diese Felder leer.");
    public override RefusalText FigureNeedsMethod { get; } = new("Zahl oder Erklärung unvollständig", "Zu jeder Zahl gehört ein Satz, woher sie kommt, und zu jedem Satz eine Zahl.", "Ergänzen Sie, was fehlt: ganze Personentage, Euro wie 1.234,50, ein Satz von 5 bis 300 Zeichen.");
    public override RefusalText RecordUnusable { get; } = new("Eine Angabe ist unlesbar", "Eine Angabe ist zu lang, zu kurz oder enthält Zeichen, die nicht in eine Zeile gehören.", "Sätze haben 5 bis 300 Zeichen, Namen höchstens 120, ohne Bildzeichen.");
    public override RefusalText ReuseMovedMeanwhile { get; } = new("Inzwischen steht hier etwas Neues", "Seit Sie die Seite geöffnet haben, hat jemand etwas eingetragen. Gespeichert wurde nichts.", "Sehen Sie sich den neuen Stand an und entscheiden Sie dann.");
    public override RefusalText NothingToConfirm { get; } = new("Nichts zu bestätigen", "Diese Angabe ist hier nicht bekannt.", "Öffnen Sie die Übersicht der Übernahmen; dort steht, was wartet.");
}
