using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>What survives the end of the process, and what it has written down until then.</summary>
public sealed partial class RestartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_town_comes_back_with_the_same_data_keys_and_cookies()
    {
        await using var town = await RunningTown.StartAsync();
        using var browser = NewBrowser(town);
        var form = Token().Match(await browser.GetStringAsync("/citizen-id", Cancellation)).Value;
        using var started = await SendAsync(browser, form);
        var page = started.Headers.Location!.OriginalString;
        var trust = await ReadTrustAsync(town);

        await town.KillAsync();
        await town.StartProcessAsync();

        using var again = await browser.GetAsync(new Uri(page, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var sent = await SendAsync(browser, form);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(trust, await ReadTrustAsync(town));
    }

    [Fact]
    public async Task The_log_holds_no_name_no_code_and_no_key()
    {
        await using var town = await RunningTown.StartAsync(new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Information" });
        using var browser = NewBrowser(town);
        using var script = town.ManagementClient();
        var person = (await script.GetFromJsonAsync<JsonArray>("/management/v1/demo/persons?story=eligible&take=1", Cancellation))!.Single()!.AsObject();
        var secrets = new List<string> { script.DefaultRequestHeaders.Authorization!.Parameter! };
        secrets.AddRange(((string[])["resident_id", "name", "family_name", "street_address"]).Select(member => (string)person[member]!));

        var wallet = await NewWalletAsync(town);
        foreach (var address in (string[])["/management/v1/demo/id-card/offers", "/management/v1/citizen-ids/offers"])
        {
            using var offered = await script.PostAsJsonAsync(address, new { resident_id = (string)person["resident_id"]! }, Cancellation);
            var offer = (await offered.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
            var link = Uri.UnescapeDataString((string)offer["wallet_uri"]!);
            secrets.AddRange([link[(link.LastIndexOf('/') + 1)..], ((string)offer["code"]!).Replace("-", "", StringComparison.Ordinal)]);
            await wallet.ReceiveAsync(link);
        }

        using var started = await SendAsync(browser, Token().Match(await browser.GetStringAsync("/citizen-id", Cancellation)).Value, device: "same");
        var reply = await wallet.PresentAsync(started.Headers.Location!.OriginalString);
        secrets.Add(reply.RedirectUri![(reply.RedirectUri!.IndexOf("response_code=", StringComparison.Ordinal) + 14)..]);
        using var back = await browser.GetAsync(new Uri(reply.RedirectUri!), Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        await browser.GetStringAsync($"/demo-id-card?q={Uri.EscapeDataString((string)person["family_name"]!)}", Cancellation);

        await WaitForLogAsync(town, "/citizen-id/requests/{id:guid}/answer");
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, town.Log, StringComparison.Ordinal));
    }

    private static async Task WaitForLogAsync(RunningTown town, string line)
    {
        for (var attempt = 0; attempt < 200 && !town.Log.Contains(line, StringComparison.Ordinal); attempt++)
            await Task.Delay(50, Cancellation);
        Assert.Contains(line, town.Log, StringComparison.Ordinal);
    }

    private static HttpClient NewBrowser(RunningTown town) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = town.PortalUrl };

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string token, string device = "other")
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("device", device), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await browser.PostAsync("/citizen-id/requests", form, Cancellation);
    }

    /// <summary>A wallet that believes whom the town's wallet believes.</summary>
    private static async Task<HeadlessWallet> NewWalletAsync(RunningTown town)
    {
#pragma warning disable RS0030 // The town runs by the real clock.
        var wallet = new HeadlessWallet(HostedTown.NewClient(), TimeProvider.System, new SeededRandomness(1).Fill);
#pragma warning restore RS0030
        var trust = JsonNode.Parse(await ReadTrustAsync(town))!;
        wallet.Anchors.AddRange(trust["issuers"]!.AsArray().Concat(trust["verifiers"]!.AsArray())
            .Select(party => X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)party!["certificate"]!))));
        return wallet;
    }

    private static async Task<string> ReadTrustAsync(RunningTown town)
    {
        using var client = HostedTown.NewClient();
        return JsonNode.Parse(await client.GetStringAsync(new Uri(town.WalletUrl, "/config.json"), Cancellation))!["trust"]!.ToJsonString();
    }

    [GeneratedRegex("""(?<=name="__RequestVerificationToken" value=")[^"]+""")]
    private static partial Regex Token();
}
