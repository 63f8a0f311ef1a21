using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Reuse;

internal sealed class EnglishReuseTexts : ReuseTexts
{
    public override RefusalText NotYourReuse { get; } = new("Not your town", "Only the town that leads the project and the town that takes it over speak about a take-over.", "Open a project that your town leads or takes over.");
    public override RefusalText OwnProject { get; } = new("Your own project", "A town does not take over what it leads itself.", "Open a project of another town.");
    public override RefusalText ProjectWasWithdrawn { get; } = new("Project withdrawn", "The lead town has withdrawn the project; no new take-over can begin.", "Ask the lead town for the reason. Take-overs that have begun stay.");
    public override RefusalText StepNotPossible { get; } = new("This step does not fit", "No way leads from the present step to this one.", "Choose one of the steps that are offered.");
    public override RefusalText SinceNotPossible { get; } = new("The day does not fit", "The day lies in the future or before the beginning of the previous step.", "Enter the day since which the step holds.");
    public override RefusalText LeavingNeedsReason { get; } = new("The reason is missing", "Whoever ends a take-over says why.", "Add the reason in one sentence; other towns learn from it.");
    public override RefusalText FiguresAreTheTakers { get; } = new("The other town's figures", "Only the town that takes over states effort, savings and whom to call.", "Leave these fields empty.");
    public override RefusalText FigureNeedsMethod { get; } = new("Figure or explanation incomplete", "Each figure needs a sentence that says where it comes from, and each sentence a figure.", "Add what is missing: whole person days, euros like 1234.50, a sentence of 5 to 300 characters.");
    public override RefusalText RecordUnusable { get; } = new("An entry cannot be read", "An entry is too long, too short, or has characters that do not belong into one line.", "Sentences have 5 to 300 characters, names at most 120, without pictographs.");
    public override RefusalText ReuseMovedMeanwhile { get; } = new("Something new stands here by now", "Somebody has entered something since you opened the page. Nothing was saved.", "Look at the new state and decide then.");
    public override RefusalText NothingToConfirm { get; } = new("Nothing to confirm", "This record is not known here.", "Open the overview of take-overs; it shows what is waiting.");
}
