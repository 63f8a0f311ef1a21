using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>What clerks read on the work list and its cases, and citizens whom the office asks.</summary>
internal abstract class CaseTexts : ITexts<CaseTexts>
{
    private static readonly CaseTexts German = new GermanCaseTexts();
    private static readonly CaseTexts English = new EnglishCaseTexts();

    public static CaseTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>The language of these words.</summary>
    public abstract Language Language { get; }

    // The list
    public abstract string ToCases { get; }
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string ReleasesLead { get; }
    public abstract string Kinds { get; }
    public abstract string Open(int count);
    public abstract string Releases(int count);
    public abstract string Empty { get; }
    public abstract string EmptyHint { get; }
    public abstract string Waits { get; }
    public abstract string Why { get; }
    public abstract string Who { get; }
    public abstract string Since { get; }
    public abstract string AskedBack { get; }
    public abstract string Replied { get; }
    public abstract string Nobody { get; }
    public abstract string You { get; }
    public abstract string For(TimeSpan waiting);

    /// <summary>What is open, in a clerk's words; where there are none of their own, the title that the person reads.</summary>
    public string ReasonOf(Refusal refusal, Language language) => refusal.Type[(refusal.Type.LastIndexOf(':') + 1)..] switch
    {
        "ask-office" => ZoneOpen,
        "person-unclear" => PersonOpen,
        "rule-unknown" => RuleOpen,
        "unknown-plate-form" => PlateOpen,
        "fee-unknown" => FeeOpen,
        "refund-open" => RefundOpen,
        _ => refusal.In(language).Title,
    };

    public abstract string ZoneOpen { get; }
    public abstract string PersonOpen { get; }
    public abstract string RuleOpen { get; }
    public abstract string PlateOpen { get; }
    public abstract string FeeOpen { get; }
    public abstract string RefundOpen { get; }
    public abstract string PersonReads(string sentence);

    // A case
    public abstract string Case { get; }
    public abstract string CaseOf(string time);
    public abstract string TakenBy(string name, string since);
    public abstract string TakenByOther { get; }
    public abstract string Take { get; }
    public abstract string TakeOver { get; }
    public abstract string GiveBack { get; }
    public abstract string Decided { get; }
    public abstract string DecidedHint(string state);
    public abstract string ToApplication { get; }
    public abstract string Facts { get; }
    public abstract string Fact { get; }
    public abstract string Register { get; }
    public abstract string Citizen { get; }
    public abstract string Rule { get; }
    public abstract string Source { get; }
    public abstract string Person { get; }
    public abstract string ShowedCitizenId { get; }
    public abstract string CameToCounter { get; }
    public abstract string BornOn(string day);
    public abstract string Home { get; }
    public abstract string HomeOf(ResidenceKind kind, string address);
    public abstract string Counts(IReadOnlyList<ResidenceKind>? kinds);
    public abstract string Zone { get; }
    public abstract string Vehicle { get; }
    public abstract string Keeper(KeeperKind keeper);
    public abstract string KindOf(VehicleKind kind);
    public abstract string Chosen { get; }
    public abstract string Limits(string? length, string? width);
    public abstract string OwnSpace { get; }
    public abstract string OwnSpaceRule(bool? excludes);
    public abstract string StatesNone { get; }
    public abstract string Fee { get; }
    public abstract string Held { get; }
    public abstract string OnePerPerson { get; }
    public abstract string NotPublished { get; }
    public abstract string Answer { get; }

    // The protected person
    public abstract string Protected { get; }
    public abstract string ProtectedHint { get; }
    public abstract string OpenReason { get; }
    public abstract string OpenPerson { get; }

    // Decisions
    public abstract string Decisions { get; }
    public abstract string PreparedTitle { get; }
    public abstract string PreparedGrant(string plates, string zone, string fee);
    public abstract string PreparedRefusal(string title);
    public abstract string Release { get; }
    public abstract string ChooseZone { get; }
    public abstract string InZone { get; }
    public abstract string InNoZone { get; }
    public abstract string ConfirmPerson { get; }
    public abstract string AcceptVehicle(string plate);
    public abstract string AcceptHint { get; }
    public abstract string Question(OpenRule rule);
    public abstract string Yes { get; }
    public abstract string No { get; }
    public abstract string Months { get; }
    public abstract string Euros { get; }
    public abstract string SetFee { get; }
    public abstract string Again { get; }
    public abstract string AgainHint { get; }
    public abstract string Refuse { get; }
    public abstract string RefusalReason { get; }
    public abstract string RefusalHint { get; }
    public abstract string RefusalFor(string? reason);
    public abstract string Ask { get; }
    public abstract string AskHint { get; }
    public abstract string AskWords { get; }
    public abstract string Waiting { get; }

    // The citizen
    public abstract string QuestionTitle { get; }
    public abstract string QuestionHint { get; }
    public abstract string Reply { get; }
    public abstract string SendReply { get; }
    public abstract string ReplyNeedsWords { get; }
    public abstract string ReplyArrived { get; }

    // Refusals
    public abstract RefusalText CaseNotFound { get; }
    public abstract RefusalText CaseTaken { get; }
    public abstract RefusalText CaseMovedOn { get; }
    public abstract RefusalText CaseNeedsWords { get; }
    public abstract RefusalText FindingUnusable { get; }
    public abstract RefusalText CaseNeedsRegister { get; }
}
