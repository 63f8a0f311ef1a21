using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>English.</summary>
internal sealed class EnglishHolderTexts : HolderTexts
{
    protected override ParkingTexts Words => ParkingTexts.For(Language.English);

    public override RefusalText PermitIsSuspended { get; } = new(
        "The permit is suspended", "As long as it is suspended, nothing about it can be changed.", "Pay the open fee, or contact the road traffic office.");

    public override RefusalText PermitHasEnded(DateOnly until) => new(
        "The permit is no longer valid", $"It was valid until {Words.Date(until)} or ended before; it can no longer be renewed or changed.", "Apply for a new permit.");

    public override RefusalText RenewalTooEarly(DateOnly from, DateOnly until) => new(
        "It is too early to renew", $"The permit is valid until {Words.Date(until)}.", $"You can renew it from {Words.Date(from)}.");

    public override RefusalText OtherZoneNow(string oldZone, string newZone) => new(
        "You live in another zone now", $"The permit is for zone {oldZone}, your home is in zone {newZone}.", "Have the zone on the permit changed first.");

    public override RefusalText SameZone(string zone) => new(
        "The zone is right already", $"Your home is in zone {zone}, and that is what the permit is for.", "You need not do anything. If you have moved, register your new home first.");

    public override RefusalText PlateGone(string plate) => new(
        "The vehicle is no longer registered to you", $"The vehicle register no longer has the vehicle {plate} under your name.", "Have the plate on the permit changed first.");

    public override RefusalText SamePlates { get; } = new(
        "This plate is on the permit already", "Nothing would change.", "Choose another vehicle.");

    public override RefusalText NoTemporaryPlates { get; } = new(
        "There are no temporary plates here", "In this town no other vehicle stands in for yours.", "Have the plate on the permit changed if you drive another vehicle for good.");

    public override RefusalText TemporaryPlateUnreadable { get; } = new(
        "The plate cannot be read", "It has not the form of a German plate, or can be read in several ways.", "Write it with a hyphen after the district, for example GE-AB 123.");

    public override RefusalText TemporaryDaysUnfit(DateOnly first, DateOnly last) => new(
        "These days do not fit", "The first day must come before the last, and both within the time for which the permit is still valid.", $"Choose days from {Words.Date(first)} to {Words.Date(last)}.");

    public override RefusalText TemporaryPlateTaken { get; } = new(
        "Another plate stands in on these days", "Only one vehicle at a time can stand in for yours.", "Choose other days.");

    public override RefusalText TooManyTemporaryDays(int year, int left) => new(
        "So many days are not left", $"In {year} another vehicle can stand in for yours on {left} more days.", "Choose fewer days.");

    public override RefusalText ChangeIsAnother { get; } = new(
        "Price, end or zone have changed", "Something has changed since you saw the page; so nothing was done.", "Look at the page “My permit” once more and confirm there.");

    public override RefusalText RefundAccountUnreadable { get; } = new(
        "There is no such account number", "The IBAN does not fit its check digits, or it is too long or too short. Nothing has been returned yet.", "Go back and compare the IBAN with your bank card. Or leave the field empty.");

    public override RefusalText ChangeNotFound { get; } = new(
        "There is no such change here", "A change can only be seen by whom the permit belongs to, after signing in.", "Sign in on the page “My permit”.");

    public override RefusalText RenewalLinkUnknown { get; } = new(
        "This link leads to no permit", "It is incomplete, or there is no such link.", "Open the whole link from the message once more, or sign in on the page “My permit”.");

    public override RefusalText RenewalLinkOver(DateOnly until) => new(
        "This link is no longer valid", $"It was for the permit that was valid until {Words.Date(until)}; that has been renewed or ended meanwhile.", "See on the page “My permit” how long your permit is valid.");

    public override string ToMine => "Back to “My permit”";
    public override string ToRefund => "See whether the refund is decided";

    public override string MineTitle => "My permit";
    public override string MineLead => "Show your citizen ID: then you see your resident parking permit here and can renew, change or return it.";
    public override string SignOut => "Sign out";
    public override string MyAccount => "My account: sign-ins and passkeys";
    public override string LostPhone => "Lost your phone? Your permit stays valid: it belongs to the plate. Get the citizen ID onto the new phone and sign in here with it.";
    public override string GetCitizenId => "Get the citizen ID";
    public override string NoPermit => "There is no resident parking permit in your name yet.";
    public override string ToApply => "Apply for a resident parking permit";
    public override string State => "State";
    public override string OverWords => "Nobody may park with this permit any more. If you still need one, apply for a new one.";
    public override string Notices => "Fees";
    public override string Story => "What happened so far";
    public override string DueOn(DateOnly day) => $"to be paid by {Words.Date(day)}";
    public override string DecisionOf(string reference) => $"Decision {reference}";
    public override string RestDecision => "Decision about the suspension of the permit";
    public override string RefundDecision => "Decision about the refund";

    public override string OccasionOf(ApplicationPurpose occasion) => occasion switch
    {
        ApplicationPurpose.FirstPermit => "first permit",
        ApplicationPurpose.Provisional => "provisional permit",
        ApplicationPurpose.Renewal => "renewal",
        ApplicationPurpose.PlateChange => "another plate",
        ApplicationPurpose.TemporaryPlate => "temporary plate",
        ApplicationPurpose.ZoneSwap => "another zone",
        ApplicationPurpose.VisitorTickets => "visitor tickets",
        _ => "return",
    };

    public override string? EventOf(string action) => action switch
    {
        "permit-granted" => "The permit was granted.",
        "permit-granted-provisionally" => "The permit was granted provisionally.",
        "provisional-permit-ended" => "The provisional permit has ended.",
        "permit-renewed" => "The permit was renewed.",
        "plates-changed" => "The plate was changed.",
        "temporary-plate-added" => "A temporary plate was entered.",
        "zone-changed" => "The zone was changed.",
        "permit-returned" => "You have returned the permit.",
        "permit-suspended" => "The permit is suspended.",
        "permit-taken-up" => "The permit counts again.",
        "refund-decided" => "The refund is decided.",
        "permit-revoked" => "The town has revoked the permit.",
        _ => null,
    };

    public override string ChangeTitle => "Change of the permit";
    public override string ChangeWaits => "A change is not decided yet";
    public override string ChangeWaitsWords => "As long as it waits, nothing else can be changed. Your permit stays valid.";
    public override string ToChange => "See how the change is getting on";
    public override string RenewTitle => "Renew";
    public override string RenewLead(PermitProposal proposal, IReadOnlyList<string> plates) => $"Zone {proposal.ZoneId}, plate {string.Join(", ", plates)}. The new term begins the day after the old one ends; you pay the fee later.";
    public override string RenewNoOwnSpace => "By renewing you state that still neither a garage nor a parking space of your own is available to you.";
    public override string Renew(DateOnly until, decimal euros) => $"Renew until {Words.Date(until)}, {Price(euros)}";
    public override string RenewFrom(DateOnly day) => $"You can renew from {Words.Date(day)}.";
    public override string RenewalLinkTitle => "Renew the resident parking permit";
    public override string RenewalLinkLead(string plates, DateOnly until) => $"The permit for {plates} is valid until {Words.Date(until)}.";
    public override string CardBySignIn => "You get the new card for your wallet on the page “My permit”.";
    public override string RunsTitle => "Renewals";
    public override string ToOffice => "To the overview";
    public override string Due(int count) => count == 1 ? "1 permit can be renewed today." : $"{count} permits can be renewed today.";
    public override string RunsLead => "Renewed is what person, home, zone and vehicle still entitle to, as the registers say. Everything else stays until its holder or the office deals with it. By this you decide on each of these renewals.";
    public override string StartRun => "Renew all that need no thinking";
    public override string LastRuns => "Last runs";
    public override string RunState(int renewed, int leftOver, bool finished) => $"{renewed} renewed, {leftOver} left over{(finished ? "" : " (still running)")}";
    public override string ZoneTitle => "You have moved";
    public override string ZoneLead(PermitProposal proposal) => $"According to the resident register you live here now: {proposal.Addressee.StreetAddress}. The zone there is {proposal.ZoneId} – {proposal.ZoneName}.";
    public override string SwapZone(string zone, decimal euros) => $"Enter zone {zone}, {Price(euros)}";
    public override string PlatesTitle => "Another vehicle";
    public override string ChooseVehicle(int most) => most == 1 ? "Vehicle on the permit" : $"Vehicles on the permit (at most {most})";
    public override string ChangePlate(decimal euros) => $"Change the plate, {Price(euros)}";
    public override string TemporaryPlate => "Temporary";
    public override string TemporaryTitle => "Temporary plate";
    public override string TemporaryLead(int? daysLeft) => daysLeft is { } days
        ? $"For a car of the workshop or a rented one: beside your plate this one is then valid too. {days} days are left in this year."
        : "For a car of the workshop or a rented one: beside your plate this one is then valid too. For how long, the road traffic office decides.";
    public override string PlateHint => "With a hyphen after the district, for example GE-AB 123";
    public override string FirstDay => "First day";
    public override string LastDay => "Last day";
    public override string FromUntil(DateOnly from, DateOnly until) => $"from {Words.Date(from)} to {Words.Date(until)}";
    public override string AddTemporary(decimal euros) => $"Enter the plate, {Price(euros)}";

    public override string DoneTitle(ApplicationPurpose purpose) => purpose switch
    {
        ApplicationPurpose.Renewal => "The permit is renewed",
        ApplicationPurpose.PlateChange => "The plate is changed",
        ApplicationPurpose.TemporaryPlate => "The plate is entered",
        ApplicationPurpose.ZoneSwap => "The zone is changed",
        _ => "The permit is returned",
    };

    public override string DoneWords(ApplicationPurpose purpose) => purpose switch
    {
        ApplicationPurpose.Renewal => "The new term follows without a gap. You need not do anything else.",
        ApplicationPurpose.TemporaryPlate => "On these days you may park in your zone with the vehicle.",
        ApplicationPurpose.Return => "With this plate you may no longer park in the zone as a resident.",
        _ => "It holds from now on, even before the new card is in your wallet.",
    };

    public override string NewCard => "Get the new card into your wallet.";

    public override string ReturnTitle => "Return";
    public override string ReturnLead(long? cents) => cents switch
    {
        null => "If you no longer need the permit, return it. Whether a part of the fee comes back, the road traffic office decides.",
        0 => "If you no longer need the permit, return it. No whole months are left for which a fee would come back.",
        _ => $"If you no longer need the permit, return it. For the whole months that are left you are credited {Words.Money(cents.Value / 100m)}: what you have paid goes back to the account that it came from, what is still open becomes so much less.",
    };
    public override string RefundIban => "IBAN of your account (optional)";
    public override string RefundIbanHint => "Only needed when the money shall go to another account than the one you paid from. The account must be in your name.";
    public override string Return => "Return the permit";
    public override string Withdraw => "Withdraw the application";
    public override string WithdrawnTitle => "The application is withdrawn";
    public override string Withdrawn => "Nothing was decided, and it costs nothing.";

    protected override string Free => "free of charge";

    public override string CardTitle => "The card in your wallet";
    public override string CardLead => "A new phone, or the card is missing? Get it once more. What another device holds is then no longer valid; your permit holds without interruption.";
    public override string CardWords => "Scan the code with your wallet to get the card. It is valid for 10 minutes, then there is a new one.";
    public override string QrOfCard => "QR code: accept the card of the resident parking permit";
    public override string ReceiveCard => "Get the card";
    public override string NoCard => "There is no card for you at the moment. Sign in and see whether your permit is still valid.";

    protected override string StateOf(PermitState state) => state switch
    {
        PermitState.Active => "valid",
        PermitState.Suspended => "suspended: nobody may park with it at the moment",
        PermitState.Revoked => "revoked by the town",
        PermitState.Returned => "returned",
        PermitState.Lapsed => "lapsed",
        _ => "expired",
    };
}
