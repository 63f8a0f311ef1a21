using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>Who opens the wallet, for how long, and what it shows without a network.</summary>
public sealed class WalletLock(CityBrowser city)
{
    [Fact]
    public async Task A_passkey_opens_the_wallet_that_it_was_set_up_with()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.AddFingerprintSensorAsync();
        await visitor.AskForDemoIdCardAsync();
        await page.GetByTestId("choose-passkey").ClickAsync();
        await page.GetByTestId("accept").ClickAsync();
        await page.GetByTestId("card-claims").WaitForAsync();

        await page.GetByTestId("lock").ClickAsync();
        await page.GetByTestId("unlock-passkey").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("card-claims")).ToHaveCountAsync(0);
        await visitor.LookAsync();
        await page.GetByTestId("unlock-passkey").ClickAsync();

        await page.GetByTestId("card-claims").WaitForAsync();
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task The_wallet_opens_without_a_network_and_shows_the_last_used_card_first()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.BecomeCitizenAsync();
        await visitor.OpenWalletAsync();
        await visitor.Page.Locator($"[data-testid=card-link][data-vct='{WalletSteps.IdCard}']").ClickAsync();
        await visitor.Page.GetByTestId("card-claims").WaitForAsync();
        await visitor.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");

        await visitor.GoOfflineAsync();
        await visitor.OpenNewTabAsync();
        await visitor.OpenWalletAsync();

        await Assertions.Expect(visitor.Page.GetByTestId("card-face").First).ToHaveAttributeAsync("data-vct", WalletSteps.IdCard);
        await Assertions.Expect(visitor.Page.GetByTestId("card-face")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.GetByTestId("offline")).ToBeVisibleAsync();
        await visitor.LookAsync("wallet-offline");
        await visitor.Page.GetByTestId("card-link").First.ClickAsync();
        await visitor.Page.GetByTestId("card-claims").WaitForAsync();
        await visitor.LookAsync();
    }

    [Fact]
    public async Task The_wallet_stays_unlocked_for_five_minutes_and_no_longer()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.Page.Clock.InstallAsync();
        await visitor.TakeDemoIdCardAsync();
        var lockButton = visitor.Page.GetByTestId("lock");

        await visitor.Page.Clock.FastForwardAsync("04:50");
        await visitor.OpenWalletAsync();
        await Assertions.Expect(lockButton).ToBeVisibleAsync();
        await visitor.Page.Clock.FastForwardAsync("00:11");
        await Assertions.Expect(lockButton).ToBeHiddenAsync();
        await visitor.OpenWalletAsync();

        await visitor.Page.GetByTestId("card-link").ClickAsync();
        await visitor.Page.GetByTestId("pin").WaitForAsync();
        await visitor.LookAsync();
        await visitor.Page.GetByTestId("pin").FillAsync("135791");
        await visitor.Page.GetByTestId("unlock-pin").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("pin-message")).ToContainTextAsync("stimmt nicht");
        await visitor.Page.Clock.FastForwardAsync("00:02");
        await visitor.UnlockWalletAsync();
        await visitor.Page.GetByTestId("card-claims").WaitForAsync();
        visitor.AssertQuietConsole();
    }
}
