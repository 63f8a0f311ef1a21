using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Exchange;

/// <summary>English.</summary>
internal sealed class EnglishExchangeTexts : ExchangeTexts
{
    public override string CatalogueDescription => "The projects of the digital model regions as they stand in the register of this town: state, run time, sums, each figure with its source.";
    public override string AsData => "As a data set for catalogues (DCAT-AP, JSON-LD)";

    public override string CatalogueTitle(string town, bool demo) => $"Register of projects: {town}{(demo ? " (DEMO, a demonstration)" : "")}";

    public override RefusalText NoSuchCataloguePage(int last) => new("There is no such page", $"The catalogue has the pages 1 to {last}.", "Ask for /region/catalogue without a page; it says how to go on.");

    public override RefusalText EntryWithdrawn(string reason) => new("Withdrawn", $"The town has withdrawn this project: {reason}", "Delete the entry from your catalogue, too.");
}
