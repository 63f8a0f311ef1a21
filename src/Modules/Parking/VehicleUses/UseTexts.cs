using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>Words about vehicles of others, for users, keepers and clerks.</summary>
internal abstract class UseTexts : ITexts<UseTexts>
{
    private static readonly UseTexts German = new GermanUseTexts();
    private static readonly UseTexts English = new EnglishUseTexts();

    public static UseTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>A text in both languages, for what a wallet shows.</summary>
    public static LocalizedText InBoth(Func<UseTexts, string> words) => new(words(German), words(English));

    // The user
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string NotOffered { get; }
    public abstract string ToMine { get; }
    public abstract string Ask { get; }
    public abstract string Why { get; }
    public abstract string Plate { get; }
    public abstract string PlateHint { get; }
    public abstract string Evidence { get; }
    public abstract string EvidenceHint { get; }
    public abstract string Send { get; }
    public abstract string LinkTitle { get; }
    public abstract string LinkLead { get; }
    public abstract string QrOfLink { get; }
    public abstract string Apply { get; }

    // The keeper
    public abstract string ConsentTitle { get; }
    public abstract string ConsentExplain { get; }
    public abstract string ConsentPurpose { get; }
    public abstract string Consent { get; }
    public abstract string Withdraw { get; }
    public abstract string WithdrawExplain { get; }
    public abstract string Consented { get; }
    public abstract string NoLongerAsked { get; }
    public abstract string ScanWords { get; }
    public abstract string QrOfQuestion { get; }
    public abstract string BackToConsent { get; }

    // The clerk
    public abstract string OfficeTitle { get; }
    public abstract string OfficeLead { get; }
    public abstract string NothingWaits { get; }
    public abstract string User { get; }
    public abstract string Words { get; }
    public abstract string WordsHint { get; }
    public abstract string Length { get; }
    public abstract string Width { get; }
    public abstract string ValidUntil { get; }
    public abstract string Accept { get; }
    public abstract string Refuse { get; }

    public abstract RefusalText BasisNotAllowed { get; }
    public abstract RefusalText PlateUnreadable { get; }
    public abstract RefusalText UseNotFound { get; }
    public abstract RefusalText UseAnswered { get; }
    public abstract RefusalText OwnVehicle { get; }

    public abstract RefusalText EvidenceMissing(int most);
    public abstract RefusalText TooManyUses(int most);
    public abstract RefusalText NotTheKeeper(string plate);
    public abstract RefusalText AnswerMissing(int most);
    public abstract string Asks(string user, string plate);
    public abstract string ConsentStatement(string plate, string user);
    public abstract string WithdrawStatement(string plate, string user);
    public abstract string BasisOf(VehicleBasis basis);
    public abstract string StateOf(VehicleUseState state);
}
