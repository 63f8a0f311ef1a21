using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Counter;

/// <summary>What clerks read at the counter, and what stands on the slip.</summary>
internal abstract class CounterTexts : ITexts<CounterTexts>
{
    private static readonly CounterTexts German = new GermanCounterTexts();
    private static readonly CounterTexts English = new EnglishCounterTexts();

    public static CounterTexts For(Language language) => language is Language.German ? German : English;

    public abstract string ToCounter { get; }
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string GivenNames { get; }
    public abstract string FamilyName { get; }
    public abstract string BirthDate { get; }
    public abstract string Purpose { get; }
    public abstract string PurposeHint { get; }
    public abstract string DefaultPurpose { get; }
    public abstract string Find { get; }
    public abstract string Found { get; }
    public abstract string NobodyFound { get; }
    public abstract string NobodyFoundHint { get; }
    public abstract string SameName { get; }
    public abstract string OtherName { get; }
    public abstract string DocumentSeen { get; }
    public abstract string Apply { get; }
    public abstract string ApplicationTitle { get; }
    public abstract string Waiting { get; }
    public abstract string GrantedTitle { get; }
    public abstract string Granted(string number);
    public abstract string PrintSlip { get; }
    public abstract string PrintDecision { get; }
    public abstract string WithOffice { get; }
    public abstract string ToCase { get; }
    public abstract string Next { get; }

    // The slip
    public abstract string SlipTitle { get; }
    public abstract string SlipZone(string zone);
    public abstract string SlipValidity { get; }
    public abstract string SlipCode { get; }
    public abstract string SlipHint { get; }

    // Refusals
    public abstract RefusalText SearchIncomplete { get; }
    public abstract RefusalText DocumentNotSeen { get; }
    public abstract RefusalText RegisterSilent { get; }
    public abstract RefusalText SealBroken { get; }
    public abstract RefusalText NoCounterApplication { get; }
}
