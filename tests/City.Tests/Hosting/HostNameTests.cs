using System.Net;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>Two hosts, portal and wallet, and nobody else's name.</summary>
public sealed class HostNameTests(HostedTown hosted) : IClassFixture<HostedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("169.254.169.254")]
    public async Task A_foreign_name_that_points_here_gets_nothing(string name)
    {
        foreach (var address in (Uri[])[hosted.Town.PortalUrl, hosted.Town.WalletUrl])
        {
            using var answer = await AskAsync(new Uri(address, "/config.json"), name);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    [Fact]
    public async Task A_foreign_name_that_is_only_forwarded_is_not_believed()
    {
        using var client = HostedTown.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hosted.Town.PortalUrl, "/office"));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith($"{hosted.Town.PortalUrl.GetLeftPart(UriPartial.Authority)}/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wallets_host_serves_its_app_at_every_screen_and_nothing_of_the_portal()
    {
        using var client = HostedTown.NewClient();
        var app = await client.GetStringAsync(hosted.Town.WalletUrl, Cancellation);
        Assert.Contains("<script", app, StringComparison.Ordinal);
        foreach (var path in HostedTown.PortalPaths)
        {
            using var answer = await client.GetAsync(new Uri(hosted.Town.WalletUrl, path), Cancellation);
            var body = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(Path.HasExtension(path) ? answer.StatusCode is HttpStatusCode.NotFound : body == app, path);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }
    }

    [Theory]
    [InlineData("/citizen-id/requests")]
    [InlineData("/management/v1/citizen-ids/offers")]
    [InlineData("/issuers/town/token")]
    [InlineData("/")]
    public async Task The_wallets_host_takes_nothing(string path)
    {
        using var client = HostedTown.NewClient();
        using var answer = await client.PostAsync(new Uri(hosted.Town.WalletUrl, path), new StringContent("{}"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Wallets_call_the_town_on_the_wallets_host_and_nowhere_else()
    {
        using var client = HostedTown.NewClient();
        using var own = await client.GetAsync(new Uri(hosted.Town.WalletUrl, "/wallets/push-key"), Cancellation);
        using var portal = await client.GetAsync(new Uri(hosted.Town.PortalUrl, "/wallets/push-key"), Cancellation);
        using var unknown = await client.GetAsync(new Uri(hosted.Town.WalletUrl, "/wallets/lists/nobodys"), Cancellation);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (own.StatusCode, portal.StatusCode, unknown.StatusCode));
        Assert.Equal("application/problem+json", unknown.Content.Headers.ContentType!.MediaType);
        Assert.False(own.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("../appsettings.json")]
    [InlineData("..%2f..%2fpackage.json")]
    [InlineData("assets/..%2f..%2f..%2fREADME.md")]
    [InlineData("index.html%00.css")]
    public async Task No_path_leads_out_of_the_wallets_folder(string path)
    {
        using var client = HostedTown.NewClient();
        using var answer = await client.GetAsync(new Uri($"{hosted.Town.WalletUrl.AbsoluteUri}{path}"), Cancellation);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task The_wallets_port_asked_by_another_name_leads_to_the_wallets_own(string name)
    {
        using var answer = await AskAsync(new Uri(hosted.Town.WalletUrl, "/present?request_uri=x"), name);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri(hosted.Town.WalletUrl, "/present?request_uri=x"), answer.Headers.Location);
    }

    [Fact]
    public async Task The_portal_leads_to_the_wallet()
    {
        using var answer = await HostedTown.OpenPageAsync(new Uri(hosted.Town.PortalUrl, "/wallet"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(hosted.Town.WalletUrl, answer.Headers.Location);
    }

    private static async Task<HttpResponseMessage> AskAsync(Uri address, string name)
    {
        using var client = HostedTown.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = $"{name}:{address.Port}" } };
        return await client.SendAsync(request, Cancellation);
    }
}
