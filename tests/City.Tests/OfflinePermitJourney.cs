using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>Two phones in flight mode: one shows a permit, the other reads it with its camera and judges it alone.</summary>
public sealed class OfflinePermitJourney(CityBrowser city)
{
    private const string MinuteLater = "() => { const now = Date.now.bind(Date); Date.now = () => now() + 61_000; }";

    [Theory]
    [InlineData("de", "Der Code ist zu alt", "vom Handy, ohne Verbindung, Satz von")]
    [InlineData("en", "The code is too old", "from the phone, no connection, set of")]
    public async Task A_permit_is_shown_to_a_warden_while_neither_has_a_network_and_a_film_of_it_is_refused(string language, string tooOld, string source)
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var citizen = await city.PhoneAsync(town, language);
        await using var warden = await city.PhoneAsync(town, language);
        await citizen.BecomeCitizenAsync();
        await citizen.GetPermitAsync();
        var plate = await citizen.Page.GetByTestId("plate").InnerTextAsync();
        await BeginAsync(warden, await citizen.Page.GetByTestId("zone").InnerTextAsync());
        await citizen.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        citizen.AssertQuietConsole();
        await citizen.GoOfflineAsync();
        await warden.GoOfflineAsync();

        await citizen.OpenNewTabAsync();
        Assert.Equal(1, await ShowAsync(citizen, ReducedMotion.Reduce));
        await citizen.LookAsync("show-offline");
        await warden.PointCameraAtAsync(await citizen.Page.GetByTestId("qr").ScreenshotAsync());
        await ScanAsync(warden);
        await ExpectValidAsync(warden, plate, source);

        var codes = await ShowAsync(citizen, ReducedMotion.NoPreference);
        Assert.InRange(codes, 2, 4);
        await warden.FilmAsync(await PicturesOfAsync(citizen, codes), 6);
        await ScanAsync(warden);
        await ExpectValidAsync(warden, plate, source);
        await warden.LookAsync("warden-phone-offline");
        await warden.Page.EvaluateAsync(MinuteLater);
        await ScanAsync(warden);
        await Assertions.Expect(warden.Page.Locator(".verdict--problem")).ToContainTextAsync(tooOld);
        warden.PutCameraAway();

        await citizen.Page.GetByTestId("lock").ClickAsync();
        await citizen.Page.GetByTestId("pin").WaitForAsync();
        await Assertions.Expect(citizen.Page.GetByTestId("moving-code")).ToHaveCountAsync(0);
    }

    private static async Task BeginAsync(Visitor warden, string zone)
    {
        await warden.SignInAsDemoStaffAsync("/warden", "Jana Streifenberg");
        await warden.BeginShiftAsync();
        await Assertions.Expect(warden.Page.Locator("[data-set]")).ToHaveAttributeAsync("data-set", "ready");
        await warden.StandInZoneAsync(zone);
    }

    /// <summary>Opens the permit and shows it; says in how many codes.</summary>
    private static async Task<int> ShowAsync(Visitor citizen, ReducedMotion motion)
    {
        await citizen.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = motion });
        await citizen.OpenWalletAsync();
        await citizen.Page.Locator($"[data-testid=card-link][data-vct='{WalletSteps.Permit}']").ClickAsync();
        await citizen.Page.GetByTestId("show-offline").ClickAsync();
        await Assertions.Expect(citizen.Page.GetByTestId("shown-claims")).ToBeVisibleAsync();
        return await citizen.Page.GetByTestId("qr").CountAsync();
    }

    /// <summary>Each code as the display shows it, taken as often as it takes until all were seen.</summary>
    private static async Task<IReadOnlyCollection<byte[]>> PicturesOfAsync(Visitor citizen, int codes)
    {
        var pictures = new Dictionary<string, byte[]>();
        for (var attempt = 0; pictures.Count < codes && attempt < 40; attempt++)
        {
            var picture = await citizen.Page.GetByTestId("moving-code").ScreenshotAsync();
            pictures.TryAdd(Convert.ToBase64String(picture), picture);
        }

        return pictures.Values;
    }

    private static async Task ScanAsync(Visitor warden)
    {
        await warden.Page.Locator("[data-scan]").ClickAsync();
        await warden.Page.Locator("dialog.scan-dialog:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task ExpectValidAsync(Visitor warden, string plate, string source)
    {
        await Assertions.Expect(warden.Page.Locator(".verdict--valid")).ToContainTextAsync(plate);
        await Assertions.Expect(warden.Page.Locator(".verdict--valid")).ToContainTextAsync(source);
        await Assertions.Expect(warden.Page.Locator("#plate")).ToHaveValueAsync(plate);
    }
}
