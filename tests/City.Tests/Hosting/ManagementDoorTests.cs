using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>The door for scripts.</summary>
public sealed class ManagementDoorTests(HostedTown hosted) : IClassFixture<HostedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_lists_every_address_and_is_free_to_read()
    {
        using var client = HostedTown.NewClient();
        var document = await ReadDocumentAsync(client);
        Assert.StartsWith("3.", (string)document["openapi"]!, StringComparison.Ordinal);
        var paths = document["paths"]!.AsObject().Select(path => path.Key).ToList();
        Assert.All(paths, path => Assert.StartsWith("/management/v1/", path, StringComparison.Ordinal));
        foreach (var path in (string[])["/management/v1/citizen-ids/offers", "/management/v1/demo/persons", "/management/v1/demo/id-card/offers", "/management/v1/demo/registers/outage", "/management/v1/presentations"])
            Assert.Contains(path, paths);
        Assert.NotNull(document["components"]!["securitySchemes"]!["managementKey"]);
    }

    [Fact]
    public async Task Every_address_in_the_document_is_described_and_closed()
    {
        using var client = HostedTown.NewClient();
        foreach (var (path, operations) in (await ReadDocumentAsync(client))["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject().Where(entry => entry.Value is JsonObject described && described.ContainsKey("responses")))
            {
                Assert.NotEmpty((string?)operation!["summary"] ?? "");
                using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri(hosted.Town.PortalUrl, path.Replace("{id}", "7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)));
                using var answer = await client.SendAsync(request, Cancellation);
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{method} {path}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("Bearer", "")]
    [InlineData("Bearer", "wrong")]
    [InlineData("Basic", "bWFuYWdlbWVudDo=")]
    public async Task Another_key_does_not_open(string scheme, string key)
    {
        using var client = HostedTown.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, key);
        using var answer = await client.GetAsync(new Uri(hosted.Town.PortalUrl, "/management/v1/demo/persons"), Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task The_key_of_the_demo_opens()
    {
        using var script = hosted.Town.ManagementClient();
        Assert.Contains("resident_id", await script.GetStringAsync("/management/v1/demo/persons?take=1", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_town_that_is_no_demo_and_has_no_key_opens_to_nobody()
    {
        await using var town = await RunningTown.StartAsync(new Dictionary<string, string?>
        {
            ["Town:Demo"] = "false", ["Contact:Operator"] = "Stadt Gelsenkirchen", ["Contact:Address"] = "Ebertstraße 11, 45879 Gelsenkirchen", ["Contact:Email"] = "portal@gelsenkirchen.example",
        });
        Assert.False(File.Exists(Path.Combine(town.DataDirectory, "keys", "management.key")));
        using var client = HostedTown.NewClient();
        foreach (var key in (string[])["", "null", "undefined"])
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var answer = await client.GetAsync(new Uri(town.PortalUrl, "/management/v1/presentations/7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a"), Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var home = await HostedTown.OpenPageAsync(town.PortalUrl);
        Assert.DoesNotContain("DEMO", await home.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var path in (string[])["/demo-id-card", "/.well-known/openid-credential-issuer/issuers/demo-id-card"])
        {
            using var answer = await HostedTown.OpenPageAsync(new Uri(town.PortalUrl, path));
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound, path);
        }
    }

    private async Task<JsonObject> ReadDocumentAsync(HttpClient client) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(hosted.Town.PortalUrl, "/openapi/v1.json"), Cancellation))!.AsObject();
}
