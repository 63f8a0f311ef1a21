using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>Whom the operator tells the wallet to believe.</summary>
public sealed class WalletTrustTests
{
    private const string OtherTown = "CitizenId:OtherTowns:0";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_without_a_certificate_stops_the_start_with_a_sentence()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningTown.StartAsync(new Dictionary<string, string?>
        {
            ["Wallet:TrustedIssuers:0:Name"] = "Library",
            ["Wallet:TrustedIssuers:0:Certificate"] = ProductFiles.PathOf("README.md"),
        }));

        Assert.Contains("The wallet shall trust \"Library\"", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>As operations.md says: the root is the last certificate of the issuer's authority over there, and one setting names it here.</summary>
    [Fact]
    public async Task The_wallet_takes_the_citizen_id_of_a_town_whose_citizen_ids_count_here()
    {
        await using var gelsenkirchen = await RunningTown.StartAsync();
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(Path.Combine(gelsenkirchen.DataDirectory, "keys", "issuer-town-localhost.authority.crt"));
        var root = Path.Combine(gelsenkirchen.DataDirectory, "root-for-others.pem");
        await File.WriteAllTextAsync(root, roots[^1].ExportCertificatePem(), Cancellation);
        await using var aachen = await RunningTown.StartAsync(new Dictionary<string, string?>
        {
            ["Town:Ags"] = "05334002",
            ["Town:Name"] = "Aachen",
            [$"{OtherTown}:Ags"] = "05513000",
            [$"{OtherTown}:Name"] = "Gelsenkirchen",
            [$"{OtherTown}:PublicUrl"] = gelsenkirchen.PortalUrl.OriginalString,
            [$"{OtherTown}:Certificate"] = root,
            [$"{OtherTown}:HighestLevel"] = "Substantial",
        });
        var line = gelsenkirchen.NewClient();
        using var ready = await line.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        var wallet = new HeadlessWallet(line, new SettableTime(ready.Headers.Date!.Value), new SeededRandomness(11).Fill);
        await wallet.TrustAsync(aachen);

        var received = await wallet.ReceiveAsync(await OfferAsync(gelsenkirchen));

        Assert.Equal("05513000", (string?)received[0].Credential.Claims["municipality"]!["ags"]);
    }

    private static async Task<string> OfferAsync(RunningTown town)
    {
        using var management = town.ManagementClient();
        var persons = await management.GetFromJsonAsync<JsonArray>("/management/v1/demo/persons?story=eligible&take=1", Cancellation);
        using var offered = await management.PostAsJsonAsync("/management/v1/citizen-ids/offers", new { resident_id = (string)persons![0]!["resident_id"]! }, Cancellation);
        return (string)(await offered.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["town_wallet_uri"]!;
    }
}
