using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Exchange;

/// <summary>German.</summary>
internal sealed class GermanExchangeTexts : ExchangeTexts
{
    public override string CatalogueDescription => "Die Projekte der Digitalen Modellregionen, wie sie im Verzeichnis dieser Stadt stehen: Stand, Laufzeit, Summen, jede Angabe mit ihrer Quelle.";
    public override string AsData => "Als Datensatz für Kataloge (DCAT-AP, JSON-LD)";

    public override string CatalogueTitle(string town, bool demo) => $"Projektverzeichnis: {town}{(demo ? " (DEMO, eine Vorführung)" : "")}";

    public override RefusalText NoSuchCataloguePage(int last) => new("Diese Seite gibt es nicht", $"Der Katalog hat die Seiten 1 bis {last}.", "Rufen Sie /region/catalogue ohne Seite auf; dort steht, wie es weitergeht.");

    public override RefusalText EntryWithdrawn(string reason) => new("Zurückgezogen", $"Die Stadt hat dieses Projekt zurückgezogen: {reason}", "Löschen Sie den Eintrag auch in Ihrem Katalog.");
}
