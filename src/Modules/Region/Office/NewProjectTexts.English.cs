using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Office;

/// <summary>English.</summary>
internal sealed class EnglishNewProjectTexts : NewProjectTexts
{
    public override string Title => "New project";
    public override string Lead => "A project that our town leads. It stands in the showroom at once, and other towns read it within a few minutes.";
    public override string Similar => "Does it exist already?";
    public override string SimilarLead => "While you write we compare it with the projects of other towns. What you say about them stands in public beside the project later.";
    public override string Compare => "Look for similar projects";
    public override string Strong => "Very likely the same thing. Please say below in one sentence why your project is needed all the same, or what you take over.";
    public override string AnsweredBefore => "You have written something about it already.";
    public override string AlikeInSpelling => "Words that are spelled alike";
    public override string Answer => "What do you make of it?";
    public override string NoAnswer => "nothing decided yet";
    public override string Because => "Why? One sentence";
    public override string Software => "The result is software";
    public override string Figures => "Where do the figures come from?";
    public override string SourceHint => "For example the council's decision with its date, the application, or an address.";
    public override string Reason => "What is the occasion of the project?";
    public override string Save => "Enter the project";

    public override string Found(int projects, int warnings) => (projects, warnings) switch
    {
        (0, _) => "Nothing similar found. The more you write, the better we can compare.",
        (1, 0) => "One project might be similar.",
        (_, 0) => $"{projects} projects might be similar.",
        (1, _) => "One project is very likely the same thing.",
        (_, 1) => $"{projects} similar projects, one of them very likely the same thing.",
        _ => $"{projects} similar projects, {warnings} of them very likely the same thing.",
    };

    public override string NameOf(DuplicateAnswer answer) => answer is DuplicateAnswer.TakeOver ? "We take its result over" : "We know it; ours is different";

    public override string From(string date) => $"can be taken over from {date}";
}
