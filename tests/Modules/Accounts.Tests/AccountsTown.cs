using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests;

/// <summary>A town that has staff and nothing else: two addresses for wardens and for clerks stand for the other modules.</summary>
internal sealed class AccountsTown : IAsyncDisposable
{
    public const string ManagementKey = "a-key-for-tests-that-is-long-enough-0123456789";
    public const string ForWardens = "/for-wardens";
    public const string ForClerks = "/for-clerks";

    private readonly TestDatabase storage;
    private WebApplication app;

    private AccountsTown(TestDatabase storage, WebApplication app, SettableTime time, SeededRandomness random) =>
        (this.storage, this.app, Time, Random) = (storage, app, time, random);

    public SettableTime Time { get; }

    public SeededRandomness Random { get; }

    public Uri Address { get; private init; } = new("http://localhost:5080");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AccountsTown> StartAsync(DatabaseKind kind, bool demo = true, params (string Key, string Value)[] more)
    {
        var time = new SettableTime(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var random = new SeededRandomness(42);
        var storage = await TestDatabase.CreateAsync(kind);
        var address = more.FirstOrDefault(setting => setting.Key == "Town:PublicUrl").Value ?? "http://localhost:5080";
        return new AccountsTown(storage, await RunAsync(storage, demo, time, random, more), time, random) { Address = new Uri(address) };
    }

    /// <summary>Ends the process and starts it again with the same data.</summary>
    public async Task RestartAsync(bool demo)
    {
        await app.DisposeAsync();
        app = await RunAsync(storage, demo, Time, Random);
    }

    public Browser Browser() => new(this);

    public HttpMessageHandler Handler() => app.GetTestServer().CreateHandler();

    public HttpClient ManagementClient(string key = ManagementKey)
    {
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public SoftPasskey NewPasskey() => new(Address, Random);

    /// <summary>Makes an account by the management API.</summary>
    public async Task<Invitation> InviteAsync(string name = "Aylin Çelik", string role = "warden")
    {
        using var management = ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/staff", new { name, role }, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        var invited = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        return new Invitation((Guid)invited["id"]!, new Uri((string)invited["enrolment_uri"]!).PathAndQuery);
    }

    public async Task<IReadOnlyList<JsonObject>> ListStaffAsync()
    {
        using var management = ManagementClient();
        return (await management.GetFromJsonAsync<JsonObject[]>("/management/v1/staff", Cancellation))!;
    }

    public async Task LockAsync(Guid id)
    {
        using var management = ManagementClient();
        using var answer = await management.PostAsync($"/management/v1/staff/{id}/lock", null, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditOfAsync(Guid id)
    {
        await using var database = await OpenAsync();
        return await database.Audit.Where(entry => entry.Subject == $"staff/{id}").OrderBy(entry => entry.At).ToListAsync(Cancellation);
    }

    public Task<AccountsDb> OpenAsync() => app.Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await storage.DisposeAsync();
    }

    private static async Task<WebApplication> RunAsync(TestDatabase storage, bool demo, SettableTime time, SeededRandomness random, params (string Key, string Value)[] more)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(storage.Settings)
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Town:Demo"] = demo.ToString(), ["Management:Key"] = ManagementKey })
            .AddInMemoryCollection(more.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddRouting();
        builder.Services.AddRazorComponents();
        builder.Services.AddKernel(builder.Configuration, time, random);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(storage.Settings["Storage:DataDirectory"]!, "cookies")));
        var modules = new InstalledModules(builder.Services, builder.Configuration).Add<AccountsModule>();
        var app = builder.Build();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorComponents<TestPages>().AddAdditionalAssemblies([.. modules.Assemblies]);
        modules.MapEndpoints(app);
        app.MapGet(ForWardens, (CurrentStaff staff) => staff.Name).RequireStaff(StaffRole.Warden);
        app.MapGet(ForClerks, (CurrentStaff staff) => staff.Name).RequireStaff(StaffRole.Clerk);
        await app.StartAsync(Cancellation);
        return app;
    }
}

/// <summary>A new account.</summary>
internal sealed record Invitation(Guid Id, string Link);
