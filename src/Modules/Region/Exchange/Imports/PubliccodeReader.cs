// publiccode.yml 0.2 to 0.7: the keys that say what software is, where it lies and under which licence.
using System.Text.Json.Nodes;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>Reads a foreign <c>publiccode.yml</c>.</summary>
internal static class PubliccodeReader
{
    private static readonly string[] Languages = ["de", "en"];

    /// <summary>The software; or why nothing is read.</summary>
    /// <param name="text">The file.</param>
    /// <param name="source">Where it was found.</param>
    public static (ReadEntry? Entry, ImportFault? Fault) Read(string text, DocumentSource source)
    {
        var (file, fault) = YamlText.Read(text);
        if (file is null)
            return (null, fault);
        return file.ContainsKey("publiccodeYmlVersion") ? (Entry(file, source), null) : (null, ImportFault.NoPubliccode);
    }

    private static ReadEntry Entry(JsonObject file, DocumentSource source)
    {
        var fields = new EntryFields();
        var words = Described(file);
        var result = new ForeignResult
        {
            Kind = ForeignKind.Software,
            Identifier = fields.NeededAddress("url", file["url"]),
            Title = fields.Needed("name", file["name"]),
            Summary = fields.Needed("description", words?["longDescription"] ?? words?["shortDescription"], StrangersText.LongestText),
            Licence = Licence(fields, file),
            Page = fields.OptionalAddress("landingURL", file["landingURL"]),
            Publisher = fields.Optional("organisation", At(file, "organisation", "name") ?? At(file, "legal", "repoOwner") ?? At(file, "legal", "mainCopyrightOwner")),
            Keywords = fields.Lines("categories", Elements(file["categories"])),
            Status = fields.Optional("developmentStatus", file["developmentStatus"]),
            Source = source.Address,
            Fetched = source.Fetched,
        };
        return new(EntryFields.NameOf(file["name"]), fields.Refusal is null ? result : null, fields.Refusal);
    }

    private static string? Licence(EntryFields fields, JsonObject file)
    {
        var licence = fields.Optional("legal/license", At(file, "legal", "license"));
        if (licence is not null && !SoftwareResult.IsLicence(licence))
            fields.Refuse(EntryFault.NoText, "legal/license");
        return licence;
    }

    /// <summary>The description in German, else in English, else in the first language there is.</summary>
    private static JsonObject? Described(JsonObject file) => file["description"] is JsonObject languages
        ? Languages.Select(language => languages[language]).Concat(languages.Select(language => language.Value)).OfType<JsonObject>().FirstOrDefault()
        : null;

    private static JsonNode? At(JsonObject file, string section, string key) => file[section] is JsonObject members ? members[key] : null;

    private static IReadOnlyList<JsonNode?> Elements(JsonNode? node) => node switch { null => [], JsonArray several => [.. several], _ => [node] };
}
