using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>Wardens and clerks of a demo town, and permits for them to look at.</summary>
internal static partial class Staff
{
    private const string Gelsenkirchen = "05513000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A town with empty storage, whose wardens may ask as often as tests do.</summary>
    public static async Task<PermitTown> StartTownAsync(DatabaseKind kind, params (string Key, string Value)[] more) =>
        await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind), [("Parking:InspectionsPerMinute", "1000000"), ("Parking:Inspections:SamePlatePerDay", "1000000"), .. more]);

    /// <summary>A browser in which a made-up member of staff is signed in: <c>Clerk</c>, <c>SecondClerk</c>, or <c>Warden</c>, whose shift then runs.</summary>
    public static async Task<PortalBrowser> SignInAsync(this PermitTown town, string role)
    {
        var browser = await town.SignInBeforeShiftAsync(role);
        if (role == "Warden")
            await browser.BeginShiftAsync();
        return browser;
    }

    /// <summary>Begins the usual round.</summary>
    public static async Task BeginShiftAsync(this PortalBrowser warden, params string[] zones)
    {
        await warden.OpenAsync("/warden");
        Assert.Equal(HttpStatusCode.SeeOther, (await warden.SendFormAsync("/warden/shift", [("purpose", "Round"), .. zones.Select(zone => ("zones", zone))])).Status);
    }

    /// <summary>Signed in; no shift runs.</summary>
    public static async Task<PortalBrowser> SignInBeforeShiftAsync(this PermitTown town, string role)
    {
        var browser = town.NewBrowser();
        var page = await browser.OpenAsync("/sign-in");
        var name = role switch { "Warden" => "Jana Streifenberg", "Clerk" => "Emre Aktenstein", "SecondClerk" => "Mira Gegenlicht", _ => throw new ArgumentOutOfRangeException(nameof(role)) };
        var account = Button().Matches(page.Html).Single(button => button.Value.Contains(name, StringComparison.Ordinal)).Groups["id"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendFormAsync("/sign-in/demo", ("account", account), ("returnUrl", "/"))).Status);
        return browser;
    }

    /// <summary>Asks as the warden's page does.</summary>
    public static Task<Page> AskAsync(this PortalBrowser warden, string? plate, string? place = null) =>
        warden.PostJsonAsync("/parking/inspections", JsonSerializer.Serialize(new { plate, place }));

    /// <summary>The state of a plate as the warden's page shows it.</summary>
    public static async Task<string> StateOfAsync(this PortalBrowser warden, string plate, string? place = null)
    {
        var answer = await warden.AskAsync(plate, place);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return JsonDocument.Parse(answer.Html).RootElement.GetProperty("state").GetString()!;
    }

    /// <summary>Stores a permit that holds for a year from today, or what a test makes of it, and tells the index as a grant does.</summary>
    public static async Task<Permit> AddPermitAsync(this PermitTown town, string plates, Action<PermitDays>? change = null)
    {
        var permit = await town.StoreElsewhereAsync(plates, change);
        town.Services.GetRequiredService<PlateIndex>().Put(permit);
        return permit;
    }

    /// <summary>Stores a permit as another process does: this one is not told.</summary>
    public static async Task<Permit> StoreElsewhereAsync(this PermitTown town, string plates, Action<PermitDays>? change = null)
    {
        var permit = PermitOf(town, plates, change);
        await using var database = await town.OpenDatabaseAsync();
        database.Permits.Add(permit);
        await database.SaveChangesAsync(Cancellation);
        return permit;
    }

    /// <summary>A permit that holds for a year from today, or what a test makes of it; stored nowhere.</summary>
    public static Permit PermitOf(PermitTown town, string plates, Action<PermitDays>? change = null)
    {
        var today = DateOnly.FromDateTime(town.Time.Now.Date);
        var days = new PermitDays { From = today, Until = today.AddYears(1).AddDays(-1) };
        change?.Invoke(days);
        return new Permit
        {
            Id = town.Random.NewId(),
            Ags = days.Ags,
            PermitNumber = days.Number ?? $"GE-2026-{town.Random.NewId():N}",
            ResidentId = $"resident-{town.Random.NewId():N}",
            Plates = plates,
            Zone = days.Zone,
            ZoneName = $"Zone {days.Zone}",
            ValidFrom = days.From,
            ValidUntil = days.Until,
            State = days.State,
            ApplicationId = town.Random.NewId(),
            FeeNoticeId = town.Random.NewId(),
            IssuedAt = town.Time.Now,
            RuleVersion = "test",
            ChangedAt = town.Time.Now,
        };
    }

    public static Task<ParkingDb> OpenDatabaseAsync(this PermitTown town) => town.Services.GetRequiredService<IDbContextFactory<ParkingDb>>().CreateDbContextAsync(Cancellation);

    /// <summary>Looks again until something has happened in the background.</summary>
    public static async Task UntilAsync(Func<Task<bool>> happened)
    {
        for (var look = 0; look < 600; look++)
        {
            if (await happened())
                return;
            await Task.Delay(50, Cancellation);
        }

        throw new TimeoutException("It did not happen.");
    }

    [GeneratedRegex("name=\"account\" value=\"(?<id>[^\"]+)\">.*?</button>", RegexOptions.Singleline)]
    private static partial Regex Button();

    /// <summary>What tests change about a permit.</summary>
    internal sealed class PermitDays
    {
        public string Ags { get; set; } = Gelsenkirchen;

        public string? Number { get; set; }

        public string Zone { get; set; } = "P";

        public DateOnly From { get; set; }

        public DateOnly Until { get; set; }

        public PermitState State { get; set; }
    }
}
