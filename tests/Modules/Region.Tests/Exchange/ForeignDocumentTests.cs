using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Exchange;
using Modellstadt.Region.Exchange.Imports;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Tests.Feeds;

namespace Modellstadt.Region.Tests.Exchange;

/// <summary>Documents of others are read, sound ones and poisoned ones.</summary>
public sealed class ForeignDocumentTests
{
    private static readonly DocumentSource Place = new(ForeignPapers.Source, Fetched: false);

    /// <summary>Documents that are not read at all.</summary>
    public static TheoryData<string, string, string> Poisoned => new()
    {
        { "nothing", " \n ", nameof(ImportFault.Empty) },
        { "RDF/XML", "<?xml version=\"1.0\"?><rdf:RDF/>", nameof(ImportFault.OtherWriting) },
        { "Turtle", "@prefix dcat: <http://www.w3.org/ns/dcat#> .", nameof(ImportFault.OtherWriting) },
        { "billion laughs", ForeignPapers.Laughs(), nameof(ImportFault.Aliases) },
        { "YAML that holds itself", "publiccodeYmlVersion: \"0.7\"\nname: &a\n  inner: *a\n", nameof(ImportFault.Aliases) },
        { "YAML merge key", ForeignPapers.With("legal:", "base: &b {license: MIT}\nother:\n  <<: *b\nlegal:"), nameof(ImportFault.Aliases) },
        { "YAML object", ForeignPapers.With("name: Medusa", "name: !!python/object/apply:os.system [ls]"), nameof(ImportFault.Tags) },
        { "YAML tag of .NET", ForeignPapers.With("name: Medusa", "name: !System.Diagnostics.Process {a: b}"), nameof(ImportFault.Tags) },
        { "YAML key twice", ForeignPapers.With("name: Medusa", "name: Medusa\nname: Andere"), nameof(ImportFault.Malformed) },
        { "two documents", ForeignPapers.Software + "\n---\nname: zweites\n", nameof(ImportFault.Malformed) },
        { "YAML key that is a list", "? [a, b]\n: c\n", nameof(ImportFault.Malformed) },
        { "deep YAML", "publiccodeYmlVersion: " + new string('[', 100_000), nameof(ImportFault.TooLarge) },
        { "huge YAML", ForeignPapers.Software + "\n#" + new string('x', 300 * 1024), nameof(ImportFault.TooLarge) },
        { "wide YAML", "publiccodeYmlVersion: [" + string.Join(',', Enumerable.Repeat("a", 6_000)) + "]", nameof(ImportFault.TooLarge) },
        { "other YAML", "name: Medusa\nversion: 3\n", nameof(ImportFault.NoPubliccode) },
        { "YAML that is a text", "just words", nameof(ImportFault.Malformed) },
        { "zero character", "publiccodeYmlVersion: \"0.7\"\0\nname: x", nameof(ImportFault.Malformed) },
        { "deep JSON", new string('[', 100_000), nameof(ImportFault.Malformed) },
        { "huge JSON", "{\"@graph\":\"" + new string('x', 1024 * 1024) + "\"}", nameof(ImportFault.TooLarge) },
        { "wide JSON", "[" + string.Join(',', Enumerable.Repeat("1", 70_000)) + "]", nameof(ImportFault.TooLarge) },
        { "JSON member twice", "{\"@id\":\"https://a.example\",\"@id\":\"https://b.example\"}", nameof(ImportFault.Malformed) },
        { "half a surrogate", "{\"@id\":\"\\ud800\"}", nameof(ImportFault.Malformed) },
        { "foreign context", "{\"@context\":\"https://evil.example/context.jsonld\",\"@type\":\"dcat:Dataset\"}", nameof(ImportFault.ForeignContext) },
        { "context within a list", "{\"@context\":[{\"a\":\"dct:title\"},\"https://schema.org\"],\"@type\":\"dcat:Dataset\"}", nameof(ImportFault.ForeignContext) },
        { "context within a node", "{\"@graph\":[{\"@context\":{},\"@type\":\"dcat:Dataset\"}]}", nameof(ImportFault.ForeignContext) },
        { "imported context", "{\"@context\":{\"@import\":\"https://evil.example\"},\"@type\":\"dcat:Dataset\"}", nameof(ImportFault.ForeignContext) },
        { "other JSON", "{\"name\":\"Medusa\"}", nameof(ImportFault.NoDataset) },
        { "too many data sets", "[" + string.Join(',', Enumerable.Range(0, 501).Select(number => $"{{\"@id\":\"https://a.example/{number}\",\"@type\":\"http://www.w3.org/ns/dcat#Dataset\"}}")) + "]", nameof(ImportFault.TooLarge) },
    };

    /// <summary>Entries that are not taken over, each one change away from a sound one.</summary>
    public static TheoryData<string, string, string> PoisonedEntries => new()
    {
        { "script as address", ForeignPapers.With("https://code.example/medusa.git", "javascript:alert(1)"), nameof(EntryFault.NoAddress) },
        { "script as page", ForeignPapers.With("https://katalog.example/medusa", "\"javascript:alert(1)\""), nameof(EntryFault.NoAddress) },
        { "file as page", ForeignPapers.With("https://katalog.example/medusa", "file:///etc/passwd"), nameof(EntryFault.NoAddress) },
        { "password in an address", ForeignPapers.With("https://code.example", "https://a:b@code.example"), nameof(EntryFault.NoAddress) },
        { "host of other letters", ForeignPapers.With("https://code.example", "https://cоde.example"), nameof(EntryFault.NoAddress) },
        { "host of other letters, encoded", ForeignPapers.With("https://code.example", "https://xn--cde-sed.example"), nameof(EntryFault.NoAddress) },
        { "list as name", ForeignPapers.With("name: Medusa", "name: [Medusa]"), nameof(EntryFault.NoText) },
        { "no name", ForeignPapers.With("name: Medusa", "name:"), nameof(EntryFault.Missing) },
        { "no description", ForeignPapers.With("description:", "descriptions:"), nameof(EntryFault.Missing) },
        { "licence that is HTML", ForeignPapers.With("EUPL-1.2", "<a href=x>frei</a>"), nameof(EntryFault.NoText) },
        { "name turned round", ForeignPapers.With("Medusa", "\"Medu\\u202Esa\""), nameof(EntryFault.HiddenCharacters) },
        { "isolate in a name", ForeignPapers.With("Medusa", "\"Medu\\u2067sa\""), nameof(EntryFault.HiddenCharacters) },
        { "zero width in a name", ForeignPapers.With("Medusa", "\"Medu\\u200Bsa\""), nameof(EntryFault.HiddenCharacters) },
        { "bell in a name", ForeignPapers.With("Medusa", "\"Medu\\u0007sa\""), nameof(EntryFault.HiddenCharacters) },
        { "Cyrillic a in a name", ForeignPapers.With("name: Medusa", "name: Medusа"), nameof(EntryFault.MixedAlphabets) },
        { "Greek o in a name", ForeignPapers.With("name: Medusa", "name: Rοm"), nameof(EntryFault.MixedAlphabets) },
        { "long name", ForeignPapers.With("name: Medusa", "name: " + new string('x', 301)), nameof(EntryFault.TooLong) },
        { "long description", ForeignPapers.With("Vergibt Termine im", new string('x', 10_001)), nameof(EntryFault.TooLong) },
        { "many categories", ForeignPapers.With("  - appointment-scheduling", string.Concat(Enumerable.Range(0, 60).Select(number => $"  - a{number}\n"))), nameof(EntryFault.TooLong) },
        { "number as title", ForeignPapers.With("title", 4711), nameof(EntryFault.NoText) },
        { "node as title", ForeignPapers.With("title", new JsonObject { ["@id"] = "https://a.example" }), nameof(EntryFault.NoText) },
        { "no title", ForeignPapers.With("title", (JsonNode?)null), nameof(EntryFault.Missing) },
        { "name that counts only there", ForeignPapers.With("@id", JsonValue.Create("_:b0")), nameof(EntryFault.Missing) },
        { "data as page", ForeignPapers.With("dcat:landingPage", JsonValue.Create("data:text/html,<script>")), nameof(EntryFault.NoAddress) },
        { "itself as publisher without a name", ForeignPapers.With("dct:publisher", new JsonObject { ["foaf:name"] = new JsonArray(new JsonArray("tief")) }), nameof(EntryFault.NoText) },
    };

    [Theory, MemberData(nameof(Poisoned))]
    public void A_poisoned_document_is_not_read(string what, string text, string fault)
    {
        Assert.Null(ForeignDocument.Read(ForeignPapers.Software, Place).Fault);
        Assert.Null(ForeignDocument.Read(ForeignPapers.Catalogue, Place).Fault);

        Assert.Equal((what, fault), (what, $"{ForeignDocument.Read(text, Place).Fault}"));
    }

    [Theory, MemberData(nameof(PoisonedEntries))]
    public void A_poisoned_entry_is_not_taken_over_and_leaves_the_others_alone(string what, string text, string fault)
    {
        var (document, unread) = ForeignDocument.Read(text, Place);
        Assert.Null(unread);

        var refused = Assert.Single(document!.Entries, entry => entry.Result is null);
        Assert.Equal((what, fault), (what, $"{refused.Refusal!.Fault}"));
        Assert.All(new[] { 0x202E, 0x2067, 0x200B, 0x0007 }, hidden => Assert.DoesNotContain(char.ConvertFromUtf32(hidden), refused.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_cannot_grow_by_words_that_stand_for_long_ones()
    {
        var words = new JsonObject { ["@context"] = new JsonObject { ["@vocab"] = "https://a.example/" + new string('x', 20_000) }, ["@type"] = "http://www.w3.org/ns/dcat#Dataset" };
        foreach (var number in Enumerable.Range(0, 2_000))
            words[$"w{number}"] = number;
        var text = words.ToJsonString();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Single(ForeignDocument.Read(text, Place).Document!.Entries);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L * text.Length);
    }

    [Fact]
    public void What_a_file_says_of_software_is_read_in_German()
    {
        var software = Assert.Single(ForeignDocument.Read(ForeignPapers.Software, Place).Document!.Entries).Result!;

        Assert.Equal((ForeignKind.Software, "https://code.example/medusa.git", "Medusa", "EUPL-1.2", "Stadt Beispiel"), (software.Kind, software.Identifier, software.Title, software.Licence, software.Publisher));
        Assert.Equal("Vergibt Termine im Bürgerbüro & anderswo, auch \"sofort\".", software.Summary);
        Assert.Equal(("stable", "https://katalog.example/medusa"), (software.Status, software.Page));
        Assert.Equal(["appointment-scheduling"], software.Keywords);
    }

    [Fact]
    public void What_a_catalogue_says_is_read_in_German_however_it_is_written()
    {
        var entries = ForeignDocument.Read(ForeignPapers.Catalogue, Place).Document!.Entries;

        Assert.Equal(["Bäume", "Bänke"], entries.Select(entry => entry.Result!.Title));
        var trees = entries[0].Result!;
        Assert.Equal(("http://dcat-ap.de/def/licenses/dl-zero-de/2.0", "Grünflächenamt", "Alle Bäume der Stadt."), (trees.Licence, trees.Publisher, trees.Summary));
        Assert.Null(entries[1].Result!.Licence);

        var expanded = """[{"@id":"https://a.example/x","@type":["http://www.w3.org/ns/dcat#Dataset"],"http://purl.org/dc/terms/title":[{"@value":"X"}],"http://purl.org/dc/terms/description":[{"@value":"Y"}]}]""";
        Assert.Equal("X", Assert.Single(ForeignDocument.Read(expanded, Place).Document!.Entries).Result!.Title);
        var known = """{"@context":"https://semiceu.github.io/DCAT-AP/releases/3.0.1/context/dcat-ap.jsonld","@id":"https://a.example/x","@type":"Dataset","title":{"en":"X"},"description":{"en":"Y"},"publisher":{"name":["Z"]}}""";
        Assert.Equal("Z", Assert.Single(ForeignDocument.Read(known, Place).Document!.Entries).Result!.Publisher);
    }

    [Fact]
    public void Our_own_catalogue_is_read_as_it_was_written()
    {
        var page = new CataloguePage(new TownOptions { PublicUrl = new Uri("https://aachen.example") }, new Topics(new Dictionary<string, LocalizedText>()));
        var written = page.Write([new CatalogueEntry(FeedTowns.Draft("Erste Probe"), DateTimeOffset.UnixEpoch), new CatalogueEntry(FeedTowns.Draft("Zweite <Probe>") with { Id = "zweite" }, DateTimeOffset.UnixEpoch)], 1, 1);

        var entries = ForeignDocument.Read(Encoding.UTF8.GetString(StrictJson.Write(written)), Place).Document!.Entries;

        Assert.Equal(["Erste Probe", "Zweite <Probe>"], entries.Select(entry => entry.Result!.Title));
        Assert.All(entries, entry => Assert.Equal(("Aachen", "Eine Probe."), (entry.Result!.Publisher, entry.Result.Summary)));
        Assert.Equal("https://aachen.example/region/catalogue/zweite", entries[1].Result!.Identifier);
    }

    [Fact]
    public void Whatever_is_done_to_a_document_it_is_read_soundly_or_refused() =>
        Gen.Select(OneOf(ForeignPapers.Software, ForeignPapers.Catalogue), Gen.Select(Gen.Int[0, 3_000], Gen.Int[0, 30], Gen.OneOf(Gen.String, OneOf(Pieces)))
                .Select((at, cut, put) => (At: at, Cut: cut, Put: put)).Array[1, 6])
            .Sample(drawn => ReadsSoundly(drawn.Item2.Aggregate(drawn.Item1, (text, edit) => Edit(text, edit.At, edit.Cut, edit.Put))), iter: 4_000);

    private static string[] Pieces =>
        ["&a", "*a", "!!map", "? ", "- ", ": ", "|\n", ">-\n", "---\n", "...\n", "{", "}", "[", "]", "\"", "'", "\\ud800", "\\u202e", "\"@id\":", "\"@graph\":[", "\"@context\":", "\"@value\":", "javascript:", "\t", "%YAML 9.9\n", "<<: ", "\u2028", "null", "1e9999"];

    private static string Edit(string text, int at, int cut, string put)
    {
        var start = Math.Min(at, text.Length);
        return text[..start] + put + text[Math.Min(start + cut, text.Length)..];
    }

    private static bool ReadsSoundly(string text)
    {
        var (document, fault) = ForeignDocument.Read(text, Place);
        return document is null == fault is not null && (document?.Entries ?? []).All(IsSound);
    }

    private static bool IsSound(ReadEntry entry) => entry.Result is not { } result
        ? entry.Refusal is not null
        : new Uri(result.Identifier).Scheme is "https" or "http" && new[] { result.Title, result.Summary, result.Publisher, result.Licence }.OfType<string>().All(words => words.Length > 0 && !words.Any(letter => letter is not '\n' and not '\t' && char.IsControl(letter)))
            && ForeignResult.Read(result.Write()).Write() == result.Write();

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(which => texts[which]);
}
