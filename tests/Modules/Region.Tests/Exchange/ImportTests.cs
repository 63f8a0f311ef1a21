using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Exchange.Imports;
using Modellstadt.Region.Office;
using Modellstadt.Region.Tests.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Exchange;

/// <summary>The project office imports what others have, and everybody finds it, marked.</summary>
public sealed class ImportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_document_is_looked_at_first_and_counts_once_it_is_confirmed(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var clerk = await OfficeAsync(town);

        var draft = await BringAsync(clerk, ForeignPapers.Software);
        var preview = await clerk.OpenAsync(draft);
        Assert.All(["Medusa", "EUPL-1.2", "data-effect=\"New\"", ForeignPapers.Source], words => Assert.Contains(words, preview.Html, StringComparison.Ordinal));
        Assert.Empty(await StandingAsync(town));

        Assert.EndsWith("?taken=1", (await clerk.SendAsync($"{draft}/confirmation")).Onwards, StringComparison.Ordinal);
        var standing = Assert.Single(await StandingAsync(town));
        Assert.All([await clerk.OpenAsync(ImportAddresses.Showroom), await clerk.OpenAsync(ImportAddresses.Result(standing.Result.Id))],
            page => Assert.All(["Medusa", "EUPL-1.2", "Eingelesen", "katalog.example"], words => Assert.Contains(words, page.Html, StringComparison.Ordinal)));
        Assert.DoesNotContain("Medusa", (await clerk.OpenAsync("/region/catalogue")).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.SendAsync($"{draft}/confirmation")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync(draft)).Status);
        Assert.Equal(1, Assert.Single(await StandingAsync(town)).Version);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_again_changes_the_day_only_and_something_else_becomes_a_new_version(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var clerk = await OfficeAsync(town);
        await ImportAsync(clerk, ForeignPapers.Catalogue);
        var first = await StandingAsync(town);
        Assert.Equal(["Bänke", "Bäume"], first.Select(entry => entry.Result.Title));

        town.Time.Now += TimeSpan.FromDays(3);
        clerk = await OfficeAsync(town);
        Assert.EndsWith("?taken=0", (await ImportAsync(clerk, ForeignPapers.Catalogue)).Onwards, StringComparison.Ordinal);
        Assert.All(await StandingAsync(town), entry => Assert.Equal((1, town.Time.Now.ToUnixTimeMilliseconds()), (entry.Version, entry.ImportedAt.ToUnixTimeMilliseconds())));

        var draft = await BringAsync(clerk, ForeignPapers.Catalogue.Replace("Alle B\\u00E4ume", "Fast alle B\\u00E4ume", StringComparison.Ordinal));
        Assert.All(["data-effect=\"Changed\"", "Bisher: Alle Bäume der Stadt.", "Künftig: Fast alle Bäume der Stadt.", "data-effect=\"Same\""], words => Assert.Contains(words, clerk.OpenAsync(draft).Result.Html, StringComparison.Ordinal));
        await clerk.SendAsync($"{draft}/confirmation");

        await using var database = await FeedTowns.DatabaseOf(town);
        var trees = first[1].Result.Id;
        Assert.Equal(["Alle Bäume der Stadt.", "Fast alle Bäume der Stadt."],
            (await database.ForeignResultVersions.Where(version => version.ResultId == trees).OrderBy(version => version.Version).Select(version => version.Content).ToListAsync(Cancellation)).Select(content => ForeignResult.Read(content).Summary));
        Assert.Equal(3, await database.Audit.CountAsync(entry => entry.Action == "results-imported", Cancellation));
    }

    [Fact]
    public async Task Who_searches_or_writes_sees_what_is_imported_marked_and_never_among_the_projects()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await OfficeAsync(town);
        await ImportAsync(clerk, ForeignPapers.Software);
        var id = Assert.Single(await StandingAsync(town)).Result.Id;

        var found = await clerk.OpenAsync("/showroom?q=Terminvergabe+B%C3%BCrgerb%C3%BCro+Termine");
        var draft = new Dictionary<string, string>((await clerk.OpenAsync(NewProjectPage.Address)).Form) { ["title"] = "Termine im Bürgerbüro", ["summary"] = "Vergibt Termine im Bürgerbüro sofort" };
        var compared = await clerk.SendBackAsync(AnswerComparison.Address, draft);

        Assert.All([found, compared], page =>
        {
            Assert.Contains($"data-imported=\"{id}\"", page.Html, StringComparison.Ordinal);
            Assert.Contains("keine Projekte der Modellregionen", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain($"data-project=\"{id}\"", page.Html, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("data-imported", (await clerk.OpenAsync("/showroom?q=Schwimmbad")).Html, StringComparison.Ordinal);

        await clerk.OpenAsync(ImportAddresses.Office);
        await clerk.SendAsync(ImportAddresses.Removal(id), ("reason", "Wird nicht mehr gepflegt"));
        Assert.DoesNotContain("data-imported", (await clerk.OpenAsync("/showroom?q=Terminvergabe+Termine+B%C3%BCrgerb%C3%BCro")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_taken_out_with_a_reason_and_comes_back_only_when_it_is_imported_again()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await OfficeAsync(town);
        await ImportAsync(clerk, ForeignPapers.Software);
        var id = Assert.Single(await StandingAsync(town)).Result.Id;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SendAsync(ImportAddresses.Removal(id), ("reason", "weg"))).Status);
        Assert.Single(await StandingAsync(town));

        Assert.EndsWith("?removed=yes", (await clerk.SendAsync(ImportAddresses.Removal(id), ("reason", "Wird nicht mehr gepflegt"))).Onwards, StringComparison.Ordinal);
        Assert.Empty(await StandingAsync(town));
        var page = await clerk.OpenAsync(ImportAddresses.Result(id));
        Assert.Contains("Wird nicht mehr gepflegt", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Vergibt Termine", page.Html, StringComparison.Ordinal);

        Assert.Contains("data-effect=\"Returns\"", (await clerk.OpenAsync(await BringAsync(clerk, ForeignPapers.Software))).Html, StringComparison.Ordinal);
        await ImportAsync(clerk, ForeignPapers.Software);
        Assert.Equal(3, Assert.Single(await StandingAsync(town)).Version);
    }

    [Fact]
    public async Task Every_poison_on_the_list_is_refused_at_the_door_and_what_stood_before_stands_after()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await OfficeAsync(town);
        await ImportAsync(clerk, ForeignPapers.Software);
        await ImportAsync(clerk, ForeignPapers.Catalogue);
        var before = await StandingAsync(town);
        Assert.Equal(3, before.Count);

        foreach (var row in ForeignDocumentTests.Poisoned.Where(row => row.Data.Item2.Length < 64 * 1024 && !row.Data.Item2.Contains('\0')))
            Assert.Equal((row.Data.Item1, HttpStatusCode.UnprocessableEntity), (row.Data.Item1, (await clerk.SendAsync(ImportAddresses.Bring, ("source", ForeignPapers.Source), ("text", row.Data.Item2))).Status));
        foreach (var row in ForeignDocumentTests.PoisonedEntries)
            Assert.Contains($"data-fault=\"{row.Data.Item3}\"", (await clerk.OpenAsync(await BringAsync(clerk, row.Data.Item2))).Html, StringComparison.Ordinal);

        Assert.Equal(before.Select(entry => (entry.Result.Write(), entry.Version)), (await StandingAsync(town)).Select(entry => (entry.Result.Write(), entry.Version)));
        await using var database = await FeedTowns.DatabaseOf(town);
        Assert.Equal(50, await database.Projects.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused_and_a_file_above_the_limit_too()
    {
        await using var town = await RegionTown.StartAsync();
        var prepare = town.Services.GetRequiredService<PrepareImport>();
        var source = new DocumentSource(ForeignPapers.Source, Fetched: false);
        Assert.True((await prepare.ExecuteAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ForeignPapers.Software)], source, "staff/test", Cancellation)).Succeeded(out _, out _));

        foreach (var (bytes, fault) in new[] { (Encoding.Latin1.GetBytes(ForeignPapers.Software), ImportFault.Encoding), (new byte[LinkedNodes.MostBytes + 1], ImportFault.TooLarge), (Encoding.Unicode.GetBytes(ForeignPapers.Software), ImportFault.Encoding) })
            Assert.Equal(new DocumentUnreadable(fault), (await prepare.ExecuteAsync(bytes, source, "staff/test", Cancellation)).Refusal);
        Assert.IsType<ImportNeedsSource>((await prepare.ExecuteAsync(Encoding.UTF8.GetBytes(ForeignPapers.Software), source with { Address = "javascript:alert(1)" }, "staff/test", Cancellation)).Refusal);
        await using var database = await FeedTowns.DatabaseOf(town);
        Assert.Equal(1, await database.ImportDrafts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task HTML_in_a_field_is_shown_as_text()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await OfficeAsync(town);
        var draft = await BringAsync(clerk, ForeignPapers.With("Vergibt Termine im", "<script>alert(1)</script><img src=x onerror=alert(2)>"));
        var preview = (await clerk.FetchAsync(draft)).Content;
        await clerk.OpenAsync(draft);
        await clerk.SendAsync($"{draft}/confirmation");
        var id = Assert.Single(await StandingAsync(town)).Result.Id;

        foreach (var page in new[] { preview, (await clerk.FetchAsync(ImportAddresses.Showroom)).Content, (await clerk.FetchAsync(ImportAddresses.Result(id))).Content })
        {
            Assert.Contains("&lt;script&gt;alert(1)", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
            Assert.DoesNotContain("<img", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_catalogue_neither_speaks_for_a_town_nor_changes_what_another_source_has_said()
    {
        var line = new NeighbourLine();
        await using var town = await RegionTown.StartBetweenAsync(line, 5, DatabaseKind.Sqlite, ("Region:Feeds:0:Town", FeedTowns.AachenAgs), ("Region:Feeds:0:Url", "https://aachen.example"), ("Region:Feeds:0:Key", new string('k', 43)));
        var clerk = await OfficeAsync(town);
        await ImportAsync(clerk, ForeignPapers.Catalogue);

        foreach (var (text, fault) in new[]
        {
            (ForeignPapers.With("@id", JsonValue.Create("https://aachen.example/showroom/projects/probe")), EntryFault.SpeaksForTown),
            (ForeignPapers.With("dcat:landingPage", JsonValue.Create("http://localhost:5080/showroom/projects/open-innovation-lab-oil")), EntryFault.SpeaksForTown),
            (ForeignPapers.With("@id", JsonValue.Create("https://KATALOG.example/baenke")), EntryFault.Twice),
        })
            Assert.Contains($"data-fault=\"{fault}\"", (await clerk.OpenAsync(await BringAsync(clerk, text))).Html, StringComparison.Ordinal);

        var evil = (await clerk.OpenAsync(await BringAsync(clerk, ForeignPapers.Catalogue.Replace("Alle B", "Keine B", StringComparison.Ordinal), "https://evil.example/alles"))).Html;
        Assert.Equal(2, evil.Split($"data-fault=\"{EntryFault.OtherSource}\"").Length - 1);

        await ImportAsync(clerk, ForeignPapers.Software);
        var own = await BringAsync(clerk, ForeignPapers.With("name: Medusa", "name: Medusa 2"), "https://code.example/medusa/publiccode.yml");
        Assert.Contains("data-effect=\"Changed\"", (await clerk.OpenAsync(own)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_are_fetched_from_named_hosts_only_and_never_from_where_those_lead()
    {
        var line = new NeighbourLine();
        await using var aachen = await RegionTown.StartBetweenAsync(line, 1, DatabaseKind.Sqlite, ("Town:Ags", FeedTowns.AachenAgs), ("Town:Name", "Aachen"), ("Town:PublicUrl", "https://katalog.example"));
        line.Connect("katalog.example", aachen);
        line.Connect("fremd.example", aachen);
        await using var soest = await RegionTown.StartBetweenAsync(line, 2, DatabaseKind.Sqlite, ("Region:ImportHosts:0", "katalog.example"), ("Region:ImportHosts:1", "silent.example"));
        var clerk = await OfficeAsync(soest);

        foreach (var (address, refusal) in new[]
        {
            ("https://fremd.example/region/catalogue", "import-host-not-named"), ("https://katalog.example.fremd.example/", "import-host-not-named"), ("https://127.0.0.1/", "import-host-not-named"),
            ("http://katalog.example/region/catalogue", "import-needs-source"), ("https://katalog.example:8443/region/catalogue", "import-needs-source"), ("https://a@katalog.example/region/catalogue", "import-needs-source"),
            ("https://katalog.example/office/region/imports", "import-unreachable"), ("https://katalog.example/nothing", "import-unreachable"), ("https://silent.example/", "import-unreachable"),
            ("https://katalog.example/showroom", "import-unreadable"),
        })
            Assert.Equal((address, $"urn:modellstadt:region:{refusal}"), (address, (await clerk.SendAsync(ImportAddresses.Fetch, ("address", address))).Html));

        var draft = (await clerk.SendAsync(ImportAddresses.Fetch, ("address", "https://katalog.example/region/catalogue"))).Onwards!;
        Assert.Contains("von uns abgeholt", (await clerk.OpenAsync(draft)).Html, StringComparison.Ordinal);
        Assert.EndsWith("?taken=50", (await clerk.SendAsync($"{draft}/confirmation")).Onwards, StringComparison.Ordinal);
        Assert.Contains(await StandingAsync(soest), entry => entry.Result is { Title: "Open Innovation Lab (OIL)", Fetched: true });
    }

    [Fact]
    public async Task Nobody_but_the_project_office_imports()
    {
        await using var town = await RegionTown.StartAsync();
        var warden = await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung");
        await warden.OpenAsync("/sign-in");

        foreach (var browser in new[] { warden, StaffBrowser.Of(town) })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await browser.OpenAsync(ImportAddresses.Office)).Status);
            var sent = await browser.SendAsync(ImportAddresses.Bring, ("source", ForeignPapers.Source), ("text", ForeignPapers.Software));
            Assert.DoesNotContain(ImportAddresses.Office, sent.Onwards?.Split('?')[0] ?? "", StringComparison.Ordinal);
        }

        await using var database = await FeedTowns.DatabaseOf(town);
        Assert.False(await database.ImportDrafts.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task A_form_that_another_page_sends_confirms_no_import()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await OfficeAsync(town);
        var draft = await BringAsync(clerk, ForeignPapers.Software);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SendWithoutTokenAsync($"{draft}/confirmation")).Status);
        Assert.Empty(await StandingAsync(town));
        Assert.EndsWith("?taken=1", (await clerk.SendAsync($"{draft}/confirmation")).Onwards, StringComparison.Ordinal);
    }

    private static async Task<StaffBrowser> OfficeAsync(RegionTown town)
    {
        var clerk = await StaffBrowser.SignInAsync(town);
        await clerk.OpenAsync(ImportAddresses.Office);
        return clerk;
    }

    private static async Task<string> BringAsync(StaffBrowser clerk, string text, string source = ForeignPapers.Source)
    {
        var shown = await clerk.SendAsync(ImportAddresses.Bring, ("source", source), ("text", text));
        Assert.Equal((HttpStatusCode.SeeOther, ""), (shown.Status, shown.Html));
        return shown.Onwards!;
    }

    private static async Task<StaffPage> ImportAsync(StaffBrowser clerk, string text) => await clerk.SendAsync($"{await BringAsync(clerk, text)}/confirmation");

    private static Task<IReadOnlyList<StandingResult>> StandingAsync(RegionTown town) => town.Services.GetRequiredService<ReadImports>().AllAsync(Cancellation);
}
