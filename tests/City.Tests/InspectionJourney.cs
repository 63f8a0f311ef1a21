using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Registers;

namespace Modellstadt.City.Tests;

/// <summary>The permit in the street and in the office.</summary>
public sealed class InspectionJourney(CityBrowser city)
{
    private const string Warden = "Jana Streifenberg";
    private const string Clerk = "Emre Aktenstein";
    private const string SecondClerk = "Mira Gegenlicht";

    [Fact]
    public async Task A_warden_reads_a_permit_and_sees_at_once_that_a_clerk_has_revoked_it()
    {
        await using var citizen = await city.PhoneAsync();
        await using var warden = await city.PhoneAsync();
        await using var clerk = await city.DesktopAsync();
        await citizen.BecomeCitizenAsync(DemoStory.SeveralVehicles, 1);
        await citizen.GetPermitAsync();
        var plate = await citizen.Page.GetByTestId("plate").InnerTextAsync();
        var zone = await citizen.Page.GetByTestId("zone").InnerTextAsync();

        await warden.OpenPortalAsync("/warden");
        await warden.LookAsync();
        await warden.SignInAsDemoStaffAsync("/warden", Warden);
        await warden.BeginShiftAsync();
        await warden.StandInZoneAsync(zone);
        var verdict = warden.Page.Locator(".verdict");
        await TypeAsync(warden, plate);
        await Assertions.Expect(verdict).ToContainTextAsync("Gültig");
        await Assertions.Expect(verdict).ToContainTextAsync(plate);
        await warden.LookAsync("warden-valid");

        await warden.OpenPortalAsync("/warden");
        await warden.StandInZoneAsync(zone);
        await warden.PointCameraAtAsync(await citizen.Page.GetByTestId("qr").ScreenshotAsync());
        await warden.Page.Locator("[data-scan]").ClickAsync();
        await Assertions.Expect(verdict).ToContainTextAsync(plate);
        warden.PutCameraAway();
        await TypeAsync(warden, "GE-ZZ 9999");
        await Assertions.Expect(verdict).ToContainTextAsync("Kein Ausweis bekannt");

        await clerk.SignInAsDemoStaffAsync("/office", Clerk);
        await clerk.LookAsync("office");
        await clerk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = plate }).GetByRole(AriaRole.Link).ClickAsync();
        await clerk.LookAsync("office-story");
        await clerk.Page.Locator("#reason").FillAsync("Fahrzeug verkauft");
        await clerk.PressMainButtonAsync();
        await Assertions.Expect(clerk.Page.GetByText("Bestätigen muss ihn eine andere Person")).ToBeVisibleAsync();
        await ConfirmAsync(new Uri(clerk.Page.Url).AbsolutePath);
        await clerk.Page.ReloadAsync();
        await Assertions.Expect(clerk.Page.Locator("[data-state]").First).ToHaveAttributeAsync("data-state", "Revoked");

        await TypeAsync(warden, plate);
        await Assertions.Expect(verdict).ToContainTextAsync("Nicht gültig");
        await warden.LookAsync("warden-not-valid");
        await Assertions.Expect(citizen.Page.CardFace(WalletSteps.Permit)).ToHaveAttributeAsync("data-status", "revoked", new() { Timeout = 60_000 });
        await citizen.LookAsync("permit-revoked");
        citizen.AssertQuietConsole();
        warden.AssertQuietConsole();
        clerk.AssertQuietConsole();
    }

    /// <summary>Another clerk confirms what was proposed on the page of a permit.</summary>
    private async Task ConfirmAsync(string permit)
    {
        await using var second = await city.DesktopAsync();
        await second.SignInAsDemoStaffAsync(permit, SecondClerk);
        await second.PressMainButtonAsync();
        await Assertions.Expect(second.Page.Locator("[data-state]").First).ToHaveAttributeAsync("data-state", "Revoked");
        second.AssertQuietConsole();
    }

    private static async Task TypeAsync(Visitor warden, string plate)
    {
        await warden.Page.Locator("#plate").FillAsync(plate);
        await warden.PressMainButtonAsync();
    }
}
