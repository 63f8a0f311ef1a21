// DCAT-AP 3.0.1: Catalogue (title, description, publisher, dataset), Dataset (title, description), Distribution (access URL), Agent (name),
// Period of time. DCAT-AP.de 2.0 (politicalGeocodingURI). Hydra Core for the pages, which DCAT-AP leaves open.
using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Showroom;

namespace Modellstadt.Region.Exchange;

/// <summary>A project as a catalogue lists it.</summary>
/// <param name="Project">The project.</param>
/// <param name="ChangedAt">Since when it stands so.</param>
internal sealed record CatalogueEntry(Project Project, DateTimeOffset ChangedAt);

/// <summary>
/// The register in the words of DCAT-AP. What is listed is the description of a project, not the project: a data set about it, whose distributions are
/// its page and this document. What the register does not know is left out; no licence is claimed, because the register names none.
/// </summary>
/// <param name="Town">Who publishes the catalogue.</param>
/// <param name="Topics">How keywords are spoken.</param>
internal sealed record CataloguePage(TownOptions Town, Topics Topics)
{
    /// <summary>Entries on one page.</summary>
    public const int Largest = 100;

    /// <summary>A page of the catalogue.</summary>
    /// <param name="entries">What stands on it.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="last">The number of the last page.</param>
    public JsonObject Write(IReadOnlyList<CatalogueEntry> entries, int number, int last) => new()
    {
        ["@context"] = DcatVocabulary.Context,
        ["@graph"] = new JsonArray(Catalogue(entries), View(number, last)),
    };

    /// <summary>A single entry as a document of its own.</summary>
    public JsonObject Write(CatalogueEntry entry)
    {
        var document = Dataset(entry);
        document.Insert(0, "@context", DcatVocabulary.Context);
        return document;
    }

    private JsonObject Catalogue(IReadOnlyList<CatalogueEntry> entries) => new()
    {
        ["@id"] = Town.At(CatalogueAddresses.Catalogue),
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = InBoth(texts => texts.CatalogueTitle(Town.Name, Town.Demo)),
        ["dct:description"] = InBoth(texts => texts.CatalogueDescription),
        ["dct:publisher"] = Agent(Town.Name, Town.Ags),
        ["dct:language"] = Reference(DcatVocabulary.German),
        ["foaf:homepage"] = Reference(Town.At(ShowroomAddresses.Start)),
        ["dcat:dataset"] = new JsonArray([.. entries.Select(Dataset)]),
    };

    private JsonObject View(int number, int last)
    {
        var view = new JsonObject
        {
            ["@id"] = Town.At(CatalogueAddresses.Page(number)),
            // Hydra calls it the first today; catalogues that collect others look for the second.
            ["@type"] = new JsonArray("hydra:PartialCollectionView", "hydra:PagedCollection"),
            ["hydra:first"] = Reference(Town.At(CatalogueAddresses.Page(1))),
            ["hydra:last"] = Reference(Town.At(CatalogueAddresses.Page(last))),
        };
        if (number > 1)
            view["hydra:previous"] = Reference(Town.At(CatalogueAddresses.Page(number - 1)));
        if (number < last)
            view["hydra:next"] = Reference(Town.At(CatalogueAddresses.Page(number + 1)));
        return view;
    }

    private JsonObject Dataset(CatalogueEntry entry)
    {
        var project = entry.Project;
        var dataset = new JsonObject
        {
            ["@id"] = Town.At(CatalogueAddresses.Entry(project.Id)),
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = project.Id,
            ["dct:title"] = Words(project.Title, Language.German),
            ["dct:description"] = Words(project.Summary, Language.German),
            ["dct:publisher"] = Agent(project.Lead.Name, project.Lead.Ags),
            ["dct:language"] = Reference(DcatVocabulary.German),
            ["dct:modified"] = Typed(entry.ChangedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "xsd:dateTime"),
            ["dcat:theme"] = Reference(DcatVocabulary.Government),
            ["dcat:keyword"] = new JsonArray([.. Keywords(project)]),
            ["dcat:landingPage"] = Reference(Town.At(ShowroomAddresses.OfProject(project))),
            ["foaf:page"] = Reference(project.Source),
            ["dcat:distribution"] = new JsonArray(
                Distribution(Town.At(ShowroomAddresses.OfProject(project)), "HTML", "text/html"),
                Distribution(Town.At(CatalogueAddresses.Entry(project.Id)), "JSON_LD", ServeCatalogue.MediaType)),
        };
        if (project.Software is not null)
            dataset["dcat:distribution"]!.AsArray().Add(Distribution(Town.At(CatalogueAddresses.Publiccode(project.Id)), "YAML", ServeCatalogue.PubliccodeMediaType));
        if (project.Lead.Ags is { } ags)
            dataset["dcatde:politicalGeocodingURI"] = Reference(KeyOf(ags));
        if (RunTime(project) is { } period)
            dataset["dct:temporal"] = period;
        return dataset;
    }

    private IEnumerable<JsonNode> Keywords(Project project)
    {
        yield return Words(Topics.NameOf(project.Topic, Language.German), Language.German);
        if (project.GuidingTheme is { } theme)
            yield return Words(theme.Value, Language.German);
    }

    /// <summary>As precise as the sources; null when neither day is known.</summary>
    private static JsonObject? RunTime(Project project)
    {
        if (project is { Start: null, End: null })
            return null;
        var period = new JsonObject { ["@type"] = "dct:PeriodOfTime" };
        if (project.Start is { } start)
            period["dcat:startDate"] = Date(start.Value);
        if (project.End is { } end)
            period["dcat:endDate"] = Date(end.Value);
        return period;
    }

    private static JsonObject Date(PartialDate date) => Typed($"{date}", date switch { { Day: not null } => "xsd:date", { Month: not null } => "xsd:gYearMonth", _ => "xsd:gYear" });

    private static JsonObject Distribution(string address, string fileType, string mediaType) => new()
    {
        ["@type"] = "dcat:Distribution",
        ["dcat:accessURL"] = Reference(address),
        ["dct:format"] = Reference(DcatVocabulary.FileType(fileType)),
        ["dcat:mediaType"] = Reference($"https://www.iana.org/assignments/media-types/{mediaType}"),
    };

    private static JsonObject Agent(string name, string? ags)
    {
        var agent = new JsonObject { ["@type"] = "foaf:Agent", ["foaf:name"] = name };
        if (ags is not null)
            agent["dct:identifier"] = ags;
        return agent;
    }

    /// <summary>Towns have keys of eight digits, districts of five.</summary>
    private static string KeyOf(string ags) => $"http://dcat-ap.de/def/politicalGeocoding/{(ags.Length == 5 ? "districtKey" : "municipalityKey")}/{ags}";

    private static JsonArray InBoth(Func<ExchangeTexts, string> words) =>
        new(Words(words(ExchangeTexts.For(Language.German)), Language.German), Words(words(ExchangeTexts.For(Language.English)), Language.English));

    private static JsonObject Words(string words, Language language) => new() { ["@value"] = words, ["@language"] = language is Language.German ? "de" : "en" };

    private static JsonObject Typed(string value, string type) => new() { ["@value"] = value, ["@type"] = type };

    private static JsonObject Reference(string address) => new() { ["@id"] = address };
}
