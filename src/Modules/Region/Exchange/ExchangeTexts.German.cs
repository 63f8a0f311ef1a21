using Modellstadt.Kernel.Outcomes;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Exchange;

/// <summary>German.</summary>
internal sealed class GermanExchangeTexts : ExchangeTexts
{
    public override string CatalogueDescription => "Die Projekte der Digitalen Modellregionen, wie sie im Verzeichnis dieser Stadt stehen: Stand, Laufzeit, Summen, jede Angabe mit ihrer Quelle.";
    public override string AsData => "Als Datensatz für Kataloge (DCAT-AP, JSON-LD)";
    public override string Software => "Software zum Übernehmen";
    public override string SoftwareLead => "Das Ergebnis dieses Projekts ist Software, die andere übernehmen können.";
    public override RefusalText NoSoftware { get; } = new("Keine Software", "Dass das Ergebnis dieses Projekts Software ist, steht nicht im Verzeichnis.", "Fragen Sie das Projektbüro der Stadt; es trägt ein, wo der Quelltext liegt.");

    public override string CatalogueTitle(string town, bool demo) => $"Projektverzeichnis: {town}{(demo ? " (DEMO, eine Vorführung)" : "")}";

    public override RefusalText NoSuchCataloguePage(int last) => new("Diese Seite gibt es nicht", $"Der Katalog hat die Seiten 1 bis {last}.", "Rufen Sie /region/catalogue ohne Seite auf; dort steht, wie es weitergeht.");

    public override RefusalText EntryWithdrawn(string reason) => new("Zurückgezogen", $"Die Stadt hat dieses Projekt zurückgezogen: „{reason}“.", "Löschen Sie den Eintrag auch in Ihrem Katalog.");

    public override string Publiccode(int missing) => missing switch
    {
        0 => "publiccode.yml (vollständig)",
        1 => "publiccode.yml (unfertig: eine Pflichtangabe kennt das Verzeichnis nicht)",
        _ => $"publiccode.yml (unfertig: {missing} Pflichtangaben kennt das Verzeichnis nicht)",
    };

    public override string? HintOf(string field) => field switch
    {
        "software_url" => "Nur wenn das Ergebnis Software ist: die Adresse, unter der ihr Quelltext liegt.",
        "software_licence" => "Als SPDX-Ausdruck: EUPL-1.2 oder EUPL-1.2 OR MIT.",
        "software_kind" => $"Eines von: {string.Join(", ", SoftwareResult.Kinds)}.",
        "software_platforms" => "Womit man sie bedient, getrennt mit Semikolon: web; android; ios.",
        "software_languages" => "Kürzel der Sprachen, getrennt mit Semikolon: de; en.",
        "software_features" => "Für Menschen, die entscheiden; getrennt mit Semikolon.",
        "software_maintenance" => "internal (die Stadt), contract (mit Vertrag), community (Freiwillige) oder none (niemand).",
        _ => null,
    };
}
