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

    [Fact]
    public async Task A_passkey_that_cannot_encrypt_is_refused_and_a_PIN_taken_instead()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.AddFingerprintSensorAsync(derivesSecrets: false);
        await visitor.OpenWalletAsync();
        await visitor.Page.GetByTestId("choose-passkey").ClickAsync();

        await visitor.Page.GetByTestId("passkey-unsuited").WaitForAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("choose-passkey")).ToHaveCountAsync(0);
        await visitor.LookAsync();
        await visitor.SetUpWalletAsync();
        await visitor.Page.GetByTestId("screen-home").WaitForAsync();
        visitor.AssertQuietConsole();
    }

    [Theory]
    [InlineData("de", "Darum schützt eine PIN")]
    [InlineData("en", "So a PIN protects")]
    public async Task A_device_without_a_passkey_says_so_in_one_sentence(string language, string sentence)
    {
        await using var visitor = await city.PhoneAsync(language);
        await visitor.OpenWalletAsync();

        await Assertions.Expect(visitor.Page.GetByTestId("passkey-none")).ToContainTextAsync(sentence);
        await Assertions.Expect(visitor.Page.GetByTestId("choose-passkey")).ToHaveCountAsync(0);
        await visitor.LookAsync();
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Wrong_PINs_are_warned_of_from_the_tenth_on_and_the_fifteenth_erases_the_wallet(string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await page.Clock.InstallAsync();
        await visitor.TakeDemoIdCardAsync();
        await page.GetByTestId("lock").ClickAsync();

        for (var wrong = 1; wrong <= 9; wrong++)
            await visitor.GuessPinAsync();
        await Assertions.Expect(page.GetByTestId("last-tries")).ToHaveCountAsync(0);
        await visitor.GuessPinAsync();
        await Assertions.Expect(page.GetByTestId("last-tries")).ToContainTextAsync("5");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("last-tries")).ToContainTextAsync("5");
        await visitor.LookAsync("wallet-last-tries");
        for (var wrong = 11; wrong <= 14; wrong++)
            await visitor.GuessPinAsync();
        await Assertions.Expect(page.GetByTestId("last-tries")).ToContainTextAsync("1");
        await visitor.SendWrongPinAsync();

        await page.GetByTestId("erased").WaitForAsync();
        await visitor.LookAsync();
        Assert.Equal(0, await page.CountStoredAsync("cards"));
        Assert.Equal(0, await page.CountStoredAsync("keys"));
        await visitor.SetUpWalletAsync();
        await page.GetByTestId("empty").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("erased")).ToHaveCountAsync(0);
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task Whoever_locks_one_tab_locks_the_other_and_whoever_unlocks_it_unlocks_both()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.TakeDemoIdCardAsync();
        var first = await visitor.OpenSecondTabAsync();
        await visitor.OpenWalletAsync();
        await visitor.Page.GetByTestId("card-link").ClickAsync();
        await visitor.Page.GetByTestId("card-claims").WaitForAsync();

        await first.GetByTestId("lock").ClickAsync();
        await visitor.Page.GetByTestId("pin").WaitForAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("card-claims")).ToHaveCountAsync(0);
        await visitor.UnlockWalletAsync();
        await visitor.Page.GetByTestId("card-claims").WaitForAsync();
        await first.GetByTestId("lock").WaitForAsync();
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task Two_tabs_left_alone_lock_both_after_five_minutes()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.Page.Clock.InstallAsync();
        await visitor.TakeDemoIdCardAsync();
        var first = await visitor.OpenSecondTabAsync();
        await visitor.OpenWalletAsync();
        await visitor.Page.GetByTestId("lock").WaitForAsync();

        await visitor.Page.Clock.FastForwardAsync("05:01");
        await Assertions.Expect(first.GetByTestId("lock")).ToBeHiddenAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("lock")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_holder_who_switches_faces_off_sees_cards_after_unlocking_only(string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();
        await visitor.OpenWalletAsync("/settings");
        await Assertions.Expect(page.GetByTestId("faces-switch")).ToBeCheckedAsync();
        await visitor.LookAsync("wallet-lock-settings");
        await page.GetByTestId("faces-switch").UncheckAsync();

        await page.GetByTestId("lock").ClickAsync();
        await page.GetByTestId("unlock").WaitForAsync();
        await visitor.OpenWalletAsync();
        await page.GetByTestId("unlock").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("card-face")).ToHaveCountAsync(0);
        await visitor.LookAsync();
        await visitor.UnlockWalletAsync();
        await page.CardFace(WalletSteps.IdCard).WaitForAsync();
        await page.GetByTestId("card-link").ClickAsync();
        await page.GetByTestId("card-claims").WaitForAsync();
        await page.GetByTestId("lock").ClickAsync();
        await page.GetByTestId("unlock").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("card-face")).ToHaveCountAsync(0);
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task The_PIN_is_changed_and_a_passkey_added_only_by_whoever_opens_the_wallet_once_more()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.AddFingerprintSensorAsync();
        await visitor.TakeDemoIdCardAsync();
        await visitor.OpenWalletAsync("/settings");

        await page.GetByTestId("change-pin").ClickAsync();
        await page.GetByTestId("confirm-owner").WaitForAsync();
        await visitor.LookAsync();
        await visitor.UnlockWalletAsync();
        await visitor.LookAsync();
        await visitor.ChoosePinAsync("1357913579");
        await page.GetByTestId("lock-changed").WaitForAsync();

        await page.GetByTestId("change-passkey").ClickAsync();
        await visitor.UnlockWalletAsync("1357913579");
        await page.GetByTestId("make-passkey").ClickAsync();
        await page.GetByTestId("lock-changed").WaitForAsync();
        await visitor.LookAsync();

        await page.GetByTestId("lock").ClickAsync();
        await page.GetByTestId("with-pin").Locator("summary").ClickAsync();
        await visitor.UnlockWalletAsync();
        await Assertions.Expect(page.GetByTestId("pin-message")).ToContainTextAsync("stimmt nicht");
        await page.GetByTestId("unlock-passkey").ClickAsync();
        await page.GetByTestId("faces-switch").WaitForAsync();
        await visitor.OpenWalletAsync();
        await page.GetByTestId("card-link").ClickAsync();
        await page.GetByTestId("card-claims").WaitForAsync();
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task What_rests_in_the_browser_tells_no_name_and_holds_no_key_in_the_open()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.TakeDemoIdCardAsync();
        var claims = await visitor.Page.GetByTestId("card-claims").Locator("dd").AllInnerTextsAsync();
        await visitor.Page.GetByTestId("lock").ClickAsync();

        Assert.Equal("{}", await visitor.Page.EvaluateAsync<string>("JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie"));
        var resting = await visitor.Page.ReadStoresAsync();
        Assert.True(await visitor.Page.CountStoredAsync("keys") > 0);
        Assert.DoesNotContain("CryptoKey", resting["keys"], StringComparison.Ordinal);
        Assert.Equal("[]", resting["session"]);
        var name = claims.First(claim => claim.Length > 2);
        Assert.DoesNotContain(resting.Values, store => store.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_that_nobody_expected_shows_and_writes_nothing_of_what_it_met()
    {
        await using var visitor = await city.PhoneAsync();
        var written = new List<string>();
        visitor.Page.Console += (_, message) => written.Add(message.Text);
        visitor.Page.PageError += (_, error) => written.Add(error);
        await visitor.TakeDemoIdCardAsync();

        await visitor.Page.EvaluateAsync("setTimeout(() => Promise.reject(new TypeError('Müller https://town.test/offers/secret')))");
        await visitor.Page.GetByTestId("crashed").WaitForAsync();
        Assert.DoesNotContain("secret", await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Contains("TypeError", written);
        Assert.DoesNotContain(written, text => text.Contains("secret", StringComparison.Ordinal) || text.Contains("Müller", StringComparison.Ordinal));
        await visitor.LookAsync();
        await visitor.Page.GetByTestId("reload").ClickAsync();
        await visitor.Page.GetByTestId("screen-home").WaitForAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("crashed")).ToHaveCountAsync(0);
    }
}
