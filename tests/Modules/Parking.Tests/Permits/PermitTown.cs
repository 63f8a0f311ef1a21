using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;
using Modellstadt.Issuer;
using Modellstadt.Kernel;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>A demo town with everything an application needs, pages included, and registers whose answers a test can change.</summary>
internal sealed class PermitTown : IAsyncDisposable
{
    private const string ManagementKey = "a-key-for-tests-that-is-long-enough-0123456789";

    private readonly TestDatabase storage;
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<DemoStory, int> met = new();

    private PermitTown(TestDatabase storage, WebApplication app, SettableTime time, SeededRandomness random) =>
        (this.storage, this.app, Time, Random) = (storage, app, time, random);

    public SettableTime Time { get; }

    public SeededRandomness Random { get; }

    public IServiceProvider Services => app.Services;

    public ChangeableRegisters Registers => Services.GetRequiredService<ChangeableRegisters>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a town.</summary>
    /// <param name="storage">Its storage.</param>
    /// <param name="more">Further settings.</param>
    public static async Task<PermitTown> StartAsync(TestDatabase storage, params (string Key, string Value)[] more)
    {
        var time = new SettableTime(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var random = new SeededRandomness(42);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(storage.Settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Town:Demo"] = "true",
            ["Town:FactsDirectory"] = ProductFiles.PathOf("data"),
            ["Management:Key"] = ManagementKey,
            ["Issuer:PublicationInterval"] = "00:00:00.1",
            ["Verifier:QuestionsPerMinute"] = "1000000",
        }).AddInMemoryCollection(more.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddRouting();
        builder.Services.AddKernel(builder.Configuration, time, random);
        var modules = new InstalledModules(builder.Services, builder.Configuration)
            .Add<AccountsModule>().Add<RegistersModule>().Add<IssuerModule>().Add<VerifierModule>().Add<CitizenIdModule>().Add<ParkingModule>();
        ChangeableRegisters.Wrap(builder.Services);
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        var app = builder.Build();
        app.UseStatusCodePages(status => status.HttpContext.Response.WriteAsync(status.HttpContext.PageRefusal()?.Type ?? ""));
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorComponents<PageRoot>().AddAdditionalAssemblies(typeof(ParkingModule).Assembly, typeof(AccountsModule).Assembly);
        modules.MapEndpoints(app);
        await app.StartAsync(Cancellation);
        return new PermitTown(storage, app, time, random);
    }

    public PortalBrowser NewBrowser() => new(app.GetTestServer().CreateHandler());

    /// <summary>Somebody of a story whom no other test has met, with the citizen ID in the wallet.</summary>
    public Task<Citizen> CitizenAsync(DemoStory story = DemoStory.Eligible) =>
        CitizenAsync(Services.GetRequiredService<DemoPersons>().Of(story).ElementAt(met.AddOrUpdate(story, 0, (_, last) => last + 1)));

    /// <summary>A person, perhaps met before, with another phone.</summary>
    public async Task<Citizen> CitizenAsync(DemoPerson person)
    {
        var wallet = new HeadlessWallet(app.GetTestClient(), Time, Random.Fill);
        wallet.Anchors.Add(Services.GetRequiredService<VerifierAnchor>().Certificate);
        wallet.Anchors.AddRange(Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
        using var offered = await ManagementClient().PostAsJsonAsync("/management/v1/citizen-ids/offers", new { resident_id = person.Id.Value }, Cancellation);
        var offer = await offered.Content.ReadFromJsonAsync<JsonObject>(Cancellation);
        await wallet.ReceiveAsync((string)offer!["wallet_link"]!);
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

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await storage.DisposeAsync();
    }

    private HttpClient ManagementClient()
    {
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ManagementKey);
        return client;
    }

    /// <summary>The pages of the module and of the staff's sign-in without the shell around them.</summary>
    private sealed class PageRoot : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Router>(0);
            builder.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(ParkingModule).Assembly);
            builder.AddComponentParameter(2, nameof(Router.AdditionalAssemblies), new[] { typeof(AccountsModule).Assembly });
            builder.AddComponentParameter(3, nameof(Router.Found), (RenderFragment<RouteData>)(route => inner =>
            {
                inner.OpenComponent<RouteView>(0);
                inner.AddComponentParameter(1, nameof(RouteView.RouteData), route);
                inner.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
