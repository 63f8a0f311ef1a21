using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking;

/// <summary>The module's words.</summary>
internal abstract class ParkingTexts : ITexts<ParkingTexts>
{
    private static readonly ParkingTexts German = new GermanParkingTexts();
    private static readonly ParkingTexts English = new EnglishParkingTexts();

    public static ParkingTexts For(Language language) => language is Language.German ? German : English;

    public abstract Language Language { get; }

    private CultureInfo Culture => Language.Culture();

    public string Date(DateOnly day) => day.ToString("d", Culture);

    public string Money(decimal euros) => Language is Language.German ? $"{euros.ToString("N2", Culture)} €" : $"€{euros.ToString("N2", Culture)}";

    public string Metres(int millimetres) => $"{(millimetres / 1000m).ToString("0.00", Culture)} m";

    // Refusals
    public abstract RefusalText PersonUnclear { get; }
    public abstract RefusalText AwaitsRelease { get; }
    public abstract RefusalText RefusedByOffice(string reason);
    public abstract RefusalText MovedElsewhere { get; }
    public abstract RefusalText PermitLapses { get; }
    public abstract RefusalText NotResident { get; }
    public abstract RefusalText SecondaryResidence { get; }
    public abstract RefusalText NotInAnyZone(string address);
    public abstract RefusalText OutsideNumbers(string street, string house);
    public abstract RefusalText AskOffice(OpenQuestion question);
    public abstract RefusalText RuleUnknown { get; }
    public abstract RefusalText FeeUnknown { get; }
    public abstract RefusalText NoVehicle { get; }
    public abstract RefusalText VehicleNotRegistered { get; }
    public abstract RefusalText VehicleNotAllowed(string plate);
    public abstract RefusalText VehicleTooLarge(string plate, int? maxLengthMm, int? maxWidthMm);
    public abstract RefusalText CompanyVehicle(string plate);
    public abstract RefusalText TooManyPlates(int most);
    public abstract RefusalText UnknownPlateForm(string written);
    public abstract RefusalText TermNotOffered(int months);
    public abstract RefusalText OwnSpace { get; }
    public abstract RefusalText ProposalChanged { get; }
    public abstract RefusalText SecondPermit(string number, DateOnly until);
    public abstract RefusalText CodeExpired { get; }
    public abstract RefusalText ApplicationNotFound { get; }
    public abstract RefusalText RegisterUnreachable { get; }

    // The wallet
    public static LocalizedText Purpose { get; } = new(
        "Antrag auf einen Bewohnerparkausweis: Damit liest die Stadt Ihre Anschrift im Melderegister und Ihre Fahrzeuge im Fahrzeugregister.",
        "Application for a resident parking permit: with it the town reads your address in the resident register and your vehicles in the vehicle register.");

    // The page /permit
    public abstract string PermitTitle { get; }
    public abstract string PermitLead { get; }
    public abstract string PermitSteps { get; }
    public abstract IReadOnlyList<string> Steps { get; }
    public abstract string OwnApplications { get; }
    public abstract string OwnPermit(string number);
    public abstract string OwnUndecided { get; }
    public abstract string NeedsCitizenId { get; }
    public abstract string ToMine { get; }
    public abstract string GetCitizenId { get; }
    public abstract string Apply { get; }
    public abstract string DemoFacts { get; }

    // The page of an application
    public abstract string ApplicationTitle { get; }

    public abstract string WithOfficeTitle { get; }
    public abstract string ScanTitle { get; }
    public abstract string QrOfQuestion { get; }
    public abstract string QrOfOffer { get; }
    public abstract string ScanWords { get; }
    public abstract string WaitingForRegisterTitle { get; }
    public abstract string ConfirmTitle { get; }
    public abstract string Zone { get; }
    public abstract string Address { get; }
    public abstract string Vehicle { get; }
    public abstract string Vehicles(int most);
    public abstract string Term { get; }
    public abstract string Months(int months);
    public abstract string TermWithFee(OfferedTerm term);
    public abstract string FeeByNotice { get; }
    public abstract string SpaceNoticeTitle { get; }
    public abstract string SpaceNotice(SpaceNotice notice);
    public abstract string StatesNoOwnSpace { get; }
    public abstract string Confirm { get; }
    public abstract string GrantedTitle { get; }
    public abstract string Granted(string number);
    public abstract string ReceivedTitle { get; }
    public abstract string Received { get; }
    public abstract string OverTitle { get; }
    public abstract string Over { get; }
    public abstract string ReceiveTitle { get; }
    public abstract string ReceiveWords { get; }
    public abstract string ReceiveAgain { get; }
    public abstract string Plate { get; }
    public abstract string PermitNumber { get; }
    public abstract string ValidFrom { get; }
    public abstract string ValidUntil { get; }
    public abstract string ToFeeNotice { get; }
    public abstract string StartAgain { get; }

    // The fee notice
    public abstract string FeeNoticeTitle { get; }
    public abstract string FeeNoticeFor(string number);
    public abstract string Addressee { get; }
    public abstract string Amount { get; }
    public abstract string DueOn { get; }
    public abstract string Payee { get; }
    public abstract string Iban { get; }
    public abstract string Reference { get; }
    public abstract string IssuedOn { get; }
    public abstract string FeeRule { get; }
    public abstract string ScanToPay { get; }
    public abstract string GiroCode { get; }
    public abstract string NoAccount { get; }
    public abstract string DoNotPay { get; }
    public abstract string DoNotPayShort { get; }
    public abstract string Remedy { get; }
    public abstract string Print { get; }
    public abstract string ToApplication { get; }
}
