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
    public override RefusalText NoNumberLeft { get; } = new("No number is left", "One of the two towns has given this take-over its last number, 10,000. Nothing was saved.", "Talk to the other town: the history shows who it was.");
    public override RefusalText ReuseMovedMeanwhile { get; } = new("Something new stands here by now", "Somebody has entered something since you opened the page. Nothing was saved.", "Look at the new state and decide then.");
    public override RefusalText NothingToConfirm { get; } = new("Nothing to confirm", "This record is not known here.", "Open the overview of take-overs; it shows what is waiting.");
    public override RefusalText QuestionUnusable { get; } = new("The question is too short or too long", "A question has 10 to 1000 characters. Nothing was sent.", "Go back and change the question.");
    public override RefusalText AnswerUnusable { get; } = new("The answer is too short or too long", "An answer has 5 to 2000 characters. Nothing was sent.", "Go back and change the answer.");
    public override RefusalText TooManyQuestions { get; } = new("Too many questions", "Your town already has five questions to this project that wait for an answer, or fifty altogether.", "Wait for answers, or call the office named with the project.");
    public override RefusalText NoSuchQuestion { get; } = new("This question is not known", "Your town was not asked this.", "Open the overview of take-overs; it shows the questions to you.");
    public override RefusalText AnsweredMeanwhile { get; } = new("Answered already", "Somebody of your town has already answered this question. An answer is not changed.", "Read the answer on the page of the project.");
    public override string Title => "Take-overs";
    public override string Lead => "What your town takes over from others, and what others take over from you. Only what both towns have signed counts.";
    public override string Waiting => "Waiting for your signature";
    public override string Taking => "What we take over from others";
    public override string TakingNone => "Nothing declared yet. Open the project of another town in the showroom and choose “Declare a take-over” there.";
    public override string Giving => "What others take over from us";
    public override string GivingNone => "No town has declared a take-over yet.";
    public override string Project => "Project";
    public override string Town => "Town";
    public override string State => "State";
    public override string NothingCounts => "nothing confirmed yet";
    public override string Claim => "Declare a take-over that you know of";
    public override string ClaimLead => "Does another town use a result of yours? Declare it; it counts as soon as that town signs.";
    public override string ClaimGo => "Continue";
    public override string ToList => "All take-overs";
    public override string ToShowroom => "Project in the showroom";
    public override string Withdrawn => "The project is withdrawn";
    public override string WithdrawnWords => "No new take-over can begin. Whoever uses it can still report; nothing is lost.";
    public override string Today => "State today";
    public override string Counting => "Counted";
    public override string Pending => "Declared, not yet confirmed";
    public override string ConfirmLead => "Is it right what the other town declares? With your signature it counts; figures remain the statement of the town that takes over.";
    public override string ConfirmGo => "Confirm and sign";
    public override string ConfirmedNow => "Confirmed and signed. Other towns will read it within a few minutes.";
    public override string SaidNow => "Declared and signed. It counts as soon as the other town confirms.";
    public override string Say => "Declare a new state";
    public override string SayLead => "Each report is a new entry; earlier ones stay. Everybody can read them.";
    public override string StepLabel => "Step";
    public override string SinceLabel => "Since";
    public override string Version => "Version taken over";
    public override string VersionHint => "for example 2.1 or as of March 2026; empty when there is none";
    public override string Days => "Effort of adapting it, person days";
    public override string DaysHint => "in total so far, whole days; empty when not known";
    public override string Euros => "Savings, euros";
    public override string EurosHint => "in total so far, for example 4500; empty when not known";
    public override string DaysMethod => "How the effort was counted";
    public override string EurosMethod => "How the savings were reckoned";
    public override string MethodHint => "one sentence: where the figure comes from";
    public override string ContactRole => "Whom others can call at your town";
    public override string ContactRoleHint => "an office or a function, not a name";
    public override string Reason => "Reason, if you stop";
    public override string ReasonHint => "only for “left”; others learn from it";
    public override string SayGo => "Sign and declare";
    public override string Signatures => "Signatures";
    public override string SignaturesHint => "W3C credentials that anybody can check";
    public override string PublicTitle => "Who has taken it over";
    public override string PublicLead => "Counted is what both towns have signed.";
    public override string Nobody => "No take-over has been declared yet.";
    public override string Ladder => "Take-overs by step";
    public override string Left => "Left";
    public override string Map => "The town that leads the project and the towns that take it over";
    public override string Effects => "What it has brought";
    public override string EffectsLead => "Stated by the towns that took over, signed by both. Sums cover only towns that stated something.";
    public override string EffortLabel => "person days of adapting";
    public override string SavingLabel => "saved";
    public override string Method => "Reckoned so";
    public override string Call => "Whom can I call?";
    public override string CallLead => "Offices, not persons. Call the town and ask for this office.";
    public override string CallUnknown => "not stated";
    public override string Declare => "Declare a take-over";
    public override string Continue => "Our take-over";
    public override string RunsFromOthers => "What the town takes over from others";
    public override string OthersRun => "What others take over from the town";
    public override string Questions => "Questions of other towns";
    public override string QuestionsLead => "Question and answer are public.";
    public override string Ask => "Question to the town that leads the project";
    public override string AskWords => "Your question";
    public override string AskHint => "10 to 1000 characters, no names of persons. Everybody can read question and answer.";
    public override string AskGo => "Send the question";
    public override string Answer => "Your answer";
    public override string AnswerHint => "5 to 2000 characters, no names of persons. Everybody can read it; it cannot be changed.";
    public override string AnswerGo => "Send the answer";
    public override string NotAnswered => "not answered yet";
    public override string OpenQuestions => "Questions to us";

    public override string NameOf(ReuseStep step) => step switch
    {
        ReuseStep.Interest => "interest",
        ReuseStep.Talks => "talks",
        ReuseStep.Pilot => "pilot",
        ReuseStep.Operation => "runs it",
        ReuseStep.Contributing => "contributes",
        _ => "left",
    };

    public override string TakesFrom(string taker, string giver) => $"{taker} takes over from {giver}";

    public override string StepSince(ReuseStep step, string day) => $"{NameOf(step)}, since {day}";

    public override string DeclaredBy(string town, string state) => $"{town} declares: {state}";

    public override string CredentialOf(string town) => $"Credential: {town}";

    public override string VersionOf(string version) => $"version {version}";

    public override string EffortOf(int days, string method) => $"effort {days} person days ({method})";

    public override string SavingOf(string euros, string method) => $"savings {euros} ({method})";

    public override string StatedBy(int towns) => towns == 1 ? "stated by 1 town" : $"stated by {towns} towns";

    public override string AskedBy(string town, string day) => $"{town} asked on {day}";

    public override string AnsweredBy(string town, string day) => $"{town} answered on {day}";

    public override string HistoryOf(string taker) => $"All entries: {taker}";

    public override string LeadsIt(string town) => $"{town} (leads the project)";
}
