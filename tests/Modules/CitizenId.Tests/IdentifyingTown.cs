using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.Tests;

/// <summary>A demo town that knows its residents, checks ID cards and issues citizen IDs; it can be stopped and started again with the same data.</summary>
internal sealed class IdentifyingTown : TestTown
{
    /// <summary>Stands for a page of another module: says who has signed in.</summary>
    public const string WhoIsIt = "/who-is-it";

    private IdentifyingTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, [("Town:Demo", "true"), .. settings])
    {
    }

    public CapturedLog Log { get; } = new();

    public DemoPersons Persons => Services.GetRequiredService<DemoPersons>();

    public CitizenIds CitizenIds => Services.GetRequiredService<CitizenIds>();

    public CitizenReferences References => Services.GetRequiredService<CitizenReferences>();

    /// <summary>The way to the status lists of other servers; null: the machine's network.</summary>
    private HttpMessageHandler? Road { get; init; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A town on SQLite.</summary>
    public static async Task<IdentifyingTown> StartAsync() => await StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

    public static Task<IdentifyingTown> StartAsync(TestDatabase storage, params (string Key, string Value)[] settings) => ServeAsync(new IdentifyingTown(storage, settings));

    /// <summary>A town on SQLite that reaches other servers by a road of the test.</summary>
    public static async Task<IdentifyingTown> StartAsync(HttpMessageHandler road, params (string Key, string Value)[] settings) =>
        await ServeAsync(new IdentifyingTown(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings) { Road = road });

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

    protected override void AddModules(InstalledModules modules) =>
        modules.Add<AccountsModule>().Add<RegistersModule>().Add<IssuerModule>().Add<VerifierModule>().Add<CitizenIdModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(Log);
        if (Road is not null)
            builder.Services.AddHttpClient("verifier-status-lists").ConfigurePrimaryHttpMessageHandler(() => Road);
    }

    protected override void Configure(WebApplication app) => app.MapGet(
        WhoIsIt, async (CurrentCitizen citizen) => await citizen.ReadAsync(Cancellation) is { } known ? $"{known.ResidentId} {known.Means} {known.Level}" : "nobody");
}
