using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>Security headers and limits, on whatever is answered.</summary>
public sealed class FenceTests(HostedTown hosted) : IClassFixture<HostedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/citizen-id")]
    [InlineData("/permit")]
    [InlineData("/no/such/page")]
    [InlineData("/assets/portal.css")]
    [InlineData("/health/ready")]
    [InlineData("/management/v1/demo/persons")]
    [InlineData("/office")]
    [InlineData("/showroom")]
    [InlineData("/showroom/embed/towns/00000000")]
    public async Task The_portal_runs_no_foreign_script_and_stands_in_no_frame(string path)
    {
        using var answer = await HostedTown.OpenPageAsync(new Uri(hosted.Town.PortalUrl, path));
        var policy = Policy(answer);
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains($"form-action 'self' {hosted.Town.WalletUrl.GetLeftPart(UriPartial.Authority)}", policy);
        Assert.Contains("require-trusted-types-for 'script'", policy);
        Assert.DoesNotContain(policy, directive => directive.Contains("unsafe-inline", StringComparison.Ordinal) || directive.Contains("'unsafe-eval'", StringComparison.Ordinal));
        AssertCommonFences(answer);
    }

    [Fact]
    public async Task A_page_made_for_frames_stands_in_those_of_others_and_keeps_every_other_fence()
    {
        using var answer = await HostedTown.OpenPageAsync(new Uri(hosted.Town.PortalUrl, "/showroom/embed/towns/05513000"));
        var policy = Policy(answer);
        Assert.Contains("frame-ancestors *", policy);
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("require-trusted-types-for 'script'", policy);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<form", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        AssertCommonFences(answer);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/present?request_uri=x")]
    [InlineData("/config.json")]
    [InlineData("/manifest.webmanifest")]
    [InlineData("/no-such-file.js")]
    public async Task The_wallet_talks_to_https_and_the_portal_only(string path)
    {
        using var answer = await HostedTown.OpenPageAsync(new Uri(hosted.Town.WalletUrl, path));
        var policy = Policy(answer);
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval'", policy);
        Assert.Contains($"connect-src 'self' https: {hosted.Town.PortalUrl.GetLeftPart(UriPartial.Authority)}", policy);
        Assert.Contains("form-action 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        AssertCommonFences(answer);
    }

    [Theory]
    [InlineData("/citizen-id/requests", "application/x-www-form-urlencoded", 5_000)]
    [InlineData("/demo-id-card/offers", "application/x-www-form-urlencoded", 5_000)]
    [InlineData("/management/v1/citizen-ids/offers", "application/json", 5_000)]
    [InlineData("/issuers/town/token", "application/x-www-form-urlencoded", 70_000)]
    [InlineData("/issuers/town/credential", "application/json", 400_000)]
    public async Task A_body_longer_than_its_address_takes_is_refused_unread(string path, string type, int length)
    {
        using var answer = await PostAsync(path, type, length, announced: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    // A form is read for its token first, and that reading is what fails.
    [InlineData("/citizen-id/requests", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [InlineData("/management/v1/citizen-ids/offers", "application/json", HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_that_hides_its_length_is_refused_at_the_limit(string path, string type, HttpStatusCode status)
    {
        using var answer = await PostAsync(path, type, 5_000, announced: false);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Headers_and_addresses_have_an_end()
    {
        using var client = HostedTown.NewClient();
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await AskAsync(client, hosted.Town.PortalUrl, [("X-Long", new string('a', 17_000))])).StatusCode);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await AskAsync(client, hosted.Town.PortalUrl, [.. Enumerable.Range(0, 70).Select(number => ($"X-{number}", "a"))])).StatusCode);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await AskAsync(client, new Uri(hosted.Town.PortalUrl, $"/?q={new string('a', 9_000)}"), [])).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_plain_words()
    {
        using var client = HostedTown.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hosted.Town.PortalUrl, "/citizen-id/requests")) { Content = new FormUrlEncodedContent([KeyValuePair.Create("device", "same")]) };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "en");
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("send the form", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string type, int length, bool announced)
    {
        using var client = HostedTown.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hosted.Town.PortalUrl, path)) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string('a', length))) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        (request.Headers.TransferEncodingChunked, request.Headers.ExpectContinue) = (!announced, true);
        request.Headers.Authorization = hosted.Town.ManagementClient().DefaultRequestHeaders.Authorization;
        return await client.SendAsync(request, Cancellation);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, Uri address, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.SendAsync(request, Cancellation);
    }

    private static string[] Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ");

    private static void AssertCommonFences(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Contains("geolocation=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
