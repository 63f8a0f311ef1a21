using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Indicators;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Indicators;

/// <summary>Towns show each other's figures, each as the town itself has signed them.</summary>
public sealed class ExchangeTests
{
    private const string Aachen = "05334002";

    /// <summary>What somebody does to an honest answer, and what is said of it.</summary>
    private static readonly (string Deed, IndicatorFailure Failure)[] Deeds =
    [
        ("figure changed", IndicatorFailure.Unreadable),
        ("signed by a stranger", IndicatorFailure.Unreadable),
        ("key swapped with it", IndicatorFailure.ForeignKey),
        ("speaks for Wuppertal", IndicatorFailure.ForeignTown),
        ("older than before", IndicatorFailure.WrongTime),
        ("from tomorrow", IndicatorFailure.WrongTime),
        ("tells of four cases", IndicatorFailure.Unreadable),
        ("more than all without paper", IndicatorFailure.Unreadable),
        ("a service twice", IndicatorFailure.Unreadable),
        ("service that is no name", IndicatorFailure.Unreadable),
        ("another method", IndicatorFailure.Unreadable),
        ("no JSON", IndicatorFailure.Unreadable),
        ("too large", IndicatorFailure.Unreadable),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_Aachen_counts_stands_in_Soest_at_the_next_reading_and_keeps_its_date_when_Aachen_falls_silent(DatabaseKind kind)
    {
        using var line = new NeighbourLine();
        await using var aachen = await StartAachenAsync(line, kind);
        await using var soest = await StartSoestAsync(line, aachen, kind);
        Assert.DoesNotContain("aus 20 Entscheidungen", await RowOfAachenAsync(soest), StringComparison.Ordinal);

        await soest.ReadOthersAsync();
        var row = await RowOfAachenAsync(soest);
        Assert.All(["22 Anträge", "0,09 je 1.000 Einwohner", "10 Minuten", "18 Minuten", "75 %", "aus 20 Entscheidungen", "24.11.2026"], words => Assert.Contains(words, row, StringComparison.Ordinal));
        Assert.DoesNotContain("älter als zwei Tage", row, StringComparison.Ordinal);

        line.Tamper = _ => throw new HttpRequestException("The line is cut.");
        soest.Time.Now += TimeSpan.FromDays(3);
        await soest.ReadOthersAsync();
        row = await RowOfAachenAsync(soest);
        Assert.All(["aus 20 Entscheidungen", "24.11.2026", "älter als zwei Tage", "Zuletzt hat die Stadt nicht geantwortet"], words => Assert.Contains(words, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_town_speaks_for_itself_only_and_what_is_forged_changes_nothing()
    {
        using var line = new NeighbourLine();
        await using var aachen = await StartAachenAsync(line);
        await using var soest = await StartSoestAsync(line, aachen);
        await soest.ReadOthersAsync();
        var (kept, refused) = await KeptAsync(soest);
        Assert.Null(refused);

        foreach (var (deed, failure) in Deeds)
        {
            line.Tamper = body => Forge(deed, body, aachen, soest);
            await soest.ReadOthersAsync();
            Assert.Equal((deed, kept, failure.ToString()), (deed, (await KeptAsync(soest)).Signed, (await KeptAsync(soest)).Failure));
        }

        line.Tamper = null;
        await soest.ReadOthersAsync();
        Assert.Null((await KeptAsync(soest)).Failure);
    }

    [Fact]
    public async Task A_real_town_believes_no_demonstration_and_whoever_is_no_longer_named_is_no_longer_shown()
    {
        using var line = new NeighbourLine();
        await using var aachen = await StartAachenAsync(line);
        await using var soest = await StartSoestAsync(line, aachen);
        await soest.ReadOthersAsync();
        Assert.Contains("aus 20 Entscheidungen", await RowOfAachenAsync(soest), StringComparison.Ordinal);

        await soest.RestartAsync(("Town:Demo", "false"));
        await soest.ReadOthersAsync();
        Assert.Equal(nameof(IndicatorFailure.Demonstration), (await KeptAsync(soest)).Failure);

        await soest.RestartAsync(("Region:Feeds:0:Key", new string('x', 43)));
        Assert.DoesNotContain("aus 20 Entscheidungen", await RowOfAachenAsync(soest), StringComparison.Ordinal);
    }

    private static async Task<IndicatorTown> StartAachenAsync(NeighbourLine line, DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var aachen = await IndicatorTown.StartAsync(kind, line, 1, ("Town:Ags", Aachen), ("Town:Name", "Aachen"));
        aachen.Service.Cases = StandingService.Some(20);
        line.Connect("aachen.example", aachen);
        return aachen;
    }

    private static Task<IndicatorTown> StartSoestAsync(NeighbourLine line, IndicatorTown aachen, DatabaseKind kind = DatabaseKind.Sqlite) => IndicatorTown.StartAsync(
        kind, line, 2, ("Town:Ags", "05974040"), ("Town:Name", "Soest"),
        ("Region:Feeds:0:Town", Aachen), ("Region:Feeds:0:Url", "https://aachen.example"), ("Region:Feeds:0:Key", aachen.Services.GetRequiredService<FeedKey>().Thumbprint));

    private static async Task<(string? Signed, string? Failure)> KeptAsync(IndicatorTown town)
    {
        await using var database = await town.DatabaseAsync();
        var row = await database.TownIndicators.SingleAsync(Cancellation);
        return (row.Signed, row.Failure);
    }

    /// <summary>What Soest's page says of Aachen in the table of the service.</summary>
    private static async Task<string> RowOfAachenAsync(IndicatorTown town)
    {
        var page = await StaffBrowser.Of(town).OpenAsync("/showroom/indicators");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Html[page.Html.LastIndexOf($"data-town=\"{Aachen}\"", StringComparison.Ordinal)..].Split("</tr>")[0];
    }

    private static byte[] Forge(string deed, byte[] body, IndicatorTown aachen, IndicatorTown soest)
    {
        var own = aachen.Services.GetRequiredService<FeedKey>().Signing;
        var stranger = soest.Services.GetRequiredService<FeedKey>().Signing;
        var honest = SignedIndicators.Read(body)!;
        var said = honest.Open()!;
        var service = said.Services[0];
        byte[] Of(TownIndicators indicators) => SignedIndicators.Of(indicators, own).Write();
        byte[] With(ServiceIndicators changed) => Of(said with { Services = [changed] });
        return deed switch
        {
            "figure changed" => (honest with { Signed = Replace(honest.Signed, "\"without_paper_percent\":75", "\"without_paper_percent\":99") }).Write(),
            "signed by a stranger" => (honest with { Signed = said.Sign(stranger) }).Write(),
            "key swapped with it" => SignedIndicators.Of(said, stranger).Write(),
            "speaks for Wuppertal" => Of(said with { Town = "05124000" }),
            "older than before" => Of(said with { At = said.At.AddMinutes(-1) }),
            "from tomorrow" => Of(said with { At = said.At.AddDays(1) }),
            "tells of four cases" => With(service with { Applications = 4 }),
            "more than all without paper" => With(service with { WithoutPaperPercent = 101 }),
            "a service twice" => Of(said with { Services = [service, service] }),
            "service that is no name" => With(service with { Id = "=1+1" }),
            "another method" => (honest with { Signed = SignAnew(honest.Signed, own, payload => payload["method"] = 2) }).Write(),
            "no JSON" => "<html></html>"u8.ToArray(),
            _ => new byte[200_000],
        };
    }

    private static string Replace(string signed, string what, string by)
    {
        var parts = signed.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.Decode(parts[1]).Expect());
        Assert.Contains(what, payload, StringComparison.Ordinal);
        return $"{parts[0]}.{Base64Url.Encode(Encoding.UTF8.GetBytes(payload.Replace(what, by, StringComparison.Ordinal)))}.{parts[2]}";
    }

    private static string SignAnew(string signed, SigningKey key, Action<JsonObject> change)
    {
        var payload = JsonNode.Parse(Base64Url.Decode(signed.Split('.')[1]).Expect())!.AsObject();
        change(payload);
        return CompactJws.Sign(new JsonObject { ["typ"] = TownIndicators.Type }, payload, key);
    }
}
