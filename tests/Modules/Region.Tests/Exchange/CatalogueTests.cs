using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Tests.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Exchange;

/// <summary>The register for machines of others.</summary>
public sealed class CatalogueTests
{
    private const string Own = "open-innovation-lab-oil";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_register_is_a_catalogue_with_what_DCAT_AP_demands_and_nothing_that_is_not_known(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var (answer, document) = await GetAsync(town, "/region/catalogue");

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(DcatShape.Breaks(document));
        var datasets = DcatShape.Nodes(document).Where(node => node["@type"] is JsonValue type && (string?)type == "dcat:Dataset").ToDictionary(node => (string)node["dct:identifier"]!);
        Assert.Equal(50, datasets.Count);
        var own = datasets[Own];
        Assert.Equal(
            ("http://localhost:5080/region/catalogue/open-innovation-lab-oil", "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05513000", "2022-06-30"),
            ((string?)own["@id"], (string?)own["dcatde:politicalGeocodingURI"]!["@id"], (string?)own["dct:temporal"]!["dcat:endDate"]!["@value"]));
        Assert.All(datasets.Values, dataset => Assert.False(dataset.ContainsKey("dct:license")));
        Assert.Contains("DEMO", document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalogue_that_lacks_something_is_noticed()
    {
        await using var town = await RegionTown.StartAsync();
        var (_, document) = await GetAsync(town, $"/region/catalogue/{Own}");
        Assert.Empty(DcatShape.Breaks(document));

        foreach (var property in new[] { "dct:title", "dct:description", "dct:publisher", "@id" })
        {
            var broken = document.DeepClone().AsObject();
            broken.Remove(property);
            Assert.NotEmpty(DcatShape.Breaks(broken));
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_has_the_catalogue_gets_no_body_until_something_changes(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        foreach (var address in new[] { "/region/catalogue", $"/region/catalogue/{Own}" })
        {
            var tag = (await GetAsync(town, address)).Answer.Headers.ETag!;
            Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(town, address, tag));
        }

        var before = (await GetAsync(town, "/region/catalogue")).Answer.Headers.ETag!;
        await WithdrawAsync(town);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(town, "/region/catalogue", before));
    }

    [Fact]
    public async Task A_withdrawn_project_leaves_the_catalogue_and_says_why()
    {
        await using var town = await RegionTown.StartAsync();
        var browser = StaffBrowser.Of(town);
        Assert.Contains($"rel=\"alternate\" type=\"application/ld+json\" href=\"/region/catalogue/{Own}\"", (await browser.OpenAsync($"/showroom/projects/{Own}")).Html, StringComparison.Ordinal);
        await WithdrawAsync(town);

        Assert.DoesNotContain(Own, (await GetAsync(town, "/region/catalogue")).Document.ToJsonString(), StringComparison.Ordinal);
        using var client = town.Client();
        using var answer = await client.GetAsync(new Uri($"/region/catalogue/{Own}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("Es gab es nie", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"alternate\"", (await browser.OpenAsync($"/showroom/projects/{Own}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_projects_than_fit_on_a_page_are_found_by_going_on()
    {
        await using var town = await RegionTown.StartAsync();
        await using (var database = await FeedTowns.DatabaseOf(town))
        {
            database.Projects.AddRange(Enumerable.Range(1, 160).Select(number => FeedTowns.Draft($"Nummer {number}") with { Id = $"probe-{number}" })
                .Select(project => new Storage.ProjectRow { Id = project.Id, Town = FeedTowns.AachenAgs, Version = 1, ChangedAt = town.Time.Now, Content = project.Write() }));
            await database.SaveChangesAsync(Cancellation);
        }

        var found = new HashSet<string>();
        var pages = 0;
        for (var address = "/region/catalogue"; address is not null; pages++)
        {
            var (_, document) = await GetAsync(town, address);
            found.UnionWith(DcatShape.Nodes(document).Select(node => (string?)node["dct:identifier"]).OfType<string>().Where(id => id.StartsWith("probe-", StringComparison.Ordinal)));
            address = (string?)document["@graph"]![1]!["hydra:next"]?["@id"] is { } next ? new Uri(next).PathAndQuery : null;
        }

        Assert.Equal(3, pages);
        Assert.Equal(160, found.Count);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(town, "/region/catalogue?page=4", null));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(town, "/region/catalogue?page=0", null));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(town, "/region/catalogue/nobody-knows-it", null));
    }

    private static async Task WithdrawAsync(RegionTown town) =>
        Assert.Null((await town.Services.GetRequiredService<WithdrawProject>().WithdrawAsync(Own, "Es gab es nie", "staff/test", Cancellation)).Refusal);

    private static async Task<(HttpResponseMessage Answer, JsonObject Document)> GetAsync(RegionTown town, string address)
    {
        using var client = town.Client();
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject());
    }

    private static async Task<HttpStatusCode> StatusAsync(RegionTown town, string address, EntityTagHeaderValue? known)
    {
        using var client = town.Client();
        using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (known is not null)
            question.Headers.IfNoneMatch.Add(known);
        using var answer = await client.SendAsync(question, Cancellation);
        return answer.StatusCode;
    }
}
