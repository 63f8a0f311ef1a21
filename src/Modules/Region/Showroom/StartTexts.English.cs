namespace Modellstadt.Region.Showroom;

internal sealed class EnglishStartTexts : StartTexts
{
    public override string ThemesLead => "A project stands below a guiding theme only when a source puts it there. Names of themes and projects are German.";
    public override string NoTheme => "Without a guiding theme";
    public override string NoThemeHint => "No source names a guiding theme for these projects.";
    public override string AllTowns => "Showroom of all towns of the model region";
    public override string Figures => "Figures: five towns side by side";
    public override string More => "Run times, money and looking back";

    public override string Empty(string themes) => $"Further guiding themes of the town, to which no source puts one of the projects: {themes}.";

    public override string Title(string town) => $"What {town} works on";

    public override string Lead(string town) => $"What {town} has built and tried out, what it costs and what of it is done: every fact with its source.";
}
