using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>English.</summary>
internal sealed class EnglishSearchTexts : SearchTexts
{
    public override string Search => "Search";
    public override string SearchHint => "What is it about? In German, for example: Parkausweise, Sensoren in Soest";
    public override string Nothing => "Nothing found";
    public override string NothingHint => "Try another word, or take one of the choices back.";
    public override string MadeUp => "Somebody entered this project in a demonstration; it is made up.";
    public override string ToSearch => "Look for projects";
    public override string Known => "Similar projects that the town knew";

    public override string NameOf(DuplicateAnswer answer) => answer is DuplicateAnswer.TakeOver ? "Result taken over" : "Something else";

    protected override string AlikeInSpelling => "spelled alike";

    protected override string FoundBy(string reasons) => $"Found: {reasons}";

    protected override string ProjectOf(string town) => $"project of {town}";
}
