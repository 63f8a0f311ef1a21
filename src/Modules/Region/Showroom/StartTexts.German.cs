namespace Modellstadt.Region.Showroom;

/// <summary>Deutsch.</summary>
internal sealed class GermanStartTexts : StartTexts
{
    public override string ThemesLead => "Unter einem Leitthema steht ein Projekt nur, wenn eine Quelle es dorthin stellt.";
    public override string NoTheme => "Ohne Leitthema";
    public override string NoThemeHint => "Keine Quelle nennt für diese Projekte ein Leitthema.";
    public override string AllTowns => "Schaufenster aller Städte der Modellregion";
    public override string Figures => "Kennzahlen: fünf Städte nebeneinander";
    public override string More => "Laufzeiten, Geld und Rückblick";

    public override string Empty(string themes) => $"Weitere Leitthemen der Stadt, zu denen keine Quelle eines der Projekte stellt: {themes}.";

    public override string Title(string town) => $"Woran {town} arbeitet";

    public override string Lead(string town) => $"Was {town} gebaut und ausprobiert hat, was es kostet und was davon fertig ist: jede Angabe mit Quelle.";
}
