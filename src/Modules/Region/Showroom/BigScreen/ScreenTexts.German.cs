namespace Modellstadt.Region.Showroom.BigScreen;

/// <summary>Deutsch.</summary>
internal sealed class GermanScreenTexts : ScreenTexts
{
    public override string Title => "Großbildschirm";
    public override string Controls => "Rundgang";
    public override string Pause => "Anhalten";
    public override string Resume => "Weiterlaufen";
    public override string Next => "Weiter";
    public override string Leave => "Schaufenster";
    public override string Themes => "Woran gearbeitet wurde";
    public override string GuidingThemes => "Leitthemen der Städte, soweit eine Quelle sie nennt";
    public override string MoneyByTown => "Geld vom Land";
    public override string LanguageName => "Deutsch";

    public override string Place(int number, int all) => $"{number} von {all}";

    public override string More(int projects) => projects == 1 ? "und 1 weiteres Projekt" : $"und {projects} weitere Projekte";
}
