using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Inspections;

/// <summary>What wardens read: short, since it rains.</summary>
internal abstract class InspectionTexts : ITexts<InspectionTexts>
{
    private static readonly InspectionTexts German = new GermanInspectionTexts();
    private static readonly InspectionTexts English = new EnglishInspectionTexts();

    public static InspectionTexts For(Language language) => language is Language.German ? German : English;

    public abstract string WardenTitle { get; }
    public abstract string WardenLead { get; }
    public abstract string PlateLabel { get; }
    public abstract string PlateHint { get; }
    public abstract string CheckPlate { get; }
    public abstract string ScanCode { get; }
    public abstract string Keypad { get; }
    public abstract string KeypadDelete { get; }
    public abstract string KeypadClear { get; }
    public abstract string Valid { get; }
    public abstract string NotValid { get; }
    public abstract string NotValidHere { get; }
    public abstract string Unknown { get; }
    public abstract string Zone { get; }
    public abstract string PermitZone { get; }
    public abstract string Until { get; }
    public abstract string WasUntil { get; }
    public abstract string Here { get; }
    public abstract string Others { get; }
    public abstract string OfflineTitle { get; }
    public abstract string Offline { get; }
    public abstract string OfflineNoSet { get; }
    public abstract string OfflineUnknown { get; }
    public abstract string OfflineUnknownStep { get; }
    public abstract string OfflineCode { get; }
    public abstract string SealBrokenTitle { get; }
    public abstract string SealBroken { get; }
    public abstract string SealOver { get; }
    public abstract string SealGood { get; }
    public abstract string SealMissing { get; }
    public abstract string SealOnly { get; }
    public abstract string OfflineSource { get; }
    public abstract string OfflineSourceValue { get; }
    public abstract string SetNone { get; }
    public abstract string SetLoading { get; }
    public abstract string SetReady { get; }
    public abstract string SetOld { get; }
    public abstract string SetOver { get; }
    public abstract string SetBroken { get; }
    public abstract string SetFetch { get; }
    public abstract string SetKeepOpen { get; }
    public abstract string Online { get; }
    public abstract string NotOnline { get; }
    public abstract string ScanHint { get; }
    public abstract string ScanProgress { get; }
    public abstract string PhoneSource { get; }
    public abstract string PhoneNoSet { get; }
    public abstract string PhoneGood { get; }
    public abstract string PhoneOver { get; }
    public abstract string PhoneMissing { get; }
    public abstract string PhoneYounger { get; }
    public abstract string BrokenPhoneTitle { get; }
    public abstract string BrokenPhone { get; }
    public abstract string StrangePhoneTitle { get; }
    public abstract string StrangePhone { get; }
    public abstract string OldPhoneTitle { get; }
    public abstract string OldPhone { get; }
    public abstract string EarlyPhoneTitle { get; }
    public abstract string EarlyPhone { get; }
    public abstract string OverPhoneTitle { get; }
    public abstract string OverPhone { get; }
    public abstract string ScanClose { get; }
    public abstract string NoCamera { get; }
    public abstract string ShiftTitle { get; }
    public abstract string ShiftLead { get; }
    public abstract string Purpose { get; }
    public abstract string PurposeRound { get; }
    public abstract string PurposeComplaint { get; }
    public abstract string PurposeEvent { get; }
    public abstract string Zones { get; }
    public abstract string BeginShift { get; }
    public abstract string EndShift { get; }
    public abstract string Place { get; }
    public abstract string WholeZone { get; }
    public abstract string InstallHint { get; }
    public abstract string AppName { get; }
    public abstract string OfflinePageTitle { get; }
    public abstract string OfflinePageWords { get; }
    public abstract string OfflinePageStep { get; }
    public abstract RefusalText TooManyInspections { get; }
    public abstract RefusalText PlateNotReadable { get; }
    public abstract RefusalText NoShift { get; }
    public abstract RefusalText NoPurpose { get; }
    public abstract RefusalText SamePlateTooOften { get; }
    public abstract RefusalText PlatesInARow { get; }
    public abstract RefusalText TooManyPlatesToday { get; }
    public abstract RefusalText TooManyOfflineSets { get; }
    public abstract string ShiftUntil(string time);
    public abstract string SignHolds(string restriction, string? until);
    public abstract string SignFree(string? from);
    public abstract string SignUnknown(string restriction);
    public abstract string RestrictionOf(string? restriction);
}
