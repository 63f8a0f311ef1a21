using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>
/// One person who never saw the wallet, from the first look to the permit on a second phone: installs it, gets citizen ID and permit,
/// shows the permit in flight mode, loses the phone, locks it from another browser, and has the permit back. No clerk, no app store, and
/// only one thing to keep: the emergency code.
/// </summary>
public sealed class WholeStoryJourney(CityBrowser city)
{
    private const string Warden = "Jana Streifenberg";

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_person_installs_the_wallet_gets_a_permit_shows_it_in_flight_mode_loses_the_phone_and_has_it_back(string language)
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var phone = await city.PhoneAsync(town, language);
        var code = await InstallAsync(phone);
        await phone.TakeDemoIdCardAsync();
        await phone.GetCitizenIdAsync();
        await phone.LookAsync();
        await phone.GetPermitAsync();
        await phone.LookAsync("story-permit", alsoDark: true);
        var (plate, zone) = (await phone.Page.GetByTestId("plate").InnerTextAsync(), await phone.Page.GetByTestId("zone").InnerTextAsync());

        await using var warden = await city.PhoneAsync(town, language);
        await BeginShiftAsync(warden, zone);
        await ShowInFlightModeAsync(phone, warden, plate);

        await using var computer = await city.DesktopAsync(town, language);
        await LockAsync(computer, code);
        await SeeThatNothingIsLeftAsync(phone);

        await using var next = await city.PhoneAsync(town, language);
        await ComeBackAsync(next, code);
        await Assertions.Expect(next.Page.GetByTestId("plate")).ToHaveTextAsync(plate);
        await Assertions.Expect(next.Page.CardFace(WalletSteps.Permit)).ToHaveAttributeAsync("data-status", "valid");
        await next.LookAsync("story-permit-back");

        await warden.Page.Context.SetOfflineAsync(false);
        await warden.Page.Locator("#plate").FillAsync(plate);
        await warden.PressMainButtonAsync();
        await Assertions.Expect(warden.Page.Locator(".verdict--valid")).ToBeVisibleAsync();
        next.AssertQuietConsole();
    }

    /// <summary>The browser's offer, a passkey that encrypts (PRF), and the code for the day the phone is gone.</summary>
    private static async Task<string> InstallAsync(Visitor phone)
    {
        var page = phone.Page;
        await phone.AddFingerprintSensorAsync();
        await phone.OpenWalletAsync();
        await phone.OfferInstallationAsync();
        await phone.LookAsync();
        await page.GetByTestId("install").ClickAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('appinstalled'))");
        await page.GetByTestId("installed").WaitForAsync();
        await page.GetByTestId("choose-passkey").ClickAsync();
        await page.GetByTestId("make-code").WaitForAsync();
        return await phone.MakeEmergencyCodeAsync();
    }

    private static async Task BeginShiftAsync(Visitor warden, string zone)
    {
        await warden.SignInAsDemoStaffAsync("/warden", Warden);
        await warden.BeginShiftAsync();
        await Assertions.Expect(warden.Page.Locator("[data-set]")).ToHaveAttributeAsync("data-set", "ready");
        await warden.StandInZoneAsync(zone);
    }

    /// <summary>Neither side has a network.</summary>
    private static async Task ShowInFlightModeAsync(Visitor phone, Visitor warden, string plate)
    {
        await phone.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await phone.GoOfflineAsync();
        await warden.Page.Context.SetOfflineAsync(true);
        await phone.OpenWalletAsync();
        await phone.Page.Locator($"[data-testid=card-link][data-vct='{WalletSteps.Permit}']").ClickAsync();
        await phone.Page.GetByTestId("show-offline").ClickAsync();
        await phone.Page.GetByTestId("shown-claims").WaitForAsync();
        await phone.LookAsync("story-flight-mode");
        await warden.PointCameraAtAsync(await phone.Page.GetByTestId("qr").ScreenshotAsync());
        await warden.Page.Locator("[data-scan]").ClickAsync();
        await Assertions.Expect(warden.Page.Locator(".verdict--valid")).ToContainTextAsync(plate);
        await Assertions.Expect(warden.Page.Locator(".verdict--valid")).ToContainTextAsync(warden.Language == "de" ? "vom Handy, ohne Verbindung" : "from the phone, no connection");
        await warden.LookAsync("story-warden");
        warden.PutCameraAway();
    }

    private static async Task LockAsync(Visitor computer, string code)
    {
        await computer.OpenPortalAsync("/wallet/lock");
        await computer.Page.Locator("#code").FillAsync(code);
        await computer.LookAsync();
        await computer.PressMainButtonAsync();
        await computer.Page.Locator(".kern-alert--success").WaitForAsync();
    }

    /// <summary>Whoever found the phone connects it: the wallet hears of the lock and erases itself.</summary>
    private static async Task SeeThatNothingIsLeftAsync(Visitor phone)
    {
        await phone.GoOfflineAsync(offline: false);
        await phone.OpenWalletAsync();
        await phone.Page.GetByTestId("locked-elsewhere").WaitForAsync();
        await phone.LookAsync("story-locked-elsewhere");
        foreach (var store in (string[])["cards", "keys", "lock", "history"])
            Assert.Equal(0, await phone.Page.CountStoredAsync(store));
    }

    /// <summary>The code finds the list of cards; each is fetched again, on new keys, by the proof of its first issue.</summary>
    private static async Task ComeBackAsync(Visitor next, string code)
    {
        var page = next.Page;
        await next.AddFingerprintSensorAsync();
        await next.OpenWalletAsync();
        await page.GetByTestId("lost").ClickAsync();
        await page.GetByTestId("choose-passkey").ClickAsync();
        await page.GetByTestId("restore-code").FillAsync(code);
        await page.GetByTestId("restore-find").ClickAsync();
        await Assertions.Expect(page.GetByTestId("get-again")).ToHaveCountAsync(3);
        await next.LookAsync();

        await next.TakeDemoIdCardAsync();
        await next.OpenWalletAsync("/restore");
        await page.GetByTestId("get-again").First.ClickAsync();
        await next.PressMainButtonAsync();
        await page.GetByTestId("show").ClickAsync();
        await page.CardFace(WalletSteps.CitizenId).WaitForAsync();

        await next.OpenWalletAsync("/restore");
        await page.GetByTestId("get-again").ClickAsync();
        await next.PressMainButtonAsync();
        await page.GetByTestId("show").ClickAsync();
        await page.Locator("form[action='/permit/mine/card'] button[value=same]").ClickAsync();
        await page.GetByTestId("accept").ClickAsync();
        await page.CardFace(WalletSteps.Permit).WaitForAsync();
    }
}
