using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.Tests;

/// <summary>A demo town that knows its residents, checks ID cards and issues citizen IDs; it can be stopped and started again with the same data.</summary>
internal sealed class IdentifyingTown : IAsyncDisposable
{
    public const string ManagementKey = "a-key-for-tests-that-is-long-enough-0123456789";

    private readonly TestDatabase storage;
    private readonly IReadOnlyDictionary<string, string?>? more;
    private WebApplication app = null!;

    private IdentifyingTown(TestDatabase storage, IReadOnlyDictionary<string, string?>? more) => (this.storage, this.more) = (storage, more);

    public SettableTime Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public SeededRandomness Random { get; } = new(42);

    public CapturedLog Log { get; } = new();

    public IServiceProvider Services => app.Services;

    public TownOptions Town => Services.GetRequiredService<IOptions<TownOptions>>().Value;

    public DemoPersons Persons => Services.GetRequiredService<DemoPersons>();

    public CitizenIds CitizenIds => Services.GetRequiredService<CitizenIds>();

    public CitizenReferences References => Services.GetRequiredService<CitizenReferences>();

    /// <summary>Folder with the databases and keys.</summary>
    public string DataDirectory => storage.Settings["Storage:DataDirectory"]!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A town on SQLite.</summary>
    public static async Task<IdentifyingTown> StartAsync() => await StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

    public static async Task<IdentifyingTown> StartAsync(TestDatabase storage, IReadOnlyDictionary<string, string?>? more = null)
    {
        var town = new IdentifyingTown(storage, more);
        await town.OpenAsync();
        return town;
    }

    /// <summary>The process ends; another one begins with the same data.</summary>
    public async Task RestartAsync()
    {
        await app.DisposeAsync();
        await OpenAsync();
    }

    /// <summary>The way to this town, whichever process serves it.</summary>
    public HttpMessageHandler Line() => new TownLine(this);

    public HttpClient ManagementClient()
    {
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ManagementKey);
        return client;
    }

    /// <summary>Somebody with a phone: a browser and an empty wallet.</summary>
    public Citizen NewCitizen() => new(this);

    /// <summary>Somebody with a made-up ID card in the wallet.</summary>
    public async Task<Citizen> NewCitizenAsync(DemoPerson person)
    {
        var citizen = NewCitizen();
        var offer = await Services.GetRequiredService<OfferDemoIdCard>().ExecuteAsync(person.Id.Value, key: null, Cancellation);
        await citizen.Wallet.ReceiveAsync(offer.Value.Offer.OfferByReference.AbsoluteUri);
        return citizen;
    }

    /// <summary>Somebody whose ID card says whatever the test wants.</summary>
    public async Task<Citizen> NewCitizenAsync(JsonObject claims)
    {
        var citizen = NewCitizen();
        var draft = new OfferDraft(DemoIdCardType.ConfigurationId, claims, "demo-id-card/test", null, $"demo-id-card/{Random.NewId()}");
        await citizen.Wallet.ReceiveAsync((await Services.GetRequiredService<CredentialOffers>().CreateAsync(draft, Cancellation)).OfferByReference.AbsoluteUri);
        return citizen;
    }

    public DemoPerson AnyOf(DemoStory story) => Persons.Of(story).First();

    /// <summary>What the register says about a person.</summary>
    public async Task<Resident> ReadResidentAsync(DemoPerson person) =>
        Assert.IsType<RegisterAnswer<Resident>.Found>(await Services.GetRequiredService<IResidentRegister>().ReadAsync(person.Id, Cancellation)).Value;

    /// <summary>The resident register falls silent, or answers again.</summary>
    public async Task SilenceRegisterAsync(bool silent)
    {
        using var body = new StringContent($$"""{"resident":{{(silent ? "true" : "false")}},"vehicle":false}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await ManagementClient().PostAsync("/management/v1/demo/registers/outage", body, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>One round of asking the register again.</summary>
    public Task RetryLookupsAsync() => Services.GetServices<IHostedService>().OfType<RetryLookups>().Single().RunRoundAsync(Cancellation);

    public Task<CitizenIdDb> OpenDatabaseAsync() => Services.GetRequiredService<IDbContextFactory<CitizenIdDb>>().CreateDbContextAsync(Cancellation);

    /// <summary>What the kernel does every minute: empties the write-ahead log.</summary>
    public async Task SweepAsync()
    {
        await using var database = await OpenDatabaseAsync();
        await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancellation);
    }

    /// <summary>The only request there is, as it is stored.</summary>
    public async Task<IdentificationRequest> ReadRequestAsync()
    {
        await using var database = await OpenDatabaseAsync();
        return await database.Requests.AsNoTracking().SingleAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await storage.DisposeAsync();
    }

    private async Task OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Logging.AddProvider(Log);
        builder.Configuration.AddInMemoryCollection(storage.Settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Town:Demo"] = "true",
            ["Town:FactsDirectory"] = ProductFiles.PathOf("data"),
            ["Management:Key"] = ManagementKey,
        }).AddInMemoryCollection(more);
        builder.Services.AddRouting();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorComponents();
        builder.Services.AddKernel(builder.Configuration, Time, Random);
        var modules = new InstalledModules(builder.Services, builder.Configuration)
            .Add<AccountsModule>().Add<RegistersModule>().Add<IssuerModule>().Add<VerifierModule>().Add<CitizenIdModule>();
        app = builder.Build();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorComponents<PageFrame>().AddAdditionalAssemblies(typeof(CitizenIdModule).Assembly);
        modules.MapEndpoints(app);
        await app.StartAsync(Cancellation);
    }

    private sealed class TownLine(IdentifyingTown town) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var server = new HttpMessageInvoker(town.app.GetTestServer().CreateHandler());
            return await server.SendAsync(request, cancellationToken);
        }
    }
}
