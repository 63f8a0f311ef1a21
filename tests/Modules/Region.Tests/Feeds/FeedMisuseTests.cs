using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Projects;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Feeds;

/// <summary>Somebody sits on the line, or a town says what it may not. Each time an honest feed goes through before and after, and nothing else.</summary>
public sealed class FeedMisuseTests
{
    /// <summary>Names of the deeds.</summary>
    public static TheoryData<string, string> Deeds => new()
    {
        { "payload changed", nameof(FeedFailure.EntryRefused) },
        { "signed by a stranger", nameof(FeedFailure.EntryRefused) },
        { "key swapped with it", nameof(FeedFailure.ForeignKey) },
        { "old entry again", nameof(FeedFailure.EntryRefused) },
        { "old feed again", nameof(FeedFailure.RolledBack) },
        { "entries withheld", nameof(FeedFailure.Unreadable) },
        { "speaks for Gelsenkirchen", nameof(FeedFailure.ForeignProject) },
        { "takes a name that only Gelsenkirchen gives", nameof(FeedFailure.ForeignProject) },
        { "from tomorrow", nameof(FeedFailure.EntryRefused) },
        { "address that is a script", nameof(FeedFailure.EntryRefused) },
        { "document without https", nameof(FeedFailure.EntryRefused) },
        { "licence that is none", nameof(FeedFailure.EntryRefused) },
        { "answer too long", nameof(FeedFailure.EntryRefused) },
        { "text too long", nameof(FeedFailure.EntryRefused) },
        { "sum below nothing", nameof(FeedFailure.EntryRefused) },
        { "name that is no address", nameof(FeedFailure.EntryRefused) },
        { "field missing", nameof(FeedFailure.EntryRefused) },
        { "null as partner", nameof(FeedFailure.EntryRefused) },
        { "null as recipient", nameof(FeedFailure.EntryRefused) },
        { "too deep", nameof(FeedFailure.Unreadable) },
        { "too many", nameof(FeedFailure.Unreadable) },
        { "too large", nameof(FeedFailure.Unreachable) },
        { "no JSON", nameof(FeedFailure.Unreadable) },
    };

    [Theory, MemberData(nameof(Deeds))]
    public async Task What_is_forged_stops_the_feed_and_changes_nothing(string deed, string failure)
    {
        await using var towns = await FeedTowns.StartAsync();
        await towns.PublishAsync(FeedTowns.Draft("ehrlich"));
        await FeedTowns.ReadAsync(towns.Soest);
        var before = await FeedTowns.ReadingOfAsync(towns.Soest);
        await towns.PublishAsync(FeedTowns.Draft("ehrlich, zweite Fassung"));
        towns.Line.Tamper = body => Forge(deed, body, before.Last, towns);

        await FeedTowns.ReadAsync(towns.Soest);

        Assert.Equal((before.Last, failure), await FeedTowns.ReadingOfAsync(towns.Soest));
        Assert.Equal("ehrlich", Assert.Single(await FeedTowns.HistoryInAsync(towns.Soest)).Project.Title);

        towns.Line.Tamper = null;
        await FeedTowns.ReadAsync(towns.Soest);
        Assert.Equal("ehrlich, zweite Fassung", (await FeedTowns.ShownInAsync(towns.Soest))!.Title);
    }

    [Fact]
    public async Task A_project_under_a_name_of_another_town_stays_out_and_the_rest_of_the_feed_goes_on()
    {
        await using var towns = await FeedTowns.StartAsync();
        await towns.PublishAsync(FeedTowns.Draft("vorher"));
        await towns.PublishAsync(FeedTowns.Draft("Aachens Labor") with { Id = "open-innovation-lab-oil-zwei" });
        await using (var database = await FeedTowns.DatabaseOf(towns.Soest))
        {
            database.Projects.Add(new Storage.ProjectRow { Id = "open-innovation-lab-oil-zwei", Town = "05513000", Version = 1, ChangedAt = towns.Soest.Time.Now, Content = (FeedTowns.Draft("Gelsenkirchens Labor") with { Id = "open-innovation-lab-oil-zwei", Lead = new("Gelsenkirchen", "05513000") }).Write() });
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await towns.PublishAsync(FeedTowns.Draft("nachher"));
        await FeedTowns.ReadAsync(towns.Soest);
        await FeedTowns.ReadAsync(towns.Gelsenkirchen);

        Assert.Null((await FeedTowns.ReadingOfAsync(towns.Soest)).Failure);
        Assert.Equal("nachher", (await FeedTowns.ShownInAsync(towns.Soest))!.Title);
        var register = towns.Soest.Services.GetRequiredService<ReadProjects>();
        Assert.Equal("Gelsenkirchens Labor", (await register.AllAsync(TestContext.Current.CancellationToken)).Single(project => project.Id == "open-innovation-lab-oil-zwei").Title);
        var office = await (await StaffBrowser.SignInAsync(towns.Soest)).OpenAsync(FeedsPage.Address);
        Assert.Contains($"data-clash=\"{FeedTowns.AachenAgs}/open-innovation-lab-oil-zwei\"", office.Html, StringComparison.Ordinal);
        Assert.Contains("Aachens Labor", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-clash", (await (await StaffBrowser.SignInAsync(towns.Gelsenkirchen)).OpenAsync(FeedsPage.Address)).Html, StringComparison.Ordinal);

        await towns.PublishAsync((FeedTowns.Draft("Aachens Labor") with { Id = "open-innovation-lab-oil-zwei" }).Withdraw(towns.Aachen.Time.Now, "heißt jetzt anders"));
        await FeedTowns.ReadAsync(towns.Soest);
        Assert.DoesNotContain("data-clash", (await (await StaffBrowser.SignInAsync(towns.Soest)).OpenAsync(FeedsPage.Address)).Html, StringComparison.Ordinal);
        Assert.Equal("Gelsenkirchens Labor", (await register.AllAsync(TestContext.Current.CancellationToken)).Single(project => project.Id == "open-innovation-lab-oil-zwei").Title);
    }

    [Fact]
    public async Task A_real_town_believes_no_demonstration()
    {
        await using var towns = await FeedTowns.StartAsync();
        await towns.PublishAsync(FeedTowns.Draft("Probe"));
        await towns.Soest.RestartAsync(("Town:Demo", "false"));

        await FeedTowns.ReadAsync(towns.Soest);

        Assert.Equal(nameof(FeedFailure.Demonstration), (await FeedTowns.ReadingOfAsync(towns.Soest)).Failure);
        Assert.Null(await FeedTowns.ShownInAsync(towns.Soest));
    }

    private static byte[] Forge(string deed, byte[] body, long last, FeedTowns towns)
    {
        var page = JsonNode.Parse(body)!.AsObject();
        var own = towns.Aachen.Services.GetRequiredService<FeedKey>().Signing;
        var draft = FeedTowns.Draft("gefälscht");
        FeedEntry Entry(Project project, long? number = null) => new(FeedTowns.AachenAgs, number ?? last + 1, 2, towns.Aachen.Time.Now, true, project);
        void Put(params string[] signed) => page["entries"] = new JsonArray([.. signed.Select(entry => (JsonNode)entry)]);
        switch (deed)
        {
            case "payload changed":
                var parts = ((string)page["entries"]![0]!).Split('.');
                Put($"{parts[0]}.{Base64Url.Encode(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Base64Url.Decode(parts[1]).Expect()).Replace("ehrlich", "gemein!", StringComparison.Ordinal)))}.{parts[2]}");
                break;
            case "signed by a stranger": Put(Entry(draft).Sign(towns.Soest.Services.GetRequiredService<FeedKey>().Signing)); break;
            case "key swapped with it":
                var stranger = towns.Soest.Services.GetRequiredService<FeedKey>().Signing;
                page["key"] = stranger.PublicKey.ToJson();
                Put(Entry(draft).Sign(stranger));
                break;
            case "old entry again": Put(Entry(draft, last).Sign(own)); break;
            case "old feed again": page["last"] = last - 1; break;
            case "entries withheld": Put(); break;
            case "speaks for Gelsenkirchen": Put(Entry(draft with { Lead = new("Gelsenkirchen", "05513000") }).Sign(own)); break;
            case "takes a name that only Gelsenkirchen gives": Put(Entry(draft with { Id = "05513000-parkplatz" }).Sign(own)); break;
            case "from tomorrow": Put((Entry(draft) with { At = towns.Aachen.Time.Now.AddDays(1) }).Sign(own)); break;
            case "address that is a script": Put(Entry(draft with { Source = "javascript:alert(1)" }).Sign(own)); break;
            case "document without https": Put(Entry(draft with { Documents = [new("Plan", "http://aachen.example/plan", "CC0-1.0")] }).Sign(own)); break;
            case "licence that is none": Put(Entry(draft with { Documents = [new("Plan", "https://aachen.example/plan", "<b>frei</b>")] }).Sign(own)); break;
            case "answer too long": Put(Entry(draft with { Known = [new("zeonline", "ZEonline", "Paderborn", DuplicateAnswer.Different, new string('x', 301))] }).Sign(own)); break;
            case "text too long": Put(Entry(draft with { Summary = new string('x', 5_000) }).Sign(own)); break;
            case "sum below nothing": Put(Entry(draft with { Total = new(new Amount(-1, false), "x", Confidence.High) }).Sign(own)); break;
            case "name that is no address": Put(Entry(draft with { Id = "../office" }).Sign(own)); break;
            case "field missing":
                var payload = JsonNode.Parse(draft.Write())!.AsObject();
                payload.Remove("title");
                Put(CompactJws.Sign(new JsonObject { ["typ"] = FeedEntry.Type }, new JsonObject { ["town"] = FeedTowns.AachenAgs, ["number"] = last + 1, ["version"] = 2, ["at"] = 1, ["demo"] = true, ["project"] = payload }, own));
                break;
            case "null as partner": Put(Entry(draft with { Partners = [null!] }).Sign(own)); break;
            case "null as recipient": Put(Entry(draft with { Recipients = [null!] }).Sign(own)); break;
            case "too deep": page["deep"] = new JsonArray(new JsonArray(new JsonArray(new JsonArray(new JsonArray())))); break;
            case "too many": Put([.. Enumerable.Repeat("x", FeedPage.LargestPage + 1)]); break;
            case "too large": return new byte[FeedPage.LargestBytes + 1];
            case "no JSON": return "<html></html>"u8.ToArray();
        }

        return Encoding.UTF8.GetBytes(page.ToJsonString());
    }
}
