namespace Modellstadt.Region.Showroom.BigScreen;

/// <summary>English.</summary>
internal sealed class EnglishScreenTexts : ScreenTexts
{
    public override string Title => "Big screen";
    public override string Controls => "Tour";
    public override string Pause => "Pause";
    public override string Resume => "Go on";
    public override string Next => "Next";
    public override string Leave => "Showroom";
    public override string Themes => "What was worked on";
    public override string GuidingThemes => "Guiding themes of the towns, where a source names them";
    public override string MoneyByTown => "Money from the state";
    public override string LanguageName => "English";

    public override string Place(int number, int all) => $"{number} of {all}";

    public override string More(int projects) => projects == 1 ? "and 1 more project" : $"and {projects} more projects";
}
