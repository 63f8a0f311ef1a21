using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Office;

/// <summary>Deutsch.</summary>
internal sealed class GermanNewProjectTexts : NewProjectTexts
{
    public override string Title => "Neues Projekt";
    public override string Lead => "Ein Projekt, das unsere Stadt leitet. Es steht sofort im Schaufenster, und andere Städte lesen es in wenigen Minuten.";
    public override string Similar => "Gibt es das schon?";
    public override string SimilarLead => "Beim Schreiben vergleichen wir mit den Projekten anderer Städte. Was Sie dazu festhalten, steht später öffentlich beim Projekt.";
    public override string Compare => "Nach ähnlichen Projekten suchen";
    public override string Strong => "Sehr wahrscheinlich dasselbe. Bitte sagen Sie unten in einem Satz, warum Ihr Projekt trotzdem nötig ist oder was Sie übernehmen.";
    public override string AnsweredBefore => "Dazu haben Sie schon etwas geschrieben.";
    public override string AlikeInSpelling => "Ähnlich geschriebene Wörter";
    public override string Answer => "Was machen Sie daraus?";
    public override string NoAnswer => "noch nichts entschieden";
    public override string Because => "Warum? Ein Satz";
    public override string Software => "Das Ergebnis ist Software";
    public override string Figures => "Woher stammen die Angaben?";
    public override string SourceHint => "Zum Beispiel der Ratsbeschluss mit Datum, der Antrag oder eine Adresse.";
    public override string Reason => "Was ist der Anlass des Projekts?";
    public override string Save => "Projekt anlegen";

    public override string Found(int projects, int warnings) => (projects, warnings) switch
    {
        (0, _) => "Nichts Ähnliches gefunden. Je mehr Sie schreiben, desto besser können wir vergleichen.",
        (1, 0) => "Ein Projekt könnte ähnlich sein.",
        (_, 0) => $"{projects} Projekte könnten ähnlich sein.",
        (1, _) => "Ein Projekt ist sehr wahrscheinlich dasselbe.",
        (_, 1) => $"{projects} ähnliche Projekte, eines davon sehr wahrscheinlich dasselbe.",
        _ => $"{projects} ähnliche Projekte, {warnings} davon sehr wahrscheinlich dasselbe.",
    };

    public override string NameOf(DuplicateAnswer answer) => answer is DuplicateAnswer.TakeOver ? "Wir übernehmen das Ergebnis" : "Wir kennen es; unseres ist anders";

    public override string From(string date) => $"übertragbar ab {date}";
}
