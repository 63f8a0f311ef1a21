using Modellstadt.Accounts;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Permits;

/// <summary>What clerks read about the citizen ID of another town.</summary>
internal abstract class ForeignIdTexts : ITexts<ForeignIdTexts>
{
    private static readonly ForeignIdTexts German = new GermanForeignIdTexts();
    private static readonly ForeignIdTexts English = new EnglishForeignIdTexts();

    public static ForeignIdTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }

    protected abstract string Level(AssuranceLevel level);

    protected abstract string ShowedCard(string card);

    /// <summary>Whose it was, and how sure this town was.</summary>
    public string Of(ForeignCitizenId card) => $"{card.Town} ({card.Ags}), {Level(card.Level)}";

    /// <summary>That the applicant showed it.</summary>
    public string Showed(ForeignCitizenId card) => ShowedCard(Of(card));
}
