using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>The module's words.</summary>
internal abstract class CitizenIdTexts : ITexts<CitizenIdTexts>
{
    private static readonly CitizenIdTexts German = new GermanCitizenIdTexts();
    private static readonly CitizenIdTexts English = new EnglishCitizenIdTexts();

    public abstract string HandOverToWallet { get; }
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string StepIdCard { get; }
    public abstract string StepRegister { get; }
    public abstract string StepWallet { get; }
    public abstract string Get { get; }
    public abstract string NoIdCardYet { get; }
    public abstract string ToDemoIdCard { get; }
    public abstract string Purpose { get; }

    public abstract string PurposeOfOwn(string credential);

    public abstract string AskedTitle { get; }
    public abstract string AskedWords { get; }
    public abstract string AskedQr { get; }
    public abstract string OfferedTitle { get; }
    public abstract string OfferedWords { get; }
    public abstract string OfferedQr { get; }
    public abstract string AddressDiffers { get; }
    public abstract string LookingTitle { get; }
    public abstract string LookingWords { get; }
    public abstract string RedeemedTitle { get; }
    public abstract string RedeemedWords { get; }
    public abstract string ToPermit { get; }
    public abstract string StartAgain { get; }

    public abstract string DemoTitle { get; }
    public abstract string DemoLead { get; }
    public abstract string DemoAnybody { get; }
    public abstract string DemoChoose { get; }
    public abstract string DemoSearch { get; }
    public abstract string DemoSearchHint { get; }
    public abstract string DemoSearchButton { get; }
    public abstract string DemoNobody { get; }
    public abstract string DemoTake { get; }
    public abstract string DemoBorn(DateOnly day);
    public abstract string DemoOfferTitle { get; }
    public abstract string DemoOfferWords(string name);
    public abstract string DemoOfferQr { get; }
    public abstract string DemoRedeemedTitle { get; }
    public abstract string DemoRedeemedWords { get; }
    public abstract string Story(DemoStory story);

    public abstract RefusalText ReferenceUnknown { get; }
    public abstract RefusalText RequestUnknown { get; }
    public abstract RefusalText CodeExpired { get; }
    public abstract RefusalText IdCardIncomplete { get; }
    public abstract RefusalText CharacterUnknown(string character);
    public abstract RefusalText NotInRegister { get; }
    public abstract RefusalText SeveralInRegister { get; }
    public abstract RefusalText NoLongerResident { get; }
    public abstract RefusalText OnlyAtTheOffice { get; }
    public abstract RefusalText RegisterUnreachable { get; }
    public abstract RefusalText ResidentUnknown { get; }
    public abstract RefusalText NoCitizenId { get; }

    public static CitizenIdTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>One text in both languages, for what other modules show.</summary>
    public static LocalizedText InBoth(Func<CitizenIdTexts, string> text) => new(text(German), text(English));
}
