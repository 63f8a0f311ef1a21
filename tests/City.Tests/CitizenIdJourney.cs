using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>From a phone that nobody has used before to the citizen ID in its wallet.</summary>
public sealed class CitizenIdJourney(CityBrowser city)
{
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_stranger_gets_the_citizen_ID_on_a_new_phone(string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.OpenPortalAsync("/");
        await visitor.LookAsync("home");

        await visitor.AddFingerprintSensorAsync();
        await visitor.AskForDemoIdCardAsync();
        await Assertions.Expect(page.GetByTestId("choose-passkey")).ToBeEnabledAsync();
        await visitor.LookAsync("wallet-welcome");
        await page.GetByTestId("choose-pin").ClickAsync();
        await page.GetByTestId("pin-new").WaitForAsync();
        await visitor.LookAsync();
        await visitor.ChoosePinAsync();
        await page.GetByTestId("offered").WaitForAsync();
        await visitor.LookAsync();
        await page.GetByTestId("accept").ClickAsync();
        await page.GetByTestId("arrived").WaitForAsync();
        await visitor.LookAsync();

        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.LookAsync();
        await visitor.PressMainButtonAsync();
        await page.GetByTestId("asked").WaitForAsync();
        await visitor.LookAsync("consent-id-card");
        await page.GetByTestId("show").ClickAsync();

        await Assertions.Expect(page.CardFace(WalletSteps.CitizenId)).ToHaveAttributeAsync("data-status", "valid");
        await page.GetByTestId("card-claims").WaitForAsync();
        await visitor.LookAsync("citizen-id-card");
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task The_page_on_the_desktop_goes_on_by_itself_when_the_phone_has_scanned_its_code()
    {
        await using var phone = await city.PhoneAsync();
        await using var desktop = await city.DesktopAsync();
        await phone.TakeDemoIdCardAsync();

        await desktop.OpenPortalAsync("/citizen-id");
        await desktop.PressMainButtonAsync();
        await desktop.LookAsync();
        var code = desktop.Page.Locator(".typed-code");
        var firstCode = await code.InnerTextAsync();
        await phone.ScanPictureAsync(await desktop.PhotographQrCodeAsync());
        await phone.Page.GetByTestId("cross-device").WaitForAsync();
        await phone.LookAsync("consent-other-screen");
        await phone.Page.GetByTestId("cross-yes").ClickAsync();
        await phone.Page.GetByTestId("show").ClickAsync();
        await phone.Page.GetByTestId("sent").WaitForAsync();
        await phone.LookAsync();

        await Assertions.Expect(code).Not.ToHaveTextAsync(firstCode);
        await desktop.LookAsync();
        await phone.TypeCodeAsync(await code.InnerTextAsync());
        await Assertions.Expect(phone.Page.CardFace(WalletSteps.CitizenId)).ToHaveAttributeAsync("data-status", "valid");
        await desktop.Page.Locator(".kern-alert--success").WaitForAsync();
        await desktop.LookAsync();
        phone.AssertQuietConsole();
        desktop.AssertQuietConsole();
    }
}
