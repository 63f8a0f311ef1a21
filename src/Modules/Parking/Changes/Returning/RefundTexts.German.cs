using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanRefundTexts : RefundTexts
{
    public override RefusalText RefundOpen { get; } = new(
        "Der Ausweis ist zurückgegeben, über die Erstattung entscheidet das Amt",
        "Die Stadt hat keine Regel veröffentlicht, was von der Gebühr zurückkommt. Deshalb entscheidet ein Mensch darüber.",
        "Sie müssen nichts tun. Der Bescheid steht hier, sobald entschieden ist.");

    public override string Title => "Erstattung";
    public override string Returned(string number, string day) => $"Der Ausweis {number} wurde am {day} zurückgegeben. Was zurückkommt, sagt keine Regel der Stadt.";
    public override string ToPermit => "Verlauf des Ausweises";
    public override string Term => "Laufzeit";
    public override string Fee => "Gebühr";
    public override string Received => "Bezahlt";
    public override string MonthsLeft => "Ganze Monate übrig";
    public override string Share => "Anteil der Monate";
    public override string ShareHint => "Der Anteil ist nur gerechnet: Gebühr mal übrige Monate durch Monate der Laufzeit.";
    public override string Account(bool named) => named ? "Die Person hat für das Geld ein eigenes Konto genannt." : "Was bezahlt ist, geht auf das Konto zurück, von dem es kam.";
    public override string Euros => "Erstattung in Euro";
    public override string EurosHint(string most) => $"Von 0 bis {most}. Was noch offen ist, wird um so viel weniger.";
    public override string Reason => "Begründung";
    public override string ReasonHint => "Die Person liest diesen Text im Bescheid.";
    public override string Decide => "Erstattung entscheiden";
    public override RefusalText RefundUnusable { get; } = new("Betrag passt nicht", "Die Erstattung ist kein Betrag in Euro und Cent, oder sie ist höher als die Gebühr.", "Prüfen Sie den Betrag.");
}
