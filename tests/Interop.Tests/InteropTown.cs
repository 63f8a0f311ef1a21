using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Interop.Tests;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Testing;

[assembly: AssemblyFixture(typeof(InteropTown))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Modellstadt.Interop.Tests;

/// <summary>One town over HTTPS and the foreign implementations that meet it on the wire.</summary>
public sealed class InteropTown : IAsyncLifetime
{
    /// <summary>The type of a citizen ID.</summary>
    public const string CitizenIdType = "urn:modellstadt:citizen-id:1";

    private readonly PrivateAuthority authority = new();
    private RunningTown? town;
    private ForeignPeers? peers;

    /// <summary>The town.</summary>
    public RunningTown Town => town!;

    /// <summary>The foreign implementations.</summary>
    public ForeignPeers Peers => peers!;

    /// <summary>A client that trusts the authority of the tests.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>The roots of this town as issuer and verifier, base64 DER.</summary>
    public IReadOnlyList<string> Anchors { get; private set; } = [];

    /// <summary>The root of the foreign issuers and verifiers, base64 DER.</summary>
    public string ForeignRoot { get; private set; } = "";

    /// <summary>The root of the town as wallet provider.</summary>
    public X509Certificate2 WalletProviderRoot => X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Town.DataDirectory, "keys", "wallet-provider-root.crt"));

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Http = authority.Client();
        peers = ForeignPeers.Start(authority);
        ForeignRoot = (string)(await peers.CallAsync("pki.root", new { }))!;
        var foreignRoot = authority.Keep("foreign-root.pem", ForeignRoot);
        town = await RunningTown.StartAsync(authority, new Dictionary<string, string?>
        {
            ["Issuer:Policies:pid"] = "Haip",
            ["Issuer:WalletProviderAnchors:0"] = foreignRoot,
            ["Wallet:TrustedIssuers:0:Name"] = "Foreign library",
            ["Wallet:TrustedIssuers:0:Certificate"] = foreignRoot,
            ["Wallet:TrustedVerifiers:0:Name"] = "Foreign desk",
            ["Wallet:TrustedVerifiers:0:Certificate"] = foreignRoot,
        });
        Anchors = [.. (await NewWalletAsync()).Anchors.Select(anchor => Convert.ToBase64String(anchor.RawDataMemory.Span)).Where(anchor => anchor != ForeignRoot)];
    }

#pragma warning disable RS0030 // Servers and foreign peers run by the real clock.
    /// <summary>The clock of everybody.</summary>
    public static TimeProvider Time => TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>A wallet on our own holder library that nobody has used before; it trusts whom the wallet app trusts.</summary>
    public Task<HeadlessWallet> NewWalletAsync() => NewWalletAsync(Http);

    /// <summary>Such a wallet that proves on its way who it is.</summary>
    public Task<HeadlessWallet> NewWalletAsync(Func<HttpMessageHandler, ProvingLine> line) => NewWalletAsync(new HttpClient(line(authority.Line())));

    /// <summary>Where a server sends a browser at once.</summary>
    public async Task<Uri> FollowAsync(Uri address)
    {
        using var line = authority.Line();
        line.AllowAutoRedirect = false;
        using var browser = new HttpClient(line);
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>A person's browser agrees to what a wallet asks for: the address that leads back to the wallet.</summary>
    /// <param name="address">The authorization endpoint with the wallet's request.</param>
    public async Task<string> AgreeAsync(string address)
    {
        using var browser = new HeadlessBrowser(Town.PortalUrl, authority: authority);
        var decision = (await browser.OpenAsync(address)).Expect(HttpStatusCode.SeeOther).Location!;
        var page = (await browser.OpenAsync(decision)).Expect(HttpStatusCode.OK);
        var back = (await browser.SubmitAsync(page, $"{decision}/grant")).Expect(HttpStatusCode.SeeOther).Location!;
        // The page's only link to another host.
        return (await browser.OpenAsync(back)).Expect(HttpStatusCode.OK).PortalLink("https://")!;
    }

    /// <summary>Calls an address of the management API that answers with an object.</summary>
    public async Task<JsonObject> ManageAsync(HttpMethod method, string path, object? body = null) => (await CallManagementAsync(method, path, body))!.AsObject();

    /// <summary>Decides something by the management API, which has nothing to answer.</summary>
    public async Task DecideAsync(string path, object body) => Assert.Null(await CallManagementAsync(HttpMethod.Put, path, body));

    /// <summary>A made-up person who may have a citizen ID.</summary>
    public async Task<JsonObject> AnyoneAsync() =>
        (await CallManagementAsync(HttpMethod.Get, "/management/v1/demo/persons?story=eligible&take=1", body: null))![0]!.AsObject();

    /// <summary>Offers a person's citizen ID to a wallet.</summary>
    public Task<JsonObject> OfferCitizenIdAsync(JsonObject person) =>
        ManageAsync(HttpMethod.Post, "/management/v1/citizen-ids/offers", new { resident_id = (string?)person["resident_id"] });

    /// <summary>Offers a person's DEMO ID card, which only wallets get that do all that HAIP demands.</summary>
    public Task<JsonObject> OfferIdCardAsync(JsonObject person) =>
        ManageAsync(HttpMethod.Post, "/management/v1/demo/id-card/offers", new { resident_id = (string?)person["resident_id"] });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (peers is not null)
            await peers.DisposeAsync();
        if (town is not null)
            await town.DisposeAsync();
        Http.Dispose();
        authority.Dispose();
    }

    private async Task<HeadlessWallet> NewWalletAsync(HttpClient http)
    {
        var wallet = new HeadlessWallet(http, Time, RandomSource.System.Fill);
        await wallet.TrustAsync(Town);
        return wallet;
    }

    private async Task<JsonNode?> CallManagementAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(Town.PortalUrl, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(Town.DataDirectory, "keys", "management.key"))).Trim());
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
