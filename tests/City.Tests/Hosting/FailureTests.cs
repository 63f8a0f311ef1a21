using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>What somebody gets who asks for what is not there: a page for people, a document for programs, in their language.</summary>
public sealed partial class FailureTests(HostedTown hosted) : IClassFixture<HostedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de", "Diese Seite gibt es nicht")]
    [InlineData("en", "This page does not exist")]
    [InlineData("fr, en;q=0.5", "This page does not exist")]
    public async Task An_unknown_address_gives_a_page_in_the_readers_language(string language, string title)
    {
        using var answer = await HostedTown.OpenPageAsync(new Uri(hosted.Town.PortalUrl, "/no/such/page"), language);
        var page = await ReadAsync(answer);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_makes_a_link_to_another_host()
    {
        using var answer = await HostedTown.OpenPageAsync(new Uri(hosted.Town.PortalUrl, $"{hosted.Town.PortalUrl.GetLeftPart(UriPartial.Authority)}//town.example/permit"));
        Assert.DoesNotContain("href=\"//", await ReadAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_on_the_page_stands_in_the_log()
    {
        using var answer = await HostedTown.OpenPageAsync(new Uri(hosted.Town.PortalUrl, "/no/such/page"));
        var flow = FlowId().Match(await ReadAsync(answer)).Value;
        Assert.Matches("^[0-9A-F]{10}$", flow);
        await AssertLoggedAsync(flow);
    }

    [Theory]
    [InlineData("GET", "/no/such/page", 404, "urn:modellstadt:app:no-such-page")]
    [InlineData("DELETE", "/permit", 405, "urn:modellstadt:app:no-such-page")]
    [InlineData("GET", "/citizen-id/requests/7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a", 404, "urn:modellstadt:citizen-id:request-unknown")]
    [InlineData("GET", "/citizen-id/requests/7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a/state?shown=Asked", 404, "urn:modellstadt:citizen-id:request-unknown")]
    [InlineData("GET", "/citizen-id/requests/7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a/state?shown=Nonsense", 400, "urn:modellstadt:app:not-understood")]
    [InlineData("GET", "/demo-id-card/offers/7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a?person=nobody&key=nonsense", 404, "urn:modellstadt:citizen-id:resident-unknown")]
    public async Task A_program_gets_a_problem_document(string method, string path, int status, string type)
    {
        using var client = HostedTown.NewClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(hosted.Town.PortalUrl, path)) { Headers = { { "Accept-Language", "en" } } };
        using var answer = await client.SendAsync(request, Cancellation);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal((type, status), ((string?)problem["type"], (int?)problem["status"]));
        Assert.All((string[])["title", "detail", "nextStep", "flowId"], member => Assert.NotEmpty((string?)problem[member] ?? ""));
    }

    [Fact]
    public async Task A_page_that_belongs_to_another_browser_says_so()
    {
        using var answer = await HostedTown.OpenPageAsync(new Uri(hosted.Town.PortalUrl, "/citizen-id/requests/7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("in einem anderen Browser begonnen", await ReadAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_of_a_language_is_kept()
    {
        using var client = HostedTown.NewClient();
        using var chosen = await client.GetAsync(new Uri(hosted.Town.PortalUrl, "/?lang=en"), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hosted.Town.PortalUrl, "/no/such/page")) { Headers = { { "Accept", "text/html" }, { "Accept-Language", "de" } } };
        request.Headers.Add("Cookie", chosen.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Contains("This page does not exist", await ReadAsync(answer), StringComparison.Ordinal);
    }

    private async Task AssertLoggedAsync(string flow)
    {
        for (var attempt = 0; attempt < 200 && !hosted.Town.Log.Contains(flow, StringComparison.Ordinal); attempt++)
            await Task.Delay(50, Cancellation);
        Assert.Contains($"flow {flow}", hosted.Town.Log, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));

    [GeneratedRegex("(?<=<strong>)[0-9A-F]{10}(?=</strong>)")]
    private static partial Regex FlowId();
}
