using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Exchange;

/// <summary>What is said about catalogues: our own for others, and those of others.</summary>
internal abstract class ExchangeTexts : ITexts<ExchangeTexts>
{
    private static readonly ExchangeTexts German = new GermanExchangeTexts();
    private static readonly ExchangeTexts English = new EnglishExchangeTexts();

    public abstract string CatalogueDescription { get; }
    public abstract string AsData { get; }

    /// <summary>The texts in a language.</summary>
    public static ExchangeTexts For(Language language) => language is Language.German ? German : English;

    public abstract string CatalogueTitle(string town, bool demo);
    public abstract RefusalText NoSuchCataloguePage(int last);
    public abstract RefusalText EntryWithdrawn(string reason);
}
