using System.Text;
using System.Text.Json.Nodes;

namespace Modellstadt.Region.Tests.Exchange;

/// <summary>Documents of others, made up for tests.</summary>
internal static class ForeignPapers
{
    /// <summary>Where they are said to stand.</summary>
    public const string Source = "https://katalog.example/alles";

    /// <summary>A sound publiccode.yml.</summary>
    public const string Software = """
        publiccodeYmlVersion: "0.7"
        name: Medusa
        url: https://code.example/medusa.git
        landingURL: https://katalog.example/medusa
        platforms: [web]
        developmentStatus: stable
        softwareType: standalone/web
        categories:
          - appointment-scheduling
        organisation:
          uri: https://stadt.example
          name: Stadt Beispiel
        description:
          en:
            shortDescription: Books appointments.
          de:
            shortDescription: Vergibt Termine.
            longDescription: >
              Vergibt Termine im Bürgerbüro & anderswo,
              auch "sofort".
            features: [bucht]
        legal:
          license: EUPL-1.2
        maintenance:
          type: none
        localisation:
          localisationReady: true
          availableLanguages: [de]
        """;

    /// <summary>A sound catalogue with two data sets; the publisher is a node of its own, and leads back to the catalogue.</summary>
    public static string Catalogue => Node().ToJsonString();

    /// <summary>The catalogue to be changed.</summary>
    public static JsonObject Node() => JsonNode.Parse("""
        {
          "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/", "title": "dct:title" },
          "@graph": [
            { "@id": "https://katalog.example", "@type": "dcat:Catalog", "dct:title": "Katalog", "dcat:dataset": [{ "@id": "https://katalog.example/baeume" }, { "@id": "https://katalog.example/baenke" }] },
            { "@id": "https://katalog.example/baeume", "@type": ["dcat:Dataset"], "title": [{ "@value": "Trees", "@language": "en" }, { "@value": "Bäume", "@language": "de" }],
              "dct:description": "Alle Bäume der Stadt.", "dct:publisher": { "@id": "_:amt" }, "dcat:keyword": ["Grün", "Bäume"],
              "dcat:distribution": { "@type": "dcat:Distribution", "dct:license": { "@id": "http://dcat-ap.de/def/licenses/dl-zero-de/2.0" } } },
            { "@id": "https://katalog.example/baenke", "@type": "dcat:Dataset", "dct:title": { "de": "Bänke", "en": "Benches" }, "dct:description": "Alle Bänke der Stadt." },
            { "@id": "_:amt", "@type": "foaf:Organization", "foaf:name": "Grünflächenamt", "foaf:made": { "@id": "https://katalog.example" } }
          ]
        }
        """)!.AsObject();

    /// <summary>The catalogue with one property of its first data set changed.</summary>
    public static string With(string property, JsonNode? value)
    {
        var document = Node();
        document["@graph"]![1]![property] = value;
        return document.ToJsonString();
    }

    /// <summary>The publiccode.yml with one text in the place of another.</summary>
    public static string With(string before, string after) => Software.Replace(before, after, StringComparison.Ordinal);

    /// <summary>A short text that would be a billion when it is spelled out.</summary>
    public static string Laughs()
    {
        var text = new StringBuilder("publiccodeYmlVersion: \"0.7\"\na0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var level = 1; level < 10; level++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        return text.ToString();
    }
}
