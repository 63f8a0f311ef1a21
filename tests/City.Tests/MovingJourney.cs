using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>From the phone that somebody has to the one they bought: the list goes, the cards are got again, and the old phone is told what ended there.</summary>
public sealed class MovingJourney(CityBrowser city)
{
    private const string Warden = "Jana Streifenberg";

    /// <summary>Milliseconds: the town is asked once a minute, and a status list is kept for half of one.</summary>
    private const float Patience = 90_000;

    [Theory]
    [InlineData("de", "Dieser Ausweis gilt nicht mehr", "Waren Sie das, löschen Sie sie hier")]
    [InlineData("en", "This permit is no longer valid", "If that was you, delete it here")]
    public async Task The_old_phone_hears_that_its_permit_moved_and_what_it_still_shows_no_warden_takes(string language, string ended, string nextStep)
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var old = await city.PhoneAsync(town, language);
        await using var next = await city.PhoneAsync(town, language);
        await using var warden = await city.PhoneAsync(town, language);
        await old.BecomeCitizenAsync();
        await old.GetPermitAsync();
        var zone = await old.Page.GetByTestId("zone").InnerTextAsync();
        await MakeCodeAsync(old);
        await HandOverAsync(old, next);
        await BeginAsync(warden, zone);
        await old.OpenWalletAsync();
        await old.Page.Locator($"[data-testid=card-link][data-vct='{WalletSteps.Permit}']").ClickAsync();
        await old.Page.GetByTestId("qr").WaitForAsync();
        await old.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        old.AssertQuietConsole();
        await old.GoOfflineAsync();

        await next.GetCardsBackAsync();

        // Without a network the old phone cannot know, and goes on showing codes that are signed anew.
        await old.OpenNewTabAsync();
        await old.OpenWalletAsync();
        await old.Page.Locator($"[data-testid=card-link][data-vct='{WalletSteps.Permit}']").ClickAsync();
        Assert.Contains(ended, await ScanAsync(warden, old, "problem"), StringComparison.Ordinal);
        await ScanAsync(warden, next, "valid");
        warden.PutCameraAway();
        await SeeThatItMovedAsync(old, nextStep);
        next.AssertQuietConsole();
    }

    [Fact]
    public async Task Whoever_has_both_phones_compares_a_number_and_takes_along_what_there_was()
    {
        await using var old = await city.PhoneAsync();
        await old.TakeDemoIdCardAsync();
        await using var next = await city.PhoneAsync();

        await HandOverAsync(old, next);

        await Assertions.Expect(next.Page.GetByTestId("get-again")).ToHaveAttributeAsync("data-vct", WalletSteps.IdCard);
        old.AssertQuietConsole();
        next.AssertQuietConsole();
    }

    /// <summary>The town has heard what the wallet holds afterwards.</summary>
    private static async Task MakeCodeAsync(Visitor phone)
    {
        await phone.OpenWalletAsync();
        await phone.Page.GetByTestId("to-emergency").ClickAsync();
        await phone.Page.RunAndWaitForResponseAsync(() => phone.MakeEmergencyCodeAsync(), response => response.Request.Method == "PUT" && response.Url.EndsWith("/holdings", StringComparison.Ordinal));
    }

    /// <summary>The new phone shows a code, the old one scans it; both show a number, and the old one's holder says that it is the same.</summary>
    private static async Task HandOverAsync(Visitor old, Visitor next)
    {
        await next.OpenWalletAsync();
        await next.Page.GetByTestId("move").ClickAsync();
        await next.SetUpLockAsync();
        var code = next.Page.GetByTestId("qr");
        await code.WaitForAsync();
        await next.LookAsync();

        await old.ScanPictureAsync(await code.ScreenshotAsync());
        await old.Page.GetByTestId("move-next").WaitForAsync();
        await old.LookAsync();
        await old.Page.GetByTestId("move-next").ClickAsync();
        var number = await old.Page.GetByTestId("move-number").InnerTextAsync();
        await Assertions.Expect(next.Page.GetByTestId("move-number")).ToHaveTextAsync(number);
        await next.LookAsync();
        await old.LookAsync();
        await old.Page.GetByTestId("move-same").ClickAsync();
        await old.Page.GetByTestId("move-sent").WaitForAsync();
        await old.LookAsync();
        await next.Page.GetByTestId("get-again").First.WaitForAsync();
    }

    private static async Task BeginAsync(Visitor warden, string zone)
    {
        await warden.SignInAsDemoStaffAsync("/warden", Warden);
        await warden.BeginShiftAsync();
        await warden.StandInZoneAsync(zone);
    }

    /// <summary>The warden scans what the phone shows; what the warden's device says.</summary>
    private static async Task<string> ScanAsync(Visitor warden, Visitor phone, string expected)
    {
        await warden.PointCameraAtAsync(await phone.Page.GetByTestId("qr").ScreenshotAsync());
        await warden.Page.Locator("[data-scan]").ClickAsync();
        var verdict = warden.Page.Locator($".verdict--{expected}");
        await verdict.WaitForAsync();
        return await verdict.InnerTextAsync();
    }

    /// <summary>With a network again: what happened and what to do, on the first screen and on the card, which can go.</summary>
    private static async Task SeeThatItMovedAsync(Visitor old, string nextStep)
    {
        var page = old.Page;
        await old.GoOfflineAsync(offline: false);
        await old.OpenWalletAsync();
        await Assertions.Expect(page.GetByTestId("notice-moved")).ToContainTextAsync(nextStep, new() { Timeout = Patience });
        await Assertions.Expect(page.CardFace(WalletSteps.Permit)).ToHaveAttributeAsync("data-status", "revoked", new() { Timeout = Patience });
        // A person may have the citizen ID on several devices.
        await Assertions.Expect(page.CardFace(WalletSteps.CitizenId)).ToHaveAttributeAsync("data-status", "valid");
        await old.LookCloselyAsync();

        await page.Locator($"[data-testid=card-link][data-vct='{WalletSteps.Permit}']").ClickAsync();
        await page.GetByTestId("card-claims").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("qr")).ToHaveCountAsync(0);
        await old.LookCloselyAsync();
        await page.GetByTestId("remove").ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await page.GetByTestId("notice-read").ClickAsync();
        await Assertions.Expect(page.GetByTestId("notice-moved")).ToHaveCountAsync(0);
        await old.OpenWalletAsync();
        await page.CardFace(WalletSteps.IdCard).WaitForAsync();
        await Assertions.Expect(page.CardFace(WalletSteps.Permit)).ToHaveCountAsync(0);
    }
}
