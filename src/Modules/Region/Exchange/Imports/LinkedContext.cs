// JSON-LD 1.1, 4.1: terms, prefixes and @vocab of a context, no other names for keywords; one step, so that a term that leads to itself leads nowhere.
using System.Text.Json.Nodes;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>What the words of a document mean.</summary>
internal sealed class LinkedContext
{
    /// <summary>Where the contexts of DCAT-AP stand; they are not fetched, their terms are known here.</summary>
    private static readonly string[] KnownPlaces =
        ["https://semiceu.github.io/DCAT-AP/releases/", "https://semiceu.github.io/uri.semic.eu-generated/DCAT-AP/releases/"];

    /// <summary>Characters. A word may stand thousands of times and is spelled out each time: one that would stand for more stands for nothing.</summary>
    private const int LongestMeaning = 300;

    private readonly Dictionary<string, string> terms = new(StringComparer.Ordinal);
    private string? vocabulary;

    private LinkedContext()
    {
    }

    /// <summary>Reads a context; null when a part of it stands elsewhere.</summary>
    public static LinkedContext? Read(JsonNode? context)
    {
        var read = new LinkedContext();
        return read.Add(context) ? read : null;
    }

    /// <summary>The full name of a thing: an address as it is, or a prefix spelled out.</summary>
    public string Expand(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !name.AsSpan(colon + 1).StartsWith("//") && PrefixOf(name[..colon]) is { } prefix ? prefix + name[(colon + 1)..] : name;
    }

    /// <summary>The full name of a property or type; null when the document does not say what the word means.</summary>
    public string? ExpandTerm(string word)
    {
        if (terms.TryGetValue(word, out var meaning))
            return Expand(meaning);
        return word.Contains(':', StringComparison.Ordinal) ? Expand(word) : vocabulary is null ? null : vocabulary + word;
    }

    private string? PrefixOf(string word) => terms.TryGetValue(word, out var meaning) && meaning.Contains("://", StringComparison.Ordinal) ? meaning : DcatVocabulary.Prefixes.GetValueOrDefault(word);

    private bool Add(JsonNode? context) => context switch
    {
        null => true,
        JsonArray several => several.All(Add),
        JsonObject words => AddWords(words),
        JsonValue address when address.TryGetValue(out string? place) && KnownPlaces.Any(known => place.StartsWith(known, StringComparison.Ordinal)) => AddKnown(),
        _ => false,
    };

    private bool AddWords(JsonObject words)
    {
        foreach (var (word, meaning) in words)
        {
            if ((meaning is JsonObject definition ? definition["@id"] : meaning) is not JsonValue value || !value.TryGetValue(out string? text) || text.Length > LongestMeaning)
                continue;
            if (word == "@vocab")
                vocabulary = text;
            else if (!word.StartsWith('@'))
                terms[word] = text;
        }

        return !words.ContainsKey("@import");
    }

    /// <summary>The terms of DCAT-AP 3 that are read; they mean the same in each of its classes.</summary>
    private bool AddKnown()
    {
        foreach (var (word, meaning) in new[]
        {
            ("Dataset", "dcat:Dataset"), ("Catalogue", "dcat:Catalog"), ("dataset", "dcat:dataset"), ("datasetDistribution", "dcat:distribution"), ("title", "dct:title"), ("description", "dct:description"),
            ("identifier", "dct:identifier"), ("landingPage", "dcat:landingPage"), ("publisher", "dct:publisher"), ("name", "foaf:name"), ("keyword", "dcat:keyword"), ("licence", "dct:license"), ("status", "adms:status"),
        })
            terms[word] = meaning;
        return true;
    }
}
