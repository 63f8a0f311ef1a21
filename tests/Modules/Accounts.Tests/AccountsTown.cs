using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Web;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests;

/// <summary>A town that has staff and nothing else: two addresses for wardens and for clerks stand for the other modules.</summary>
internal sealed class AccountsTown : TestTown
{
    /// <summary>How many made-up people the demonstration has.</summary>
    public const int MadeUpStaff = 9;

    public const string ForWardens = "/for-wardens";
    public const string ForClerks = "/for-clerks";
    public const string ForReaders = "/api/books/v1/titles";
    public const string ForWriters = "/api/books/v1/new-titles";
    public const string ForListeners = "/api/songs/v1/titles";

    /// <summary>Stands for a wallet that shows the citizen ID of <c>resident</c>.</summary>
    public const string ShowCitizenId = "/show-citizen-id";

    /// <summary>Stands for a page of another module: says who has signed in.</summary>
    public const string WhoIsIt = "/who-is-it";

    private AccountsTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, settings)
    {
    }

    public Uri Address => Town.PublicUrl;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AccountsTown> StartAsync(DatabaseKind kind, bool demo = true, params (string Key, string Value)[] more) =>
        await ServeAsync(new AccountsTown(await TestDatabase.CreateAsync(kind), [("Town:Demo", demo.ToString()), .. more]));

    public Task RestartAsync(bool demo) => RestartAsync(("Town:Demo", demo.ToString()));

    public Browser Browser() => new(this);

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

    public Task<AccountsDb> OpenAsync() => Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(Cancellation);

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>();

    /// <summary>Two interfaces stand for those of other modules.</summary>
    protected override void Configure(WebApplicationBuilder builder) => builder.Services
        .AddApiScope(new ApiScope("books.read", "/api/books/v1", "Read titles"))
        .AddApiScope(new ApiScope("books.write", "/api/books/v1", "Write titles"))
        .AddApiScope(new ApiScope("songs.read", "/api/songs/v1", "Read titles of songs"));

    protected override void Configure(WebApplication app)
    {
        app.MapGet(ShowCitizenId, (string resident, CitizenSessions sessions, BrowserSession browser) =>
            sessions.OpenAsync(Random.NewId(), resident, AssuranceLevel.Substantial, browser.GetOrStart(), Cancellation));
        app.MapGet(WhoIsIt, async (CurrentCitizen citizen) =>
            await citizen.ReadAsync(Cancellation) is { } known ? $"{known.ResidentId} {known.Means} {known.Level}" : "nobody");
        app.MapGet(ForWardens, (CurrentStaff staff) => staff.Name).RequireStaff(StaffRole.Warden);
        app.MapGet(ForClerks, (CurrentStaff staff) => staff.Name).RequireStaff(StaffRole.Clerk);
        app.MapGet(ForReaders, (CurrentClient client) => client.Name).RequireScope("books.read");
        app.MapGet(ForWriters, (CurrentClient client) => client.Name).RequireScope("books.write");
        app.MapGet(ForListeners, (CurrentClient client) => client.Name).RequireScope("songs.read");
    }
}

/// <summary>A new account.</summary>
internal sealed record Invitation(Guid Id, string Link);
