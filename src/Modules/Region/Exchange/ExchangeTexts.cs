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
    public abstract string Software { get; }
    public abstract string SoftwareLead { get; }
    public abstract RefusalText NoSoftware { get; }

    /// <summary>The texts in a language.</summary>
    public static ExchangeTexts For(Language language) => language is Language.German ? German : English;

    public abstract string CatalogueTitle(string town, bool demo);
    public abstract RefusalText NoSuchCataloguePage(int last);
    public abstract RefusalText EntryWithdrawn(string reason);

    /// <summary>What stands beside the link to the file.</summary>
    /// <param name="missing">How much of what the standard demands is not known.</param>
    public abstract string Publiccode(int missing);

    /// <summary>How a field of the project's form is filled in; null when its label says it.</summary>
    public abstract string? HintOf(string field);
}
