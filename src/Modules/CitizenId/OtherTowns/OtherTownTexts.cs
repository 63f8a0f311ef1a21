using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>What somebody reads who shows the citizen ID of another town.</summary>
internal abstract class OtherTownTexts : ITexts<OtherTownTexts>
{
    private static readonly OtherTownTexts German = new GermanOtherTownTexts();
    private static readonly OtherTownTexts English = new EnglishOtherTownTexts();

    public static OtherTownTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText SpeaksForAnotherTown(string town);

    public abstract RefusalText CardIncomplete(string town);

    public abstract RefusalText LevelUnknown(string town);

    public abstract RefusalText LevelTooLow(string town);

    public abstract RefusalText NotRegisteredHere(string town, string here);

    public abstract RefusalText KnownAsAnother(string town);

    public abstract RefusalText RegisterSilent { get; }
}
