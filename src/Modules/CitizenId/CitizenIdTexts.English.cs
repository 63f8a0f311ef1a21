using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>The module's words in English.</summary>
internal sealed class EnglishCitizenIdTexts : CitizenIdTexts
{
    public override string Title => "Get your citizen ID";
    public override string Lead => "The citizen ID shows the town who you are and where you live – without forms and without documents.";
    public override string StepIdCard => "You show the ID card in your wallet: name, date of birth and address.";
    public override string StepRegister => "The town looks up in the resident register where you live.";
    public override string StepWallet => "The citizen ID comes into your wallet. Only you can show it.";
    public override string Get => "Get your citizen ID";
    public override string NoIdCardYet => "No ID card in your wallet yet?";
    public override string ToDemoIdCard => "Get a DEMO ID card";
    public override string PurposeOfOwn(string credential) => $"The city checks its own credential “{credential}”.";

    public override string Purpose => "The town looks you up in the resident register and then issues your citizen ID.";

    public override string AskedTitle => "Show your ID card";
    public override string AskedWords => "Scan the code with your wallet or type it in. It is valid for 2 minutes. This page goes on by itself.";
    public override string AskedQr => "QR code: show your ID card with the wallet";
    public override string OfferedTitle => "Your citizen ID is ready";
    public override string OfferedWords => "Scan the code with your wallet to fetch the citizen ID. It is valid for 10 minutes, then there is a new one.";
    public override string OfferedQr => "QR code: fetch the citizen ID with the wallet";
    public override string AddressDiffers => "Your ID card shows another address than the resident register. The citizen ID carries the one from the register.";
    public override string LookingTitle => "The resident register does not answer right now";
    public override string LookingWords => "Your request is stored, nothing is lost. As soon as the register answers again, this page goes on by itself. You can also open it again later.";
    public override string RedeemedTitle => "Your citizen ID is in the wallet";
    public override string RedeemedWords => "With it you can now apply for a resident parking permit, for example.";
    public override string ToPermit => "Apply for a resident parking permit";
    public override string StartAgain => "Start again";

    public override string DemoTitle => "DEMO ID card office";
    public override string DemoLead => "Made-up people get a made-up ID card here. It proves nothing and is valid in this DEMO only.";
    public override string DemoAnybody => "Any eligible person";
    public override string DemoChoose => "Or a certain person";
    public override string DemoSearch => "Name or street";
    public override string DemoSearchHint => "For example Çelik or Georgstraße. Leave it empty to see some people for each story.";
    public override string DemoSearchButton => "Search";
    public override string DemoNobody => "There is no such made-up person. Try another name or another street.";
    public override string DemoTake => "Get the ID card";
    public override string DemoOfferTitle => "The DEMO ID card is ready";
    public override string DemoOfferQr => "QR code: fetch the DEMO ID card with the wallet";
    public override string DemoRedeemedTitle => "The DEMO ID card is in the wallet";
    public override string DemoRedeemedWords => "Next you can get the citizen ID with it.";

    public override RefusalText ReferenceUnknown { get; } = new(
        "We do not know this citizen ID",
        "The town did not give out the reference in your citizen ID, or it is no longer valid.",
        "Get a new citizen ID and try again.");

    public override RefusalText RequestUnknown { get; } = new(
        "This request does not exist here",
        "It was started in another browser, or it has been deleted.",
        "Open the page in the browser in which you started, or start again.");

    public override RefusalText CodeExpired { get; } = new(
        "The code has expired",
        "No wallet answered within 2 minutes.",
        "Start again and you get a new code.");

    public override RefusalText IdCardIncomplete { get; } = new(
        "Something is missing on the ID card",
        "We need given names, family name, date of birth and address. At least one of them is missing or cannot be read.",
        "Show a complete ID card, or bring your ID card to the citizens' office.");

    public override RefusalText NotInRegister { get; } = new(
        "We did not find you in the resident register",
        "This town's resident register has no entry for the name and date of birth on your ID card.",
        "Has your name changed, or have you just moved here? Tell the citizens' office and try again afterwards.");

    public override RefusalText SeveralInRegister { get; } = new(
        "We cannot tell for certain who you are",
        "Several people in the resident register have this name and date of birth, and the address on your ID card fits none of them.",
        "Have the address on your ID card changed at the citizens' office and try again afterwards.");

    public override RefusalText NoLongerResident { get; } = new(
        "You are no longer registered here",
        "According to the resident register you have no home in this town any more.",
        "Please turn to the town where you live now. If you do live here, register at the citizens' office.");

    public override RefusalText OnlyAtTheOffice { get; } = new(
        "This is only possible at the citizens' office",
        "The resident register must not give information about this entry online.",
        "Please bring your ID card to the citizens' office.");

    public override RefusalText RegisterUnreachable { get; } = new(
        "The resident register does not answer right now",
        "We cannot go on without the resident register. What you have done so far is stored.",
        "Try again in a few minutes.");

    public override RefusalText NoCitizenId { get; } = new(
        "This person has no citizen ID",
        "The town has given out no citizen ID to a person with this key.",
        "Check the key: it is the one of the resident register.");

    public override RefusalText ResidentUnknown { get; } = new(
        "There is no such person",
        "The resident register has no entry with this key.",
        "Choose a person from the list.");

    public override RefusalText CharacterUnknown(string character) => new(
        "We cannot process a character of the name",
        $"The character “{character}” is not among those that German registers keep (DIN 91379).",
        "Show an ID card with your name in Latin script, or come to the citizens' office.");

    public override string DemoBorn(DateOnly day) => $"born on {day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}";

    public override string DemoOfferWords(string name) => $"ID card of {name}. Scan the code with your wallet or type it in. It is valid for 10 minutes.";

    public override string Story(DemoStory story) => story switch
    {
        DemoStory.Eligible => "lives in a parking zone, keeps a car: gets the permit",
        DemoStory.SeveralVehicles => "has several vehicles to choose from",
        DemoStory.NameWrittenDifferently => "name on the ID card written a little differently: found nevertheless",
        DemoStory.MovedInsideTown => "moved inside the town, old address on the ID card",
        DemoStory.NameUnknown => "the name on the ID card is not in the resident register",
        DemoStory.MovedAway => "has left the town",
        DemoStory.SecondaryResidence => "has only a secondary residence here",
        DemoStory.NoVehicle => "keeps no vehicle",
        DemoStory.CompanyCar => "drives a company's car",
        DemoStory.VehicleNotAllowed => "keeps only a trailer",
        DemoStory.VehicleTooLarge => "keeps only a motorhome that is too long",
        DemoStory.OutsideZones => "lives in no parking zone",
        DemoStory.HouseNumberOutsideZone => "street in a parking zone, house number not",
        DemoStory.SideOfStreetUnknown => "side of the street unclear: the office decides",
        DemoStory.Deceased => "recorded as deceased in the resident register",
        DemoStory.Blocked => "information blocked in the resident register",
        DemoStory.Ambiguous => "two people of the same name and birth date",
        _ => throw new ArgumentOutOfRangeException(nameof(story)),
    };

    public override string HandOverToWallet => "Give it to the wallet";
}
