using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>A town that only issues: two identities, the town and a library, with one credential type each; and a citizen's wallet.</summary>
internal sealed class IssuingTown : IAsyncDisposable
{
    public const string Permit = "permit";
    public const string LibraryCard = "library-card";
    public const string Subject = "permit/7";
    public const string ManagementKey = "a-key-for-tests-that-is-long-enough-0123456789";

    private readonly TestDatabase storage;
    private readonly WebApplication app;
    private readonly bool ownsStorage;

    private IssuingTown(TestDatabase storage, WebApplication app, SettableTime time, SeededRandomness random, bool ownsStorage)
    {
        (this.storage, this.app, Time, Random, this.ownsStorage) = (storage, app, time, random, ownsStorage);
        Wallet = NewWallet();
    }

    public SettableTime Time { get; }

    public SeededRandomness Random { get; }

    public HeadlessWallet Wallet { get; }

    public IServiceProvider Services => app.Services;

    public CredentialOffers Offers => Services.GetRequiredService<CredentialOffers>();

    public CredentialStatuses Statuses => Services.GetRequiredService<CredentialStatuses>();

    public HolderCodes HolderCodes => Services.GetRequiredService<HolderCodes>();

    public TownOptions Town => Services.GetRequiredService<IOptions<TownOptions>>().Value;

    public static JsonObject Claims => new()
    {
        ["plate"] = "GE-AB 123",
        ["zone"] = new JsonObject { ["id"] = "B", ["name"] = "Buer-Mitte" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<IssuingTown> StartAsync(TestDatabase storage, IReadOnlyDictionary<string, string?>? more = null) =>
        StartAsync(storage, new SettableTime(new DateTimeOffset(2026, 11, 24, 9, 17, 23, TimeSpan.Zero)), new SeededRandomness(42), more, ownsStorage: true);

    /// <summary>A second server on the same data, as after a restart or beside the first.</summary>
    public Task<IssuingTown> StartAnotherAsync() => StartAsync(storage, Time, new SeededRandomness(43), more: null, ownsStorage: false);

    private static async Task<IssuingTown> StartAsync(
        TestDatabase storage, SettableTime time, SeededRandomness random, IReadOnlyDictionary<string, string?>? more, bool ownsStorage)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(storage.Settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Town:FactsDirectory"] = ProductFiles.PathOf("data"),
            ["Management:Key"] = ManagementKey,
            ["Issuer:PublicationInterval"] = "00:00:00.1",
        }).AddInMemoryCollection(more);
        builder.Services.AddRouting();
        builder.Services.AddKernel(builder.Configuration, time, random);
        var modules = new InstalledModules(builder.Services, builder.Configuration).Add<AccountsModule>().Add<IssuerModule>();
        builder.Services.AddIssuerIdentity(new IssuerIdentity("library", new LocalizedText("Stadtbibliothek", "Public library"), Demo: false));
        builder.Services.AddCredentialType(PermitType);
        builder.Services.AddCredentialType(new CredentialType("library", LibraryCard, "urn:example:library-card:1", new LocalizedText("Bibliotheksausweis", "Library card"), []) { BatchSize = 2 });
        var app = builder.Build();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        modules.MapEndpoints(app);
        await app.StartAsync(Cancellation);
        return new IssuingTown(storage, app, time, random, ownsStorage);
    }

    /// <summary>A wallet that trusts both issuers.</summary>
    public HeadlessWallet NewWallet()
    {
        var wallet = new HeadlessWallet(Client(), Time, Random.Fill);
        wallet.Anchors.AddRange(Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
        return wallet;
    }

    public HttpClient Client() => app.GetTestClient();

    public HttpClient ManagementClient()
    {
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ManagementKey);
        return client;
    }

    /// <summary>Offers a credential.</summary>
    public Task<CredentialOffer> OfferAsync(string type = Permit, string subject = Subject, int? transactionCodeLength = null, DateTimeOffset? validUntil = null) =>
        Offers.CreateAsync(
            new OfferDraft(type, type == Permit ? Claims : [], subject, validUntil, $"{subject}/{type}", transactionCodeLength), Cancellation);

    public async Task<IssuerDb> OpenDatabaseAsync() => await Services.GetRequiredService<IDbContextFactory<IssuerDb>>().CreateDbContextAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (ownsStorage)
            await storage.DisposeAsync();
    }

    private static CredentialType PermitType => new("town", Permit, "urn:example:permit:1", new LocalizedText("Parkausweis", "Parking permit"),
        [new CredentialClaim("plate", new LocalizedText("Kennzeichen", "Number plate")), new CredentialClaim("zone.name", new LocalizedText("Zone", "Zone"))]);
}
