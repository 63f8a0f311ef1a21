// DCAT-AP 3.0.1 (SEMIC, July 2025), built on W3C DCAT 3; DCAT-AP.de 2.0 (dcatde) for the key of a town. JSON-LD 1.1 for the writing.
using System.Text.Json.Nodes;

namespace Modellstadt.Region.Exchange;

/// <summary>The names that a catalogue is written with.</summary>
internal static class DcatVocabulary
{
    public const string Catalog = "http://www.w3.org/ns/dcat#";
    public const string Terms = "http://purl.org/dc/terms/";
    public const string Friends = "http://xmlns.com/foaf/0.1/";

    /// <summary>The prefixes of our own catalogue, and those that a foreign one may use without saying what they mean.</summary>
    public static IReadOnlyDictionary<string, string> Prefixes { get; } = new Dictionary<string, string>
    {
        ["dcat"] = Catalog,
        ["dct"] = Terms,
        ["dcterms"] = Terms,
        ["foaf"] = Friends,
        ["hydra"] = "http://www.w3.org/ns/hydra/core#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["dcatde"] = "http://dcat-ap.de/def/dcatde/",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["adms"] = "http://www.w3.org/ns/adms#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
    };

    /// <summary>German, as the Publications Office of the Union names it.</summary>
    public const string German = "http://publications.europa.eu/resource/authority/language/DEU";

    /// <summary>The theme "government and public sector".</summary>
    public const string Government = "http://publications.europa.eu/resource/authority/data-theme/GOVE";

    /// <summary>A kind of file, as the Publications Office of the Union names it.</summary>
    public static string FileType(string name) => $"http://publications.europa.eu/resource/authority/file-type/{name}";

    /// <summary>The context of what we write: whoever reads it needs to fetch nothing.</summary>
    public static JsonObject Context => new(new[] { "dcat", "dct", "foaf", "hydra", "xsd", "dcatde" }.Select(prefix => KeyValuePair.Create(prefix, (JsonNode?)Prefixes[prefix])));
}
