using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Office;

/// <summary>The words in English.</summary>
internal sealed class EnglishOfficeTexts : OfficeTexts
{
    public override string Title => "Resident parking permits";
    public override string Search => "Plate or permit number";
    public override string SearchGo => "Search";
    public override string Empty => "No permit yet";
    public override string EmptyHint => "As soon as somebody gets a resident parking permit, it stands here.";
    public override string Number => "Number";
    public override string Plate => "Plate";
    public override string Zone => "Zone";
    public override string Until => "Valid until";
    public override string Validity => "Validity";
    public override string State => "State";
    public override string Reason => "Reason of the revocation";
    public override string Story => "History";
    public override string ToPermits => "To the permits";
    public override string ToApplications => "To the applications without permit";
    public override string Applications => "Applications without permit";
    public override string ApplicationsLead => "Applications that wait or were refused. Granted ones stand among the permits.";
    public override string Application => "Application";
    public override string NoApplication => "No open application";
    public override string NoApplicationHint => "No application waits, and none was refused.";
    public override string Started => "Started";
    public override string Why => "Reason";
    public override string Told => "What the person read";
    public override string RegisterKey => "Key in the resident register";
    public override string Permit => "Permit";
    public override string ToPermit => "History of the permit";
    public override string ByYou => "by you";
    public override string Pages => "Pages of the list";
    public override string Previous => "Previous page";
    public override string Next => "Next page";
    public override string RevokeTitle => "Revoke the permit";
    public override string RevokeExplain => "The permit ends at once. Wardens see it immediately, the wallet within a minute. It cannot be undone.";
    public override string RevokeReason => "Reason";
    public override string RevokeReasonHint => "Stands in the history. At least three characters.";
    public override string RevokeConfirm => "Revoke the permit for good";

    public override RefusalText RevocationNeedsReason { get; } = new(
        "The reason is missing or too long", "A revocation needs a reason of 3 to 500 characters.", "Change the reason and confirm once more.");

    public override string ProposeExplain => "A revocation takes two: you propose it, another person confirms it. Until then the permit holds.";
    public override string ProposeRevocation => "Propose the revocation";
    public override string ProposedTitle => "Revocation proposed";
    public override string ProposedBy(string name, string time) => $"{name} proposed the revocation on {time}. Another person must confirm it within 14 days.";
    public override string WithdrawProposal => "Withdraw the proposal";
    public override string SuspendTitle => "Suspend the permit";
    public override string SuspendExplain => "The permit does not hold until you take it up again. Its last day stays the same.";
    public override string Suspend => "Suspend";
    public override string TakeUpTitle => "Take the permit up again";
    public override string TakeUpExplain => "The permit holds again then, until its last day.";
    public override string TakeUp => "Take it up again";
    public override string SuspensionReason => "Reason, as the decision states it";

    public override RefusalText RevocationNeedsSecondPerson { get; } = new(
        "Another person must confirm it", "Whoever proposes a revocation does not confirm it.", "Ask a colleague.");

    public override RefusalText RevocationProposalOver { get; } = new(
        "No revocation waits here any more", "The proposal is confirmed, withdrawn, or expired after 14 days.", "Look at the state of the permit.");

    public override RefusalText PermitChangedMeanwhile { get; } = new(
        "The permit has just changed", "Somebody was quicker in the same moment. Nothing of yours was stored.", "Look at what holds now and decide once more.");

    public override RefusalText PermitNotFound { get; } = new(
        "There is no such permit", "No permit stands at this address.", "Please look for it in the list.");

    public override RefusalText NoSuchApplication { get; } = new(
        "There is no such application", "No application stands at this address.", "Please look for it in the list.");

    public override string Count(int count) => count == 1 ? "1 permit" : $"{count} permits";

    public override string CountApplications(int count) => count == 1 ? "1 application" : $"{count} applications";

    public override string ApplicationOf(string time) => $"Application of {time}";

    public override string PageOf(int page, int pages) => $"Page {page} of {pages}";

    public override string StateOf(PermitState state) => state switch
    {
        PermitState.Active => "granted",
        PermitState.Suspended => "suspended",
        PermitState.Revoked => "revoked",
        PermitState.Returned => "given back",
        PermitState.Lapsed => "lapsed",
        PermitState.Expired => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string StateOf(ApplicationState state) => state switch
    {
        ApplicationState.WaitingForWallet => "waits for the wallet",
        ApplicationState.WaitingForRegister => "waits for a register",
        ApplicationState.WaitingForConfirmation => "waits for the person to confirm",
        ApplicationState.WaitingForClerk => "waits for the office",
        ApplicationState.Granted => "granted",
        ApplicationState.Refused => "refused",
        ApplicationState.Withdrawn => "withdrawn by the citizen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string EventOf(string action) => action switch
    {
        "application-started" => "Application started",
        "applicant-identified" => "Citizen ID checked",
        "application-waiting" => "Register does not answer, application waits",
        "application-proposed" => "Zone, vehicles and fee determined",
        "application-confirmed" => "Applied bindingly",
        "application-refused" => "Refused",
        "application-laid-before-clerk" => "Laid before the office",
        "case-taken" => "Case taken",
        "case-taken-over" => "Case taken over from a colleague",
        "case-given-back" => "Case given back",
        "zone-found" => "Zone found out",
        "person-confirmed" => "Person checked",
        "person-opened" => "Protected data of the person opened",
        "vehicle-accepted" => "Vehicle accepted after a check",
        "rule-answered" => "Open rule answered",
        "fee-found" => "Fee set",
        "decision-released" => "Decision released",
        "case-examined-anew" => "Examined anew",
        "case-refused" => "Refusal decided",
        "citizen-asked" => "Question asked",
        "citizen-replied" => "Question answered",
        "revocation-proposed" => "Revocation proposed",
        "revocation-withdrawn" => "Proposal withdrawn",
        "permit-suspended" => "Permit suspended",
        "permit-taken-up" => "Permit taken up again",
        "application-taken-at-counter" => "Taken at the counter, document seen",
        "slip-printed" => "Slip printed",
        "statement-made" => "Residence and vehicle stated",
        "permit-granted-provisionally" => "Permit granted provisionally",
        "provisional-permit-dropped" => "Provisional permit no longer needed",
        "provisional-permit-ended" => "Provisional permit ended",
        "permit-granted" => "Permit granted",
        "change-requested" => "Change requested by the holder",
        "application-withdrawn" => "Withdrawn by the citizen",
        "permit-renewed" => "Permit renewed",
        "plates-changed" => "Plates changed",
        "temporary-plate-added" => "Temporary plate entered",
        "zone-changed" => "Zone changed",
        "vehicle-left" => "Vehicle deregistered or given up; by the town's rule the permit stays",
        "register-event-set-aside" => "Told by a register: the permit stays",
        "permit-lapsed" => "Permit ended by itself, register",
        "zone-swap-proposed" => "Move: another zone proposed",
        "permit-returned" => "Permit returned",
        "refund-found" => "Refund set",
        "refund-decided" => "Refund decided",
        "visitor-tickets-charged" => "Visitor tickets charged",
        "personal-copy-made" => "Copy of the data made for the person",
        "permit-revoked" => "Permit revoked",
        _ => action,
    };

    public override string ActorOf(string actor) => actor switch
    {
        Actors.Citizen => "by the citizen",
        Actors.Program => "by the program",
        _ => $"by the office, account {Account(actor)}",
    };
}
