using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>English.</summary>
internal sealed class EnglishProjectRefusalTexts : ProjectRefusalTexts
{
    private static readonly ProjectTexts Words = ProjectTexts.For(Language.English);

    public override RefusalText NoSuchProject => new("Project not found", "There is no project in the register at this address.", "Look for it in the showroom at /showroom.");

    public override RefusalText NoSuchTown => new("Town not found", "This town belongs to none of the model regions that we know.", "Choose a town in the showroom at /showroom.");

    public override RefusalText ChangeNeedsReason => new("Reason missing", "Each change stands with its reason in the history of the project.", "Write in one sentence why you change it, and save again.");

    public override RefusalText NothingChanged => new("Nothing changed", "All fields stand in the register as you sent them.", "Change a field or leave the page.");

    public override RefusalText EndsBeforeStart => new("End before the start", "The project cannot end before it starts.", "Check start and end.");

    public override RefusalText ShareAboveTotal => new("Share of the state too high", "The share of the state is higher than the total.", "Check both sums.");

    public override RefusalText NewProjectFormUnusable => new("Form incomplete", "The form did not come back as we gave it out. Nothing was entered.", "Open ‘New project’ again and fill it in there.");

    public override RefusalText NewProjectOvertaken => new("Entered at the same time", "In the same moment others entered projects with this title. Yours is not entered yet; what you typed is still there.", "Look in the list whether the project is there by now, and save again if it is not.");

    public override RefusalText ProjectOfAnotherTown(string town) =>
        new("Project of another town", $"{town} leads this project; only its project office changes it.", "Ask the project office there for the change.");

    public override RefusalText ProjectFieldUnusable(string field, string text) => string.IsNullOrWhiteSpace(text)
        ? new("Something is missing", $"The field ‘{ProjectField.LabelOf(field, Words)}’ is empty.", "Fill it in and save again.")
        : new("Not understood", $"‘{text}’ does not fit into the field ‘{ProjectField.LabelOf(field, Words)}’.", "Write dates as 2020, 2020-07 or 2020-07-14, sums as 1433000 or ~4600000, documents as title; https address; licence, and fill in the fields that are needed.");

    public override RefusalText FigureNeedsSource(string field) =>
        new("Source missing", $"You have changed ‘{ProjectField.LabelOf(field, Words)}’ but not said where it stands.", "Name the source of what is new, and save again.");

    public override RefusalText ProjectChangedMeanwhile(int version) =>
        new("Somebody was faster", $"While you were writing, somebody else saved version {version}. What you entered is still there.", "Compare both below, adapt what you entered, and save again.");

    public override RefusalText DuplicateUnanswered(string title) =>
        new("One sentence first, please", $"‘{title}’ is very much like your project. You may enter yours all the same; whoever reads it later should only know why.", "Say below, at that project, in one sentence what is different about yours or what you take over, and save again.");
}
