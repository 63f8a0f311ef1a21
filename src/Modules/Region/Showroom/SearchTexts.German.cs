using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>Deutsch.</summary>
internal sealed class GermanSearchTexts : SearchTexts
{
    public override string Search => "Suche";
    public override string SearchHint => "Worum geht es? Zum Beispiel: Parkausweise, Sensoren in Soest";
    public override string Nothing => "Nichts gefunden";
    public override string NothingHint => "Versuchen Sie ein anderes Wort, oder heben Sie eine Auswahl auf.";
    public override string MadeUp => "Dieses Projekt hat jemand in einer Vorführung angelegt; es ist erfunden.";
    public override string ToSearch => "Projekte suchen";
    public override string Known => "Ähnliche Projekte, die der Stadt bekannt waren";

    public override string NameOf(DuplicateAnswer answer) => answer is DuplicateAnswer.TakeOver ? "Ergebnis übernommen" : "Etwas anderes";

    protected override string AlikeInSpelling => "ähnlich geschrieben";

    protected override string FoundBy(string reasons) => $"Gefunden: {reasons}";

    protected override string ProjectOf(string town) => $"Projekt von {town}";
}
