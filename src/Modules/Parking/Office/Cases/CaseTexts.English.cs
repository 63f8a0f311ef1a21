using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>The words in English.</summary>
internal sealed class EnglishCaseTexts : CaseTexts
{
    public override Language Language => Language.English;
    public override string ToCases => "To the work list";
    public override string Title => "Work list";
    public override string Lead => "Only what no rule decides stands here. What has waited longest comes first.";
    public override string ReleasesLead => "Everything is decided here. The town lets no program decide alone: a person releases it.";
    public override string Kinds => "Kind of cases";
    public override string Open(int count) => $"To decide ({count})";
    public override string Releases(int count) => $"To release ({count})";
    public override string Empty => "Nothing to do";
    public override string EmptyHint => "Every application is decided or goes on by itself.";
    public override string Waits => "Waiting for";
    public override string Why => "Reason";
    public override string Who => "With";
    public override string Since => "Application of";
    public override string AskedBack => "Question asked, no answer yet";
    public override string Replied => "Question answered";
    public override string Nobody => "nobody";
    public override string You => "you";
    public override string For(TimeSpan waiting) => waiting switch
    {
        { TotalDays: >= 2 } => $"{(int)waiting.TotalDays} days",
        { TotalHours: >= 2 } => $"{(int)waiting.TotalHours} hours",
        { TotalMinutes: >= 2 } => $"{(int)waiting.TotalMinutes} minutes",
        _ => "a moment",
    };
    public override string ZoneOpen => "The zone of the address is open";
    public override string PersonOpen => "The person in the resident register is unclear";
    public override string RuleOpen => "A rule of the town is not published";
    public override string PlateOpen => "The form of the plate is unknown";
    public override string FeeOpen => "The fee is not published";
    public override string RefundOpen => "Refund after a return is open";
    public override string PersonReads(string sentence) => $"The person reads: “{sentence}”";

    public override string Case => "Case";
    public override string CaseOf(string time) => $"Case: application of {time}";
    public override string TakenBy(string name, string since) => $"{name} has been working on this case since {since}.";
    public override string TakenByOther => "Somebody works on this case";
    public override string Take => "Take the case";
    public override string TakeOver => "Take it over all the same";
    public override string GiveBack => "Give the case back";
    public override string Decided => "There is nothing left to decide here";
    public override string DecidedHint(string state) => $"State of the application: {state}.";
    public override string ToApplication => "History of the application";
    public override string Facts => "Facts";
    public override string Fact => "Fact";
    public override string Register => "In the register";
    public override string Citizen => "What the person says";
    public override string Rule => "Rule of the town";
    public override string Source => "Where it stands";
    public override string Person => "Applicant";
    public override string ShowedCitizenId => "showed the citizen ID";
    public override string CameToCounter => "came to the counter";
    public override string BornOn(string day) => $"born on {day}";
    public override string Home => "Home";
    public override string HomeOf(ResidenceKind kind, string address) => kind is ResidenceKind.Main ? $"main residence {address}" : $"secondary residence {address}";
    public override string Counts(IReadOnlyList<ResidenceKind>? kinds) => kinds switch
    {
        null => NotPublished,
        _ when kinds.Contains(ResidenceKind.Secondary) => "main and secondary residences count",
        _ => "only the main residence counts",
    };
    public override string Zone => "Parking zone";
    public override string Vehicle => "Car";
    public override string Keeper(KeeperKind keeper) => keeper is KeeperKind.Company ? "kept by a company" : "kept by a private person";
    public override string KindOf(VehicleKind kind) => kind switch
    {
        VehicleKind.Car => "car",
        VehicleKind.Trailer => "trailer",
        VehicleKind.Motorhome => "motorhome",
        VehicleKind.Motorcycle => "motorcycle",
        VehicleKind.LightGoodsVehicle => "van",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
    public override string Chosen => "chosen";
    public override string Limits(string? length, string? width) => (length, width) switch
    {
        (null, null) => "no largest size known",
        (_, null) => $"at most {length} long",
        (null, _) => $"at most {width} wide",
        _ => $"at most {length} long and {width} wide",
    };
    public override string OwnSpace => "Own space";
    public override string OwnSpaceRule(bool? excludes) => excludes switch { null => NotPublished, true => "excludes the permit", false => "does not matter" };
    public override string StatesNone => "states to have none";
    public override string Fee => "Price";
    public override string Held => "Permit";
    public override string OnePerPerson => "each person gets one";
    public override string NotPublished => "not published";
    public override string Answer => "Answer to the question";

    public override string Protected => "Please check in person";
    public override string ProtectedHint => "Open this person's data only when you work on the case yourself. The reason stands in the history afterwards.";
    public override string OpenReason => "Reason for opening them";
    public override string OpenPerson => "Open the data and take the case";

    public override string Decisions => "Possible decisions";
    public override string PreparedTitle => "Prepared";
    public override string PreparedGrant(string plates, string zone, string fee) => $"Permit for {plates} in zone {zone}, {fee}.";
    public override string PreparedRefusal(string title) => $"Refusal: {title}.";
    public override string Release => "Release the decision";
    public override string ChooseZone => "Zone of this address";
    public override string InZone => "Belongs to this zone";
    public override string InNoZone => "Belongs to no zone";
    public override string ConfirmPerson => "The person is checked, go on";
    public override string AcceptVehicle(string plate) => $"Accept vehicle {plate}";
    public override string AcceptHint => "I have seen the proof.";
    public override string Question(OpenRule rule) => rule switch
    {
        OpenRule.SecondaryResidence => "Does a secondary residence count here?",
        OpenRule.OwnSpace => "Does a space of one's own exclude the permit?",
        _ => "Does this vehicle get a permit?",
    };
    public override string Yes => "Yes";
    public override string No => "No";
    public override string Months => "Term in months";
    public override string Euros => "Fee in euros";
    public override string SetFee => "Set the fee";
    public override string Again => "Examine anew";
    public override string AgainHint => "By now the rules decide the application without help.";
    public override string Refuse => "Refuse the application";
    public override string RefusalReason => "Reason for the refusal";
    public override string RefusalHint => "The person reads this text. Change it as you need.";
    public override string RefusalFor(string? reason) => reason switch
    {
        "ask-office" => "Your address lies in no residents' parking zone. The permit is for people who live in one.",
        "company-vehicle" or "unknown-plate-form" => "The proof that you may use the vehicle privately for good is missing.",
        "fee-unknown" or "rule-unknown" => "By the rules of the town you get no permit for this vehicle at this home.",
        _ => "We could not find out that the conditions for the permit are met.",
    };
    public override string Ask => "Ask back";
    public override string AskHint => "The question stands on the page of the application; the person answers there with text.";
    public override string AskWords => "Question to the person";
    public override string Waiting => "A register does not answer at present. The facts stand here as soon as it does.";

    public override string QuestionTitle => "The road traffic office asks";
    public override string QuestionHint => "Answer here with text. Then your application goes on.";
    public override string Reply => "Your answer";
    public override string SendReply => "Send the answer";
    public override string ReplyNeedsWords => "Please write 2 to 1000 characters.";
    public override string ReplyArrived => "Your answer has arrived.";

    public override RefusalText CaseNotFound { get; } = new(
        "There is no such case", "No application stands at this address.", "Please look for it in the work list.");

    public override RefusalText CaseTaken { get; } = new(
        "Somebody else works on the case", "A colleague has taken it. Nothing was changed.", "Talk to each other, or take the case over.");

    public override RefusalText CaseMovedOn { get; } = new(
        "The case has just changed", "Somebody was quicker in the same moment. Nothing of yours was stored.", "Look at what holds now.");

    public override RefusalText CaseNeedsWords { get; } = new(
        "The text is missing or too long", "It takes 2 to 1000 characters.", "Change the text and send it once more.");

    public override RefusalText FindingUnusable { get; } = new(
        "This decision is not possible", "Zone, term or amount are missing or do not fit.", "Choose a zone, 1 to 60 months and an amount up to 5000 euros.");

    public override RefusalText CaseNeedsRegister { get; } = new(
        "A register does not answer", "Nothing is refused without the facts of the register.", "Please try again in some minutes.");
}
