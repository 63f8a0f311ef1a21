using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>Pages beside the main way: each can be read by everybody, in both languages, on the phone and on the desktop.</summary>
public sealed class LookingAround(CityBrowser city)
{
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Every_page_of_the_portal_can_be_read_on_the_phone_and_on_the_desktop(string language)
    {
        await using var phone = await city.PhoneAsync(language);
        await using var desktop = await city.DesktopAsync(language);
        foreach (var visitor in (Visitor[])[phone, desktop])
        {
            foreach (var path in (string[])["/", "/citizen-id", "/permit", "/demo-id-card?q=Nguyễn", "/demo-id-card?q=zzz", "/imprint", "/privacy", "/accessibility", "/sign-in", "/wallet/lock", "/no-such-page"])
            {
                await visitor.OpenPortalAsync(path);
                Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
                await visitor.LookAsync();
            }

            visitor.AssertQuietConsole();
        }
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Every_screen_of_a_new_wallet_says_what_to_do_next(string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.OpenWalletAsync();
        await visitor.SetUpWalletAsync();
        await page.GetByTestId("empty").WaitForAsync();
        await visitor.LookAsync();
        await Assertions.Expect(page.GetByTestId("get-citizen-id")).ToHaveAttributeAsync("href", new Uri(city.Town.PortalUrl, "/citizen-id").AbsoluteUri);
        foreach (var path in (string[])["/scan", "/history", "/settings", "/card/none"])
        {
            await visitor.OpenWalletAsync(path);
            await page.Locator("main h1").WaitForAsync();
            await visitor.LookAsync();
        }

        await visitor.OpenWalletAsync("/receive?credential_offer_uri=http%3A%2F%2Fevil.example%2Foffer");
        await Assertions.Expect(page.GetByTestId("failure")).ToBeVisibleAsync();
        await visitor.LookAsync();
        await visitor.OpenWalletAsync("/present?client_id=x509_hash%3Aabc&request_uri=nonsense");
        await Assertions.Expect(page.GetByTestId("failure")).ToBeVisibleAsync();
        await visitor.LookAsync();
    }

    [Fact]
    public async Task The_card_of_a_made_up_person_comes_to_the_phone_from_the_desktop_too()
    {
        await using var desktop = await city.DesktopAsync();
        await using var phone = await city.PhoneAsync();
        await desktop.AskForDemoIdCardAsync();
        await desktop.Page.Locator(".typed-code").WaitForAsync();
        await desktop.LookAsync();
        await phone.OpenWalletAsync();
        await phone.SetUpWalletAsync();

        await phone.ScanPictureAsync(await desktop.PhotographQrCodeAsync());
        await phone.Page.GetByTestId("accept").ClickAsync();

        await phone.Page.GetByTestId("arrived").WaitForAsync();
        await desktop.Page.Locator(".kern-alert--success").WaitForAsync();
        await desktop.LookAsync();
        phone.AssertQuietConsole();
        desktop.AssertQuietConsole();
    }
}
