using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Exchange;

internal sealed record NoSuchCataloguePage(int Last) : SpokenRefusal<ExchangeTexts>("urn:modellstadt:region:no-such-catalogue-page", 404, texts => texts.NoSuchCataloguePage(Last));

internal sealed record EntryWithdrawn(string Reason) : SpokenRefusal<ExchangeTexts>("urn:modellstadt:region:entry-withdrawn", 410, texts => texts.EntryWithdrawn(Reason));

internal sealed record NoSoftware() : SpokenRefusal<ExchangeTexts>("urn:modellstadt:region:no-software", 404, texts => texts.NoSoftware);
