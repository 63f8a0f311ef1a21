using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Reuse;

/// <summary>What is said about taking results over from other towns.</summary>
internal abstract class ReuseTexts : ITexts<ReuseTexts>
{
    private static readonly ReuseTexts German = new GermanReuseTexts();
    private static readonly ReuseTexts English = new EnglishReuseTexts();

    public abstract RefusalText NotYourReuse { get; }
    public abstract RefusalText OwnProject { get; }
    public abstract RefusalText ProjectWasWithdrawn { get; }
    public abstract RefusalText StepNotPossible { get; }
    public abstract RefusalText SinceNotPossible { get; }
    public abstract RefusalText LeavingNeedsReason { get; }
    public abstract RefusalText FiguresAreTheTakers { get; }
    public abstract RefusalText FigureNeedsMethod { get; }
    public abstract RefusalText RecordUnusable { get; }
    public abstract RefusalText NoNumberLeft { get; }
    public abstract RefusalText ReuseMovedMeanwhile { get; }
    public abstract RefusalText NothingToConfirm { get; }
    public abstract RefusalText QuestionUnusable { get; }
    public abstract RefusalText AnswerUnusable { get; }
    public abstract RefusalText TooManyQuestions { get; }
    public abstract RefusalText NoSuchQuestion { get; }
    public abstract RefusalText AnsweredMeanwhile { get; }
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string Waiting { get; }
    public abstract string Taking { get; }
    public abstract string TakingNone { get; }
    public abstract string Giving { get; }
    public abstract string GivingNone { get; }
    public abstract string Project { get; }
    public abstract string Town { get; }
    public abstract string State { get; }
    public abstract string NothingCounts { get; }
    public abstract string Claim { get; }
    public abstract string ClaimLead { get; }
    public abstract string ClaimGo { get; }
    public abstract string ToList { get; }
    public abstract string ToShowroom { get; }
    public abstract string Withdrawn { get; }
    public abstract string WithdrawnWords { get; }
    public abstract string Today { get; }
    public abstract string Counting { get; }
    public abstract string Pending { get; }
    public abstract string ConfirmLead { get; }
    public abstract string ConfirmGo { get; }
    public abstract string ConfirmedNow { get; }
    public abstract string SaidNow { get; }
    public abstract string Say { get; }
    public abstract string SayLead { get; }
    public abstract string StepLabel { get; }
    public abstract string SinceLabel { get; }
    public abstract string Version { get; }
    public abstract string VersionHint { get; }
    public abstract string Days { get; }
    public abstract string DaysHint { get; }
    public abstract string Euros { get; }
    public abstract string EurosHint { get; }
    public abstract string DaysMethod { get; }
    public abstract string EurosMethod { get; }
    public abstract string MethodHint { get; }
    public abstract string ContactRole { get; }
    public abstract string ContactRoleHint { get; }
    public abstract string Reason { get; }
    public abstract string ReasonHint { get; }
    public abstract string SayGo { get; }
    public abstract string Signatures { get; }
    public abstract string SignaturesHint { get; }
    public abstract string PublicTitle { get; }
    public abstract string PublicLead { get; }
    public abstract string Nobody { get; }
    public abstract string Ladder { get; }
    public abstract string Left { get; }
    public abstract string Map { get; }
    public abstract string Effects { get; }
    public abstract string EffectsLead { get; }
    public abstract string EffortLabel { get; }
    public abstract string SavingLabel { get; }
    public abstract string Method { get; }
    public abstract string Call { get; }
    public abstract string CallLead { get; }
    public abstract string CallUnknown { get; }
    public abstract string Declare { get; }
    public abstract string Continue { get; }
    public abstract string RunsFromOthers { get; }
    public abstract string OthersRun { get; }
    public abstract string Questions { get; }
    public abstract string QuestionsLead { get; }
    public abstract string Ask { get; }
    public abstract string AskWords { get; }
    public abstract string AskHint { get; }
    public abstract string AskGo { get; }
    public abstract string Answer { get; }
    public abstract string AnswerHint { get; }
    public abstract string AnswerGo { get; }
    public abstract string NotAnswered { get; }
    public abstract string OpenQuestions { get; }

    /// <summary>The texts in a language.</summary>
    public static ReuseTexts For(Language language) => language is Language.English ? English : German;

    public abstract string NameOf(ReuseStep step);
    public abstract string TakesFrom(string taker, string giver);
    public abstract string StepSince(ReuseStep step, string day);
    public abstract string DeclaredBy(string town, string state);
    public abstract string CredentialOf(string town);
    public abstract string VersionOf(string version);
    public abstract string EffortOf(int days, string method);
    public abstract string SavingOf(string euros, string method);
    public abstract string StatedBy(int towns);
    public abstract string AskedBy(string town, string day);
    public abstract string AnsweredBy(string town, string day);
    public abstract string HistoryOf(string taker);
    public abstract string LeadsIt(string town);

    /// <summary>What a record says, in one line.</summary>
    public string Describe(ReuseRecord record, ProjectTexts words) => string.Join(" · ",
    [
        StepSince(record.Step, words.Date(PartialDate.Of(record.Since))),
        .. record.Version is { } version ? new[] { VersionOf(version) } : [],
        .. record.Effort is { } effort ? new[] { EffortOf(effort.Days, effort.Method) } : [],
        .. record.Saving is { } saving ? new[] { SavingOf(words.Money(saving.Cents), saving.Method) } : [],
        .. record.Reason is { } reason ? new[] { reason } : [],
    ]);
}
