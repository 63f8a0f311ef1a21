using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>A town that only verifies, an issuer it trusts, and a citizen with a card of that issuer.</summary>
internal sealed class VerifyingTown : IAsyncDisposable
{
    public const string CardType = "urn:example:card:1";
    public const string ManagementKey = "a-key-for-tests-that-is-long-enough-0123456789";
    public const string Session = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    private readonly TestDatabase storage;
    private readonly WebApplication app;

    private VerifyingTown(TestDatabase storage, WebApplication app, SettableTime time, SeededRandomness random)
    {
        (this.storage, this.app, Time, Random) = (storage, app, time, random);
        Wallet = new HeadlessWallet(Client(), time, random.Fill) { Anchors = { app.Services.GetRequiredService<VerifierAnchor>().Certificate } };
        Card = Issuer.Issue(CardType, Claims, Time.Now.AddDays(30));
        Wallet.Copies.Add(Card);
    }

    public SettableTime Time { get; }

    public SeededRandomness Random { get; }

    public HeadlessWallet Wallet { get; }

    public PresentableCredential Card { get; }

    public TestIssuer Issuer => app.Services.GetRequiredService<TestIssuer>();

    public TestStatusLists StatusLists => app.Services.GetRequiredService<TestStatusLists>();

    public Presentations Presentations => app.Services.GetRequiredService<Presentations>();

    public IServiceProvider Services => app.Services;

    public TownOptions Town => app.Services.GetRequiredService<IOptions<TownOptions>>().Value;

    public static JsonObject Claims => new()
    {
        ["given_name"] = "Erika",
        ["family_name"] = "Mustermann",
        ["address"] = new JsonObject { ["street_address"] = "Georgstraße 17a", ["locality"] = "Gelsenkirchen" },
        ["birthdate"] = "1964-08-12",
    };

    /// <param name="storage">Where it stores.</param>
    /// <param name="more">Settings.</param>
    /// <param name="statusList">Where the issuer's status list lies; at a host the town may not call unless told otherwise.</param>
    public static async Task<VerifyingTown> StartAsync(TestDatabase storage, IReadOnlyDictionary<string, string?>? more = null, Uri? statusList = null)
    {
        var time = new SettableTime(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var random = new SeededRandomness(42);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(storage.Settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Town:FactsDirectory"] = ProductFiles.PathOf("data"),
            ["Management:Key"] = ManagementKey,
        }).AddInMemoryCollection(more);
        builder.Services.AddRouting();
        builder.Services.AddKernel(builder.Configuration, time, random);
        var modules = new InstalledModules(builder.Services, builder.Configuration).Add<AccountsModule>().Add<VerifierModule>();
        builder.Services.AddSingleton(new TestIssuer("Test card office", time.Now, random.Fill) { StatusListAddress = statusList ?? new Uri("https://issuer.example/status-lists/1") });
        builder.Services.AddSingleton<ITrustedIssuers, TestTrust>();
        builder.Services.AddSingleton<TestStatusLists>().AddSingleton<IStatusListSource>(provider => provider.GetRequiredService<TestStatusLists>());
        var app = builder.Build();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        modules.MapEndpoints(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new VerifyingTown(storage, app, time, random);
    }

    /// <summary>A browser or wallet.</summary>
    /// <param name="session">The browser's session cookie.</param>
    public HttpClient Client(string? session = null)
    {
        var client = app.GetTestClient();
        if (session is not null)
            client.DefaultRequestHeaders.Add("Cookie", $"modellstadt-session={session}");
        return client;
    }

    public HttpClient ManagementClient()
    {
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ManagementKey);
        return client;
    }

    /// <summary>Asks for the card's name and address.</summary>
    public Task<StartedPresentation> AskAsync(bool crossDevice = false, DcqlQuery? query = null, AnnouncedOffer? announced = null) =>
        Presentations.StartAsync(
            new PresentationDraft(
                query ?? DcqlQuery.ForSdJwt("card", CardType, "given_name", "family_name", "address"),
                new LocalizedText("Zum Prüfen", "For the test"), "/back/7", Session, crossDevice, announced),
            TestContext.Current.CancellationToken);

    public string LinkOf(StartedPresentation started) => started.WalletLink(Town, crossDevice: false);

    public async Task<Modellstadt.Kernel.Outcomes.Outcome<PresentationResult>> RedeemAsync(string address, string session = Session) =>
        await Presentations.RedeemAsync(address[(address.IndexOf("response_code=", StringComparison.Ordinal) + 14)..], session, TestContext.Current.CancellationToken);

    public Task<PresentationProgress?> ProgressAsync(StartedPresentation started, string session = Session) =>
        Presentations.ReadStateAsync(started.Id, session, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await storage.DisposeAsync();
    }

    private sealed class TestTrust(TestIssuer issuer) : ITrustedIssuers
    {
        public IReadOnlyList<TrustedIssuer> For(string vct) =>
            vct == CardType ? [new TrustedIssuer(new LocalizedText("Prüf-Ausweisstelle", "Test card office"), issuer.Root)] : [];
    }
}

/// <summary>The test issuer's list, plugged in as another module would.</summary>
internal sealed class TestStatusLists(TestIssuer issuer, TimeProvider time) : IStatusListSource
{
    public bool Silent { get; set; }

    public ValueTask<string?> TryReadAsync(Uri address, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Silent || address != issuer.StatusListAddress ? null : issuer.SignStatusList(time.GetUtcNow(), TimeSpan.FromMinutes(1)));
}
