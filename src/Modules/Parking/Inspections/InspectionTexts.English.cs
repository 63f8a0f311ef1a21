using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections;

/// <summary>The words in English.</summary>
internal sealed class EnglishInspectionTexts : InspectionTexts
{
    public override string WardenTitle => "Check a plate";
    public override string WardenLead => "You see whether the vehicle may park here. You learn nothing about the person.";
    public override string PlateLabel => "Number plate";
    public override string PlateHint => "For example GE-AB 123; hyphens and blanks are not needed.";
    public override string CheckPlate => "Check";
    public override string ScanCode => "Scan code";
    public override string Keypad => "Large keys";
    public override string KeypadDelete => "Delete a sign";
    public override string KeypadClear => "Delete all";
    public override string Valid => "Valid";
    public override string NotValid => "Not valid";
    public override string NotValidHere => "Not valid here";
    public override string Unknown => "No permit known";
    public override string Zone => "Zone";
    public override string PermitZone => "Permit for";
    public override string Until => "until";
    public override string WasUntil => "registered until";
    public override string Here => "Here";
    public override string Others => "For others";
    public override string OfflineTitle => "No connection";
    public override string Offline => "Please check again in a moment; nothing was stored.";
    public override string OfflineNoSet => "Without a connection there is no answer: this device has no offline set that counts. Fetch it as soon as you have a network.";
    public override string OfflineUnknown => "Not in the offline set";
    public override string OfflineUnknownStep => "Perhaps the permit is younger than the set. Check again with a connection before you act.";
    public override string OfflineCode => "This code needs a connection. Have “Show without network” tapped in the wallet, or type the plate.";
    public override string SealBrokenTitle => "The seal is not right";
    public override string SealBroken => "The slip was changed or is not of this town. Check the plate.";
    public override string SealOver => "The slip does not count today";
    public override string SealGood => "The seal is genuine";
    public override string SealMissing => "The slip is genuine, the permit counts no more";
    public override string SealOnly => "Without a network and without a set: whether the town has revoked the permit was not checked.";
    public override string OfflineSource => "Answer";
    public override string OfflineSourceValue => "without a connection, set of {0}";
    public override string SetNone => "No offline set: no answer without a connection.";
    public override string SetLoading => "Fetching the offline set …";
    public override string SetReady => "Offline set: {0} rights, {1} kB, {2} minutes old, counts until {3}.";
    public override string SetOld => "The offline set is {0} minutes old. Renew it as soon as you have a network.";
    public override string SetOver => "The offline set is over and answers nothing any more.";
    public override string SetBroken => "The offline set is damaged or not the town's; it is not used. Fetch it again.";
    public override string SetFetch => "Renew offline set";
    public override string SetKeepOpen => "Keep the app open: the key lies in memory only and is gone as soon as it is closed.";
    public override string Online => "Connected";
    public override string NotOnline => "Without connection";
    public override string ScanHint => "Point the camera at the check code in the wallet.";
    public override string ScanProgress => "{0} of {1} codes read …";
    public override string PhoneSource => "from the phone, no connection, set of {0}";
    public override string PhoneNoSet => "from the phone, no connection, no set for this zone";
    public override string PhoneGood => "Permit genuine";
    public override string PhoneOver => "Permit does not count today";
    public override string PhoneMissing => "Permit genuine, but no longer valid";
    public override string PhoneYounger => "Permit genuine, but not in the set";
    public override string BrokenPhoneTitle => "The code is not right";
    public override string BrokenPhone => "It was changed, or another phone signed it. Check the number plate.";
    public override string StrangePhoneTitle => "Not from this town";
    public override string StrangePhone => "None of the keys that this shift knows signed the permit. Check the number plate.";
    public override string OldPhoneTitle => "The code is too old";
    public override string OldPhone => "This is what a photo or a film looks like. Have the permit shown again; if the clock of a phone is wrong, check the number plate.";
    public override string EarlyPhoneTitle => "The code comes from the future";
    public override string EarlyPhone => "The clock of one of the two phones is wrong. Check the number plate.";
    public override string OverPhoneTitle => "The card has run out";
    public override string OverPhone => "The wallet has to fetch a new one with a network. Check the number plate.";
    public override string ScanClose => "Close";
    public override string NoCamera => "The camera may not be used. Please type the plate.";
    public override string ShiftTitle => "Begin the shift";
    public override string ShiftLead => "Plates are checked in a shift only, and only for its purpose. How often you ask is counted; plates are not stored.";
    public override string Purpose => "Purpose";
    public override string PurposeRound => "Round";
    public override string PurposeComplaint => "Complaint about a street";
    public override string PurposeEvent => "Event, roadworks or accident";
    public override string Zones => "Zones of the shift";
    public override string BeginShift => "Begin shift";
    public override string EndShift => "End shift";
    public override string Place => "Where is the vehicle?";
    public override string WholeZone => "whole zone";
    public override string InstallHint => "The browser's menu can set this page up as an app.";
    public override string AppName => "Parking check";
    public override string OfflinePageTitle => "No connection";
    public override string OfflinePageWords => "The app was opened without a network. The key of the offline set lay in memory only and is gone: without a connection there is no answer here.";
    public override string OfflinePageStep => "Open the page again as soon as you have a network.";

    public override RefusalText TooManyInspections { get; } = new(
        "Too many checks", "This account has asked too often within the last minute.", "Wait a minute, then go on.");

    public override RefusalText PlateNotReadable { get; } = new(
        "That is not a plate", "No German plate looks like this.", "Write it like this: GE-AB 123.");

    public override RefusalText NoShift { get; } = new(
        "No shift", "Plates are checked in a shift only, and none is running.", "Begin the shift, then go on.");

    public override RefusalText NoPurpose { get; } = new(
        "Purpose is missing", "A shift has a purpose, and none was chosen.", "Choose what you check for.");

    public override RefusalText SamePlateTooOften { get; } = new(
        "The same plate too often", "You have checked this plate several times today; more would be watching a person.", "Go on. Your office sees that a question was refused, not which one.");

    public override RefusalText PlatesInARow { get; } = new(
        "Plates one after the other", "Many plates with the same letters were checked; a street has different ones.", "Go on. In ten minutes these letters are answered again.");

    public override RefusalText TooManyPlatesToday { get; } = new(
        "Too many plates in a day", "Nobody passes so many vehicles on foot in a day.", "Talk to your office.");

    public override RefusalText TooManyOfflineSets { get; } = new(
        "Too many offline sets", "Several offline sets were fetched within the last hour.", "The last one still counts; fetch the next one in an hour.");

    public override string ShiftUntil(string time) => $"The shift runs until {time}.";

    public override string SignHolds(string restriction, string? until) => until is null ? restriction : $"{restriction}, now until {until}";

    public override string SignFree(string? from) => from is null ? "free" : $"free now, again from {from}";

    public override string SignUnknown(string restriction) => $"{restriction}; hours not known, the sign counts";

    public override string RestrictionOf(string? restriction) => restriction switch { "residents-only" => "residents only", "parking-ticket" => "ticket needed", "parking-disc-2h" => "parking disc, 2 hours", "paid-or-time-limited" => "ticket or limited time", _ => "rule not known" };
}
