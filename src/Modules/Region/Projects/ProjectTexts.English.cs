using System.Globalization;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>English.</summary>
internal sealed class EnglishProjectTexts : ProjectTexts
{
    public override string Title => "Title";
    public override string Summary => "What it is about";
    public override string State => "State";
    public override string PillarLabel => "Pillar";
    public override string Topic => "Topic";
    public override string GuidingTheme => "Guiding theme of the town";
    public override string Lead => "Lead town";
    public override string Partners => "Towns that take part";
    public override string Recipients => "Who got the grant";
    public override string RunTimeLabel => "Run time";
    public override string Start => "Start";
    public override string End => "End";
    public override string GrantedOn => "Granted on";
    public override string Total => "Total";
    public override string StateShare => "of it the state";
    public override string OwnShare => "of it paid themselves";
    public override string TransferableResult => "What others can take over";
    public override string Documents => "Documents and licences";
    public override string TransferableFrom => "Can be taken over from";
    public override string ContactRole => "Whom to call";
    public override string SoftwareAddress => "Software: where its source lies";
    public override string SoftwareLicence => "Software: licence";
    public override string SoftwareKind => "Software: kind";
    public override string SoftwarePlatforms => "Software: runs on";
    public override string SoftwareLanguages => "Software: languages";
    public override string SoftwareFeatures => "Software: what it can do";
    public override string SoftwareMaintenance => "Software: maintenance";
    public override string Source => "Source";
    public override string ConfidenceLabel => "Reliability";
    public override string NotFound => "not found";

    protected override CultureInfo Culture { get; } = Language.English.Culture();
    protected override string DayFormat => "d MMMM yyyy";
    protected override string Rounded => "rounded";
    protected override string MillionEuros => " million €";

    public override string NameOf(Pillar pillar) => pillar is Pillar.EGovernment ? "Digital administration" : "Digital town development";

    public override string NameOf(ProjectState state) => state switch
    {
        ProjectState.Preparation => "in preparation",
        ProjectState.Concept => "concept",
        ProjectState.Implementation => "being implemented",
        ProjectState.Done => "completed",
        _ => "programme over, completion not proven",
    };

    public override string NameOf(Confidence confidence) => confidence switch
    {
        Confidence.High => "firm",
        Confidence.Medium => "credible",
        Confidence.Low => "derived",
        _ => "DEMO",
    };

    public override string NameOf(ProjectKind kind) => kind switch
    {
        ProjectKind.ProjectOffice => "Project office",
        ProjectKind.Subproject => "Part of a project",
        _ => "Project",
    };

    protected override string From(string start) => $"from {start}, end not found";

    protected override string Granted(string day) => $"granted {day}, run time not found";

    protected override string Until(string end) => $"until {end}, start not found";
}
