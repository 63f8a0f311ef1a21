namespace Modellstadt.Region.Office;

/// <summary>English.</summary>
internal sealed class EnglishProjectOfficeTexts : ProjectOfficeTexts
{
    public override string Title => "Projects of our town";
    public override string Lead => "Projects that we lead. What you change stands in the showroom at once; every version is kept.";
    public override string ToList => "All projects of our town";
    public override string ToShowroom => "See it in the showroom";
    public override string Change => "Change the project";
    public override string DateHint => "As precise as the source: 2020, 2020-07 or 2020-07-14. Empty means: not known.";
    public override string SumHint => "Euros: 1433000 or 1433000,50. With ~ before it when the source rounds: ~4600000.";
    public override string EmptyHint => "Empty means: not known.";
    public override string LinesHint => "One name a line. Empty means: not known.";
    public override string DocumentsHint => "One a line: title; https address; licence as SPDX identifier. For example: Guide; https://www.example.org/guide.pdf; CC-BY-4.0";
    public override string NewFigures => "Where does the new come from?";
    public override string Source => "Source of what you changed";
    public override string SourceHint => "An address or where it stands. What you leave alone keeps its source.";
    public override string Reason => "Why do you change the project?";
    public override string ReasonHint => "One sentence; it stands in the public history of the project. Name no persons.";
    public override string Save => "Save as a new version";
    public override string Meanwhile => "What has changed meanwhile";
    public override string Field => "Field";
    public override string Theirs => "In the register now";
    public override string Yours => "What you entered";
    public override string Empty => "empty";
    public override string None => "No project yet";
    public override string NoneHint => "Our town leads no project in the register.";

    public override string TheirReason(int version, string reason) => $"Version {version}: {reason}";
}
