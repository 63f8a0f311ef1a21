using System.Net;
using System.Text.Json.Nodes;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>The door for programs of others: its document, and that it is closed without a token.</summary>
public sealed class ParkingDoorTests(HostedTown hosted) : IClassFixture<HostedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_describes_every_address_and_how_to_get_a_token()
    {
        using var client = HostedTown.NewClient();
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri(hosted.Town.PortalUrl, "/openapi/parking.json"), Cancellation))!.AsObject();

        Assert.StartsWith("3.", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Contains("/api/parking/v1/rights/queries", document["paths"]!.AsObject().Select(path => path.Key));
        var flow = document["components"]!["securitySchemes"]!["clientCredentials"]!["flows"]!["clientCredentials"]!;
        Assert.EndsWith("/oauth/token", (string)flow["tokenUrl"]!, StringComparison.Ordinal);
        Assert.NotNull(flow["scopes"]!["parking.rights.read"]);
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            Assert.StartsWith("/api/parking/v1/", path, StringComparison.Ordinal);
            foreach (var (method, operation) in operations!.AsObject().Where(entry => entry.Value is JsonObject described && described.ContainsKey("responses")))
            {
                Assert.NotEmpty((string?)operation!["summary"] ?? "");
                using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri(hosted.Town.PortalUrl, path.Replace("{id}", "7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a", StringComparison.Ordinal)));
                using var answer = await client.SendAsync(request, Cancellation);
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{method} {path}: {answer.StatusCode}");
            }
        }
    }
}
