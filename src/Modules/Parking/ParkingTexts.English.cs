using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking;

/// <summary>English.</summary>
internal sealed class EnglishParkingTexts : ParkingTexts
{
    private const string OfficeLooks = "You need not do anything: the road traffic office examines your application. This page shows how it goes on.";

    public override Language Language => Language.English;

    public override RefusalText PersonUnclear { get; } = new(
        "A person checks your details",
        "The resident register gives no answer to your citizen ID on which we may base the permit.",
        OfficeLooks);

    public override RefusalText PermitLapses { get; } = new(
        "The permit ends", "By the town's registers its conditions are no longer met.", "If a register is wrong, have it corrected there, then ask the office.");

    public override RefusalText MovedElsewhere { get; } = new(
        "Moved", "The person has moved within the town; the permit still names the old zone.",
        "The office settles with the person whether the permit follows into the new zone or ends.");

    public override RefusalText AwaitsRelease { get; } = new(
        "Your application is examined and waits for its release",
        "In this town no program decides alone: a person in the road traffic office releases each decision. Everything is prepared.",
        "You need not do anything. This page shows how it goes on.");

    public override RefusalText RefusedByOffice(string reason) => new(
        "Your application is refused", $"The road traffic office gives this reason: “{reason}”.", "The road traffic office answers questions about it. If something has changed, apply again.");

    public override RefusalText NotResident { get; } = new(
        "You do not live in this town",
        "The resident register has no home of yours in this town.",
        "If you have moved, register your new home first and then apply again.");

    public override RefusalText SecondaryResidence { get; } = new(
        "Your home here is a secondary residence",
        "In this town only people whose main residence is here get the permit.",
        "If you live here most of the time, register it as your main residence at the citizen centre.");

    public override RefusalText NotInAnyZone(string address) => new(
        "Your address is in no resident parking zone",
        $"There is no zone for {address}; you need no permit there.",
        "You do not have to do anything. If your address is wrong, register the right one at the citizen centre.");

    public override RefusalText OutsideNumbers(string street, string house) => new(
        "Your house number does not belong to the zone",
        $"Parts of the street “{street}” belong to a resident parking zone, but number {house} does not.",
        "If you think that is wrong, contact the road traffic office.");

    public override RefusalText AskOffice(OpenQuestion question) => new(
        "A person checks your address",
        question switch
        {
            OpenQuestion.SideOfStreet => "For your street nobody has published which side belongs to the zone.",
            OpenQuestion.PartOfStreet => "Only a part of your street belongs to the zone, and it is not described by house numbers.",
            OpenQuestion.NumberAddition => "The street list ends at your house number but does not name your addition.",
            OpenQuestion.BrokenRange => "The street list states the house numbers of your street wrongly.",
            OpenQuestion.SeveralZones => "Several zones name your address.",
            OpenQuestion.ZoneNotInForce => "The zone for your address is announced but not in force yet.",
            _ => "The street list of the zones is incomplete; it does not settle your address.",
        },
        OfficeLooks);

    public override RefusalText RuleUnknown { get; } = new(
        "A person examines your application", "One of this town's conditions is not published, so the program does not decide on it.", OfficeLooks);

    public override RefusalText FeeUnknown { get; } = new(
        "The office sets the fee", "No published fee fits your zone and your vehicle.", OfficeLooks);

    public override RefusalText NoVehicle { get; } = new(
        "No vehicle is registered to you",
        "The vehicle register has no vehicle whose keeper you are.",
        "Register the vehicle in your name. If you use somebody else's vehicle for good, add it under “Another vehicle”.");

    public override RefusalText VehicleNotRegistered { get; } = new(
        "This vehicle is not registered to you", "The chosen plate belongs to no vehicle whose keeper you are.", "Choose one of the vehicles shown.");

    public override RefusalText VehicleNotAllowed(string plate) => new(
        "There is no permit for this kind of vehicle",
        $"The vehicle {plate} is registered as a trailer, caravan or goods vehicle.",
        "Apply for another vehicle that is registered to you.");

    public override RefusalText VehicleTooLarge(string plate, int? maxLengthMm, int? maxWidthMm) => new(
        "The vehicle is too large",
        $"The vehicle {plate} is larger than allowed ({Limits(maxLengthMm, maxWidthMm)}).",
        "Apply for a smaller vehicle that is registered to you.");

    public override RefusalText CompanyVehicle(string plate) => new(
        "The vehicle belongs to a company",
        $"The keeper of the vehicle {plate} is a company; it must confirm that you use it privately for good.",
        OfficeLooks);

    public override RefusalText TooManyPlates(int most) => new(
        "Too many vehicles", $"A permit can carry {(most == 1 ? "one plate" : $"at most {most} plates")}.", "Choose fewer vehicles.");

    public override RefusalText UnknownPlateForm(string written) => new(
        "A person checks your number plate", $"“{written}” has not the form of an ordinary German number plate, or can be read in several ways.", OfficeLooks);

    public override RefusalText TermNotOffered(int months) => new(
        "There is no such term", $"The town offers no permit for {Months(months)}.", "Choose one of the terms shown.");

    public override RefusalText OwnSpace { get; } = new(
        "There is no permit for people with a space of their own",
        "The permit is for people who have neither a garage nor a parking space.",
        "If no space of your own is available to you, state so in the application.");

    public override RefusalText ProposalChanged { get; } = new(
        "Zone or fee have changed", "Your zone or the fee has changed since you saw the application.", "Check the details and apply once more.");

    public override RefusalText SecondPermit(string number, DateOnly until) => new(
        "You have a permit already",
        $"The permit {number} is valid until {Date(until)}; each person gets one.",
        "Open your wallet. If it is missing there, contact the road traffic office.");

    public override RefusalText CodeExpired { get; } = new(
        "The code has expired", "No wallet answered within two minutes.", "Start again; nothing is lost.");

    public override RefusalText ApplicationNotFound { get; } = new(
        "There is no such application here", "An application can only be seen in the browser in which it was started.", "Open it in that browser, or start a new one.");

    public override RefusalText RegisterUnreachable { get; } = new(
        "A register does not answer at the moment",
        "Your application is stored and goes on by itself as soon as the register answers again.",
        "You do not have to do anything. Leave this page open, or come back later in this browser.");

    public override string PermitTitle => "Resident parking permit";
    public override string PermitLead => "Whoever lives in a resident parking zone and has no space of their own for the car may park in the zone with this permit.";
    public override string PermitSteps => "How it works";
    public override IReadOnlyList<string> Steps { get; } =
    [
        "From your citizen ID you show only the reference by which the town knows you.",
        "With it the town reads your address in the resident register and your vehicles in the vehicle register. Zone and fee are filled in already; you only confirm.",
        "The finished permit arrives in your wallet at once.",
    ];
    public override string OwnApplications => "Begun in this browser";
    public override string OwnPermit(string number) => $"See permit {number} and its fee notice";
    public override string OwnUndecided => "Go on with the application you began";
    public override string NeedsCitizenId => "You need the citizen ID in your wallet for it.";
    public override string ToMine => "See, renew or change my permit";
    public override string GetCitizenId => "No citizen ID yet? Get it here.";
    public override string Apply => "Apply for a resident parking permit";
    public override string DemoFacts => "Zones, conditions and fee are made up in part; they are no statement of the town.";

    public override string ApplicationTitle => "Your application";

    public override string WithOfficeTitle => "Your application is with the office";
    public override string ScanTitle => "Show your citizen ID";
    public override string QrOfQuestion => "QR code: show your citizen ID";
    public override string QrOfOffer => "QR code: accept the resident parking permit";
    public override string ScanWords => "Scan the code with your wallet or type it in. It is valid for 2 minutes. This page goes on by itself.";
    public override string WaitingForRegisterTitle => "Your application waits";
    public override string ConfirmTitle => "Check and apply";
    public override string Zone => "Zone";
    public override string Address => "Address in the resident register";
    public override string Vehicle => "Vehicle";
    public override string Vehicles(int most) => $"Vehicles (at most {most})";
    public override string Term => "Term";
    public override string Months(int months) => months == 1 ? "1 month" : $"{months} months";
    public override string TermWithFee(OfferedTerm term) => $"{Months(term.Months)}: {Money(term.Euros)}";
    public override string FeeByNotice => "You pay later with the fee notice; the permit is valid at once.";
    public override string SpaceNoticeTitle => "Another zone at your door";
    public override string SpaceNotice(SpaceNotice notice) => $"These spaces belong to zone {notice.SpaceZone}, your permit does not count there: {notice.Detail} (in German).";
    public override string StatesNoOwnSpace => "By applying you state that neither a garage nor a parking space of your own is available to you.";
    public override string Confirm => "Apply with binding effect";
    public override string GrantedTitle => "Your resident parking permit is granted";
    public override string Granted(string number) => $"The permit {number} is valid from now on, even before it is in your wallet.";
    public override string ReceivedTitle => "The permit is in your wallet";
    public override string Received => "You do not have to put anything in the car: wardens check the plate.";
    public override string OverTitle => "This permit is no longer valid";
    public override string Over => "It has ended, or the town has revoked it. The road traffic office answers questions about it.";
    public override string ReceiveTitle => "Accept the permit";
    public override string ReceiveWords => "Scan the code with your wallet to get the permit. It is valid for 10 minutes, then there is a new one.";
    public override string ReceiveAgain => "Get it into a wallet once more";
    public override string Plate => "Plate";
    public override string PermitNumber => "Permit number";
    public override string ValidFrom => "Valid from";
    public override string ValidUntil => "Valid until";
    public override string ToFeeNotice => "See the fee notice";
    public override string StartAgain => "Start again";

    public override string FeeNoticeTitle => "Fee notice";
    public override string FeeNoticeFor(string number) => $"Resident parking permit {number}";
    public override string Addressee => "To";
    public override string Amount => "Amount";
    public override string DueOn => "To be paid by";
    public override string Payee => "Payee";
    public override string Iban => "IBAN";
    public override string Reference => "Reference";
    public override string IssuedOn => "Date";
    public override string FeeRule => "Fee rule";
    public override string ScanToPay => "To pay, scan the GiroCode with your banking app.";
    public override string GiroCode => "GiroCode for the transfer";
    public override string NoAccount => "The town's account is not known here. Wait for the notice by post.";
    public override string DoNotPay => "The account is made up. Please do not transfer anything.";
    public override string DoNotPayShort => "DEMO: please do not transfer";
    public override string Remedy => "What you can do against this decision stands at the end of its letter.";
    public override string Print => "Print this page with your browser, or save it as a PDF.";
    public override string ToApplication => "Back to the application";

    private string Limits(int? length, int? width) => string.Join(", ", new[]
    {
        length is { } most ? $"at most {Metres(most)} long" : null,
        width is { } widest ? $"at most {Metres(widest)} wide" : null,
    }.OfType<string>());
}
