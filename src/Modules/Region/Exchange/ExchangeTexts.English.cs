using Modellstadt.Kernel.Outcomes;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Exchange;

/// <summary>English.</summary>
internal sealed class EnglishExchangeTexts : ExchangeTexts
{
    public override string CatalogueDescription => "The projects of the digital model regions as they stand in the register of this town: state, run time, sums, each figure with its source.";
    public override string AsData => "As a data set for catalogues (DCAT-AP, JSON-LD)";
    public override string Software => "Software to take over";
    public override string SoftwareLead => "The result of this project is software that others can take over.";
    public override RefusalText NoSoftware { get; } = new("No software", "The register does not say that the result of this project is software.", "Ask the project office of the town; it enters where the source lies.");

    public override string CatalogueTitle(string town, bool demo) => $"Register of projects: {town}{(demo ? " (DEMO, a demonstration)" : "")}";

    public override RefusalText NoSuchCataloguePage(int last) => new("There is no such page", $"The catalogue has the pages 1 to {last}.", "Ask for /region/catalogue without a page; it says how to go on.");

    public override RefusalText EntryWithdrawn(string reason) => new("Withdrawn", $"The town has withdrawn this project: ‘{reason}’.", "Delete the entry from your catalogue, too.");

    public override string Publiccode(int missing) => missing switch
    {
        0 => "publiccode.yml (complete)",
        1 => "publiccode.yml (unfinished: one mandatory fact is not in the register)",
        _ => $"publiccode.yml (unfinished: {missing} mandatory facts are not in the register)",
    };

    public override string? HintOf(string field) => field switch
    {
        "software_url" => "Only when the result is software: the address at which its source lies.",
        "software_licence" => "As an SPDX expression: EUPL-1.2 or EUPL-1.2 OR MIT.",
        "software_kind" => $"One of: {string.Join(", ", SoftwareResult.Kinds)}.",
        "software_platforms" => "What people use it with, separated by semicolons: web; android; ios.",
        "software_languages" => "Tags of the languages, separated by semicolons: de; en.",
        "software_features" => "For people who decide; separated by semicolons.",
        "software_maintenance" => "internal (the town), contract (by contract), community (volunteers) or none (nobody).",
        _ => null,
    };
}
