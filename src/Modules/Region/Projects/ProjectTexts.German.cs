using System.Globalization;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>Deutsch.</summary>
internal sealed class GermanProjectTexts : ProjectTexts
{
    public override string Title => "Titel";
    public override string Summary => "Worum es geht";
    public override string State => "Stand";
    public override string PillarLabel => "Säule";
    public override string Topic => "Thema";
    public override string GuidingTheme => "Leitthema der Stadt";
    public override string Lead => "Leitkommune";
    public override string Partners => "Beteiligte Kommunen";
    public override string Recipients => "Zuwendung erhielt";
    public override string RunTimeLabel => "Laufzeit";
    public override string Start => "Beginn";
    public override string End => "Ende";
    public override string GrantedOn => "Bewilligt";
    public override string Total => "Gesamtsumme";
    public override string StateShare => "davon Land";
    public override string OwnShare => "davon selbst getragen";
    public override string TransferableResult => "Was andere übernehmen können";
    public override string Documents => "Dokumente und Lizenzen";
    public override string TransferableFrom => "Übertragbar ab";
    public override string ContactRole => "Ansprechstelle";
    public override string SoftwareAddress => "Software: Ort des Quelltextes";
    public override string SoftwareLicence => "Software: Lizenz";
    public override string SoftwareKind => "Software: Art";
    public override string SoftwarePlatforms => "Software: läuft auf";
    public override string SoftwareLanguages => "Software: Sprachen";
    public override string SoftwareFeatures => "Software: was sie kann";
    public override string SoftwareMaintenance => "Software: Pflege";
    public override string Source => "Quelle";
    public override string ConfidenceLabel => "Verlässlichkeit";
    public override string NotFound => "nicht gefunden";

    protected override CultureInfo Culture { get; } = Language.German.Culture();
    protected override string DayFormat => "d. MMMM yyyy";
    protected override string Rounded => "gerundet";
    protected override string MillionEuros => " Mio. €";

    public override string NameOf(Pillar pillar) => pillar is Pillar.EGovernment ? "Digitale Verwaltung" : "Digitale Stadtentwicklung";

    public override string NameOf(ProjectState state) => state switch
    {
        ProjectState.Preparation => "in Vorbereitung",
        ProjectState.Concept => "Konzept",
        ProjectState.Implementation => "in Umsetzung",
        ProjectState.Done => "abgeschlossen",
        _ => "Programm beendet, Abschluss nicht belegt",
    };

    public override string NameOf(Confidence confidence) => confidence switch
    {
        Confidence.High => "sicher",
        Confidence.Medium => "glaubhaft",
        Confidence.Low => "abgeleitet",
        _ => "DEMO",
    };

    public override string NameOf(ProjectKind kind) => kind switch
    {
        ProjectKind.ProjectOffice => "Projektbüro",
        ProjectKind.Subproject => "Teilprojekt",
        _ => "Projekt",
    };

    protected override string From(string start) => $"ab {start}, Ende nicht gefunden";

    protected override string Granted(string day) => $"bewilligt {day}, Laufzeit nicht gefunden";

    protected override string Until(string end) => $"bis {end}, Beginn nicht gefunden";
}
