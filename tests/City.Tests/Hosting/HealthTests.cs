using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>What the machine that watches the process is told.</summary>
public sealed class HealthTests(HostedTown hosted) : IClassFixture<HostedTown>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_town_that_is_up_says_so(string path)
    {
        using var client = HostedTown.NewClient();
        using var answer = await client.GetAsync(new Uri(hosted.Town.PortalUrl, path), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_town_whose_database_is_gone_is_alive_but_not_ready_and_says_sorry_in_plain_words()
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var town = await RunningTown.StartAsync(database.Settings.Where(setting => setting.Key != "Storage:DataDirectory").ToDictionary());
        await database.DisposeAsync();
        using var client = HostedTown.NewClient();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri(town.PortalUrl, "/health/ready"), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(town.PortalUrl, "/health/live"), TestContext.Current.CancellationToken)).StatusCode);

        using var failed = await OpenRequestAsync(town);
        var page = WebUtility.HtmlDecode(await failed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Contains("Vorgangsnummer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Npgsql", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", failed.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    /// <summary>A page that asks the database before it knows anything: with a session cookie, so that there is something to ask.</summary>
    private static async Task<HttpResponseMessage> OpenRequestAsync(RunningTown town)
    {
        using var client = HostedTown.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(town.PortalUrl, "/citizen-id/requests/7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a"));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "de");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
