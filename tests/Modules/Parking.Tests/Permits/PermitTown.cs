using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Messages;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>A demo town with everything an application needs, pages included, and registers whose answers a test can change.</summary>
internal sealed class PermitTown : TestTown
{
    private readonly ConcurrentDictionary<DemoStory, int> met = new();

    private PermitTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(
        storage, [("Town:Demo", "true"), ("Issuer:PublicationInterval", "00:00:00.1"), ("Verifier:QuestionsPerMinute", "1000000"), ("Parking:RevocationNeedsTwo", "false"), .. settings])
    {
    }

    /// <summary>The way to the status lists of other servers; null: the machine's network.</summary>
    private HttpMessageHandler? Road { get; init; }

    public ChangeableRegisters Registers => Services.GetRequiredService<ChangeableRegisters>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<PermitTown> StartAsync(TestDatabase storage, params (string Key, string Value)[] settings) => ServeAsync(new PermitTown(storage, settings));

    /// <summary>A town that reaches other servers by a road of the test, with keys of its own.</summary>
    public static Task<PermitTown> StartAsync(TestDatabase storage, HttpMessageHandler road, int seed, params IEnumerable<(string Key, string Value)> settings) =>
        ServeAsync(new PermitTown(storage, settings) { Road = road, Random = new SeededRandomness(seed) });

    public PortalBrowser NewBrowser() => new(Line());

    /// <summary>Somebody of a story whom no other test has met, with the citizen ID in the wallet.</summary>
    public Task<Citizen> CitizenAsync(DemoStory story = DemoStory.Eligible) =>
        CitizenAsync(Services.GetRequiredService<DemoPersons>().Of(story).ElementAt(met.AddOrUpdate(story, 0, (_, last) => last + 1)));

    /// <summary>A person, perhaps met before, with another phone.</summary>
    public async Task<Citizen> CitizenAsync(DemoPerson person)
    {
        var wallet = new HeadlessWallet(Client(), Time, Random.Fill);
        wallet.Anchors.Add(Services.GetRequiredService<VerifierAnchor>().Certificate);
        wallet.Anchors.AddRange(Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
        using var offered = await ManagementClient().PostAsJsonAsync("/management/v1/citizen-ids/offers", new { resident_id = person.Id.Value }, Cancellation);
        var offer = await offered.Content.ReadFromJsonAsync<JsonObject>(Cancellation);
        await wallet.ReceiveAsync((string)offer!["town_wallet_uri"]!);
        return new Citizen(person, wallet, NewBrowser());
    }

    public async Task SwitchRegistersAsync(bool silent)
    {
        using var answer = await ManagementClient().PostAsJsonAsync("/management/v1/demo/registers/outage", new { resident = silent, vehicle = silent }, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<T> ReadAsync<T>(Func<ParkingDb, Task<T>> read)
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<ParkingDb>>().CreateDbContextAsync(Cancellation);
        return await read(database);
    }

    public Task<Permit> PermitOfAsync(Citizen citizen) =>
        ReadAsync(database => database.Permits.AsNoTracking().SingleAsync(permit => permit.ApplicationId == citizen.Application, Cancellation));

    public Task<string[]> HistoryOfAsync(Guid application) => ReadAsync(async database =>
    {
        var permit = await database.Permits.Where(permit => permit.ApplicationId == application).Select(permit => permit.Id).SingleOrDefaultAsync(Cancellation);
        string[] subjects = [$"application/{application}", $"permit/{permit}"];
        var entries = await database.Audit.Where(entry => subjects.Contains(entry.Subject)).Select(entry => entry.Action).ToArrayAsync(Cancellation);
        return entries.Order().ToArray();
    });

    /// <summary>Lets the clock run until the town has gone on by itself.</summary>
    public async Task EventuallyAsync(Func<Task<bool>> arrived)
    {
        for (var look = 0; look < 400; look++)
        {
            if (await arrived())
                return;
            Time.Now += TimeSpan.FromSeconds(1);
            await Task.Delay(50, Cancellation);
        }

        throw new TimeoutException("The town did not go on.");
    }

    protected override void AddModules(InstalledModules modules) =>
        modules.Add<AccountsModule>().Add<RegistersModule>().Add<IssuerModule>().Add<VerifierModule>().Add<CitizenIdModule>().Add<MessagesModule>().Add<PaymentsModule>().Add<ParkingModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        ChangeableRegisters.Wrap(builder.Services);
        if (Road is not null)
            builder.Services.AddHttpClient("verifier-status-lists").ConfigurePrimaryHttpMessageHandler(() => Road);
    }

    /// <summary>In place of the portal's page of failure: which refusal it is.</summary>
    protected override void Configure(WebApplication app) =>
        app.UseStatusCodePages(status => status.HttpContext.Response.WriteAsync(status.HttpContext.PageRefusal()?.Type ?? ""));
}
