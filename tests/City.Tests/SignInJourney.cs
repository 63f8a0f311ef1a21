using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>A citizen signs in to the town: by a link on the phone, by a code on another screen, by passkey, and once more with the citizen ID for a change.</summary>
public sealed class SignInJourney(CityBrowser city)
{
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_citizen_signs_in_by_link_by_code_and_by_passkey_and_shows_the_citizen_ID_for_a_change(string language)
    {
        // A town of its own: the same person may have a permit and a passkey in that of the others.
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var phone = await city.PhoneAsync(town, language);
        await using var desktop = await city.DesktopAsync(town, language);
        await phone.BecomeCitizenAsync();
        await phone.GetPermitAsync();
        await desktop.AddFingerprintSensorAsync(derivesSecrets: false);

        await SignInByLinkAsync(phone);
        await SignInByCodeAsync(desktop, phone);

        await desktop.OpenPortalAsync("/account");
        await desktop.Page.Locator("#name").FillAsync("PC");
        await desktop.Page.Locator("form[data-passkey=register] button").ClickAsync();
        await Assertions.Expect(desktop.Page.Locator("article")).ToHaveCountAsync(2);
        await desktop.LookAsync("account");

        await desktop.Page.Locator("form[action='/account/sign-out'] button").ClickAsync();
        await desktop.OpenPortalAsync("/account/sign-in?returnUrl=%2Fpermit%2Fmine");
        await desktop.LookAsync("sign-in");
        await desktop.Page.Locator("form[data-passkey=sign-in] button").ClickAsync();
        await desktop.Page.WaitForURLAsync("**/permit/mine");
        await desktop.Page.Locator("form[action='/permit/mine/return'] button").ClickAsync();

        await desktop.Page.WaitForURLAsync("**/account/sign-in?returnUrl=*");
        await desktop.LookAsync("step-up");
        await ShowOnOtherScreenAsync(desktop, phone);
        await desktop.Page.WaitForURLAsync("**/permit/mine");
        await desktop.Page.Locator("form[action='/permit/mine/return'] button").ClickAsync();
        await desktop.Page.WaitForURLAsync("**/permit/mine/changes/*");
        phone.AssertQuietConsole();
        desktop.AssertQuietConsole();
    }

    /// <summary>On the phone the link opens the wallet, which leads back.</summary>
    private static async Task SignInByLinkAsync(Visitor phone)
    {
        await phone.OpenPortalAsync("/permit/mine");
        await phone.Page.Locator("form[action='/account/sign-out'] button").ClickAsync();
        await phone.OpenPortalAsync("/permit/mine");
        await phone.LookAsync();
        await phone.PressMainButtonAsync();
        await phone.Page.GetByTestId("show").ClickAsync();
        await phone.Page.Locator("form[action='/account/sign-out']").WaitForAsync();
    }

    private static async Task SignInByCodeAsync(Visitor desktop, Visitor phone)
    {
        await desktop.OpenPortalAsync("/permit/mine");
        await ShowOnOtherScreenAsync(desktop, phone);
        await desktop.Page.Locator("form[action='/account/sign-out']").WaitForAsync();
    }

    /// <summary>The phone scans the code of the page, whose owner says that it is their own screen.</summary>
    private static async Task ShowOnOtherScreenAsync(Visitor desktop, Visitor phone)
    {
        await desktop.PressMainButtonAsync();
        await desktop.Page.Locator(".typed-code").WaitForAsync();
        await desktop.LookAsync("sign-in-code");
        await phone.ScanPictureAsync(await desktop.PhotographQrCodeAsync());
        await phone.Page.GetByTestId("cross-yes").ClickAsync();
        await phone.Page.GetByTestId("show").ClickAsync();
        await phone.Page.GetByTestId("sent").WaitForAsync();
    }
}
