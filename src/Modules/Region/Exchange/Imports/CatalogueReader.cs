// DCAT-AP 3.0.1 and DCAT 3 in JSON-LD: Dataset with title, description, publisher, landing page, keywords; the licence stands at its distributions.
using System.Text;
using System.Text.Json.Nodes;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>Reads the data sets of a foreign DCAT catalogue.</summary>
internal static class CatalogueReader
{
    /// <summary>Data sets of one document at most.</summary>
    public const int MostEntries = 500;

    private const string Catalog = DcatVocabulary.Catalog;
    private const string Terms = DcatVocabulary.Terms;

    /// <summary>The data sets; or why nothing is read.</summary>
    /// <param name="text">The document.</param>
    /// <param name="source">Where it was found.</param>
    public static (IReadOnlyList<ReadEntry> Entries, ImportFault? Fault) Read(string text, DocumentSource source)
    {
        var (nodes, fault) = LinkedNodes.Read(Encoding.UTF8.GetBytes(text));
        if (nodes is null)
            return ([], fault);
        var datasets = nodes.All.Where(node => node.Types.Contains(Catalog + "Dataset")).ToList();
        return datasets.Count switch
        {
            0 => ([], ImportFault.NoDataset),
            > MostEntries => ([], ImportFault.TooLarge),
            _ => (datasets.ConvertAll(dataset => Entry(nodes, dataset, source)), null),
        };
    }

    private static ReadEntry Entry(LinkedNodes nodes, LinkedNode dataset, DocumentSource source)
    {
        var fields = new EntryFields();
        var result = new ForeignResult
        {
            Kind = ForeignKind.Dataset,
            Identifier = fields.NeededAddress("@id", AddressOf(dataset)),
            Title = fields.Needed("dct:title", dataset.Text(Terms + "title")),
            Summary = fields.Needed("dct:description", dataset.Text(Terms + "description"), StrangersText.LongestText),
            Licence = fields.Optional("dct:license", LicenceOf(nodes, dataset)),
            Page = fields.OptionalAddress("dcat:landingPage", dataset.Target(Catalog + "landingPage")),
            Publisher = fields.Optional("dct:publisher", PublisherOf(nodes, dataset)),
            Keywords = fields.Lines("dcat:keyword", dataset.Texts(Catalog + "keyword")),
            Source = source.Address,
            Fetched = source.Fetched,
        };
        return new(EntryFields.NameOf(dataset.Text(Terms + "title")), fields.Refusal is null ? result : null, fields.Refusal);
    }

    /// <summary>Its own address; of one that has only a name within the document, the identifier when it is an address, else its page.</summary>
    private static JsonNode? AddressOf(LinkedNode dataset) => dataset.Id is { } id && !id.StartsWith("_:", StringComparison.Ordinal)
        ? id
        : dataset.Target(Terms + "identifier") ?? dataset.Target(Catalog + "landingPage");

    private static JsonNode? LicenceOf(LinkedNodes nodes, LinkedNode dataset) => dataset.Target(Terms + "license")
        ?? dataset.All(Catalog + "distribution").Select(value => nodes.Of(value)?.Target(Terms + "license")).FirstOrDefault(licence => licence is not null);

    /// <summary>The name of who publishes it; an address without a name says nothing that people could read.</summary>
    private static JsonNode? PublisherOf(LinkedNodes nodes, LinkedNode dataset)
    {
        var value = dataset.All(Terms + "publisher").FirstOrDefault();
        return nodes.Of(value)?.Text(DcatVocabulary.Friends + "name") ?? value as JsonValue;
    }
}
