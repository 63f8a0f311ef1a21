using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Messages;
using Modellstadt.Parking;
using Modellstadt.Payments;
using Modellstadt.Region.Storage;
using Modellstadt.Region.Visits;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.Region.Tests.Visits;

/// <summary>A town with offices and wardens that has guests.</summary>
internal sealed partial class VisitTown : TestTown
{
    private VisitTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, [("Town:Demo", "true"), .. settings])
    {
    }

    /// <summary>True for a town with a permit office and wardens as well; they take their time to start.</summary>
    private bool HasParking { get; init; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<VisitTown> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings) =>
        await ServeAsync(new VisitTown(await TestDatabase.CreateAsync(kind), settings));

    public static async Task<VisitTown> StartWithParkingAsync() => await ServeAsync(new VisitTown(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), []) { HasParking = true });

    /// <summary>Starts a visit as the office does.</summary>
    public async Task<StartedVisit> BeginAsync(int places = 5, string hours = "", string name = "Besuch des Ministeriums")
    {
        var clerk = await StaffBrowser.SignInAsync(this, "Emre Aktenstein");
        var key = (await clerk.OpenAsync(VisitAddresses.Office)).Key();
        var sent = await clerk.SendAsync(VisitAddresses.Office, ("key", key), ("name", name), ("places", $"{places}"), ("hours", hours));
        Assert.Equal((HttpStatusCode.SeeOther, VisitAddresses.Office), (sent.Status, sent.Onwards));
        var page = (await clerk.OpenAsync(VisitAddresses.Office)).Html;
        var screen = ScreenOf().Match(page[page.IndexOf(key, StringComparison.Ordinal)..]).Groups["address"].Value;
        var code = Code().Match((await clerk.OpenAsync(screen)).Html).Groups["code"].Value;
        return new StartedVisit(Guid.Parse(key), code, screen, clerk);
    }

    /// <summary>Somebody with a phone.</summary>
    public Guest NewGuest() => new(this);

    /// <summary>What the town does every minute.</summary>
    public Task RunRoundAsync() => Services.GetServices<IHostedService>().OfType<EndVisits>().Single().RunRoundAsync(Cancellation);

    public async Task<T> ReadAsync<T>(Func<RegionDb, Task<T>> read)
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation);
        return await read(database);
    }

    /// <summary>How many rows there are of visits and of guests.</summary>
    public Task<(int Visits, int Guests)> CountAsync() => ReadAsync(async database => (await database.Visits.CountAsync(Cancellation), await database.VisitGuests.CountAsync(Cancellation)));

    protected override void AddModules(InstalledModules modules)
    {
        modules.Add<AccountsModule>().Add<RegistersModule>().Add<IssuerModule>().Add<VerifierModule>().Add<CitizenIdModule>().Add<RegionModule>();
        if (HasParking)
            modules.Add<MessagesModule>().Add<PaymentsModule>().Add<ParkingModule>();
    }

    /// <summary>In place of the portal's page of failure: which refusal it is.</summary>
    protected override void Configure(WebApplication app) =>
        app.UseStatusCodePages(status => status.HttpContext.Response.WriteAsync(status.HttpContext.PageRefusal()?.Type ?? ""));

    [GeneratedRegex("""href="(?<address>/showroom/screen/visits/[^"]+)""")]
    private static partial Regex ScreenOf();

    [GeneratedRegex("""<strong class="typed-code">(?<code>[^<]+)""")]
    private static partial Regex Code();
}

/// <summary>A visit that was started.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Code">As it stands on the screen.</param>
/// <param name="Screen">Address of its screen.</param>
/// <param name="Clerk">Who started it.</param>
internal sealed partial record StartedVisit(Guid Id, string Code, string Screen, StaffBrowser Clerk)
{
    /// <summary>Name and step of each guest as the screen shows them, and what it will be told when nothing changes.</summary>
    public async Task<string[]> LookAsync(VisitTown town)
    {
        var page = await StaffBrowser.Of(town).OpenAsync(Screen);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return [.. Shown().Matches(page.Html).Select(guest => $"{guest.Groups["name"].Value}: {guest.Groups["step"].Value}")];
    }

    /// <summary>What a screen is told that has seen this much.</summary>
    public async Task<string> NewsAsync(VisitTown town, string seen) => (await StaffBrowser.Of(town).OpenAsync($"{Screen}/news?seen={seen}")).Html;

    public Task<StaffPage> EndAsync() => Clerk.SendAsync(VisitAddresses.Ending(Id));

    [GeneratedRegex("""data-step="(?<step>[A-Za-z]+)".*?<strong lang="[a-z]+">(?<name>[^<]+)""", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
