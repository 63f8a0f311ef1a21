using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>Losing the wallet, locking it from elsewhere, and getting it back on another phone, without a clerk.</summary>
public sealed class WalletLoss(CityBrowser city)
{
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Whoever_loses_the_phone_locks_it_from_any_browser_and_has_the_cards_back_on_another(string language)
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var phone = await city.PhoneAsync(town, language);
        var code = await GetPermitAndCodeAsync(phone);
        await using var computer = await city.DesktopAsync(town, language);
        await LockAsync(computer, code);

        await SeeThatItIsLockedAsync(phone);
        await using var next = await city.PhoneAsync(town, language);
        var page = next.Page;
        await next.OpenWalletAsync();
        await page.GetByTestId("lost").ClickAsync();
        await page.GetByTestId("restoring").WaitForAsync();
        await next.LookAsync();
        await next.SetUpLockAsync();
        await page.GetByTestId("restore-code").FillAsync(code);
        await next.LookAsync();
        await page.GetByTestId("restore-find").ClickAsync();
        await Assertions.Expect(page.GetByTestId("get-again")).ToHaveCountAsync(3);
        await next.LookAsync("wallet-restore");

        await next.GetCardsBackAsync();

        await next.OpenWalletAsync("/restore");
        await page.GetByTestId("all-back").WaitForAsync();
        await next.LookAsync();
        await next.OpenWalletAsync();
        await Assertions.Expect(page.GetByTestId("cards-missing")).ToHaveCountAsync(0);
        await page.CardFace(WalletSteps.Permit).WaitForAsync();
        await Assertions.Expect(page.CardFace(WalletSteps.Permit)).ToHaveAttributeAsync("data-status", "valid");
        next.AssertQuietConsole();
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task The_emergency_code_is_asked_for_again_once_there_is_something_to_lose(string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.OpenWalletAsync();
        await visitor.SetUpLockAsync();
        await page.GetByTestId("make-code").WaitForAsync();
        await visitor.LookAsync();
        await page.GetByTestId("code-later").ClickAsync();
        await page.GetByTestId("empty").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("code-missing")).ToHaveCountAsync(0);

        await visitor.TakeDemoIdCardAsync();
        await visitor.OpenWalletAsync();
        await page.GetByTestId("to-emergency").ClickAsync();
        await page.GetByTestId("make-code").ClickAsync();
        await page.GetByTestId("emergency-code").WaitForAsync();
        await visitor.LookAsync("wallet-emergency-code");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.GetByTestId("code-kept")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByTestId("emergency-code")).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.GetByTestId("code-kept").ClickAsync();
        await page.GetByTestId("code-counts").WaitForAsync();
        await visitor.OpenWalletAsync();
        await page.CardFace(WalletSteps.IdCard).WaitForAsync();
        await Assertions.Expect(page.GetByTestId("code-missing")).ToHaveCountAsync(0);
        await visitor.OpenWalletAsync("/settings");
        await Assertions.Expect(page.GetByTestId("code-state")).ToHaveAttributeAsync("data-state", "counts");
        await visitor.LookAsync();
        visitor.AssertQuietConsole();
    }

    private static async Task<string> GetPermitAndCodeAsync(Visitor phone)
    {
        await phone.BecomeCitizenAsync();
        await phone.GetPermitAsync();
        await phone.OpenWalletAsync();
        await phone.Page.GetByTestId("to-emergency").ClickAsync();
        return await phone.MakeEmergencyCodeAsync();
    }

    private static async Task LockAsync(Visitor computer, string code)
    {
        await computer.OpenPortalAsync("/wallet/lock");
        await computer.Page.Locator("#code").FillAsync(code);
        await computer.PressMainButtonAsync();
        await computer.Page.Locator(".kern-alert--success").WaitForAsync();
    }

    private static async Task SeeThatItIsLockedAsync(Visitor phone)
    {
        // The next contact: the wallet asks the town shortly after it was opened.
        await phone.OpenWalletAsync();
        await phone.Page.GetByTestId("locked-elsewhere").WaitForAsync();
        await phone.LookAsync("wallet-locked-elsewhere");
        foreach (var store in (string[])["cards", "keys", "lock", "history"])
            Assert.Equal(0, await phone.Page.CountStoredAsync(store));
    }
}
