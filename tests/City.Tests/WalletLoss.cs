using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
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

        await GetCardsBackAsync(next);

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

    [Theory]
    [InlineData("de", "Es gibt etwas Neues. Öffnen Sie Ihre Wallet.")]
    [InlineData("en", "There is something new. Open your wallet.")]
    public async Task A_push_shows_one_sentence_that_says_nothing_and_is_asked_for_after_an_explanation(string language, string sentence)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.AllowPushAsync(Subscription());
        await visitor.BecomeCitizenAsync();
        await visitor.OpenWalletAsync();
        await page.GetByTestId("to-emergency").ClickAsync();
        await visitor.MakeEmergencyCodeAsync();
        await visitor.OpenWalletAsync();
        // Away from the bar at the bottom, which covers what lies below it.
        await page.GetByTestId("push-allow").EvaluateAsync("button => button.scrollIntoView({ block: 'center' })");
        await visitor.LookAsync();
        await page.GetByTestId("push-allow").ClickAsync();
        await Assertions.Expect(page.GetByTestId("push-offer")).ToHaveCountAsync(0);
        await visitor.OpenWalletAsync("/settings");
        await Assertions.Expect(page.GetByTestId("push-state")).ToHaveAttributeAsync("data-state", "on");
        await visitor.LookAsync();

        await visitor.DeliverPushAsync("GE-AB 123");

        var shown = await page.EvaluateAsync<string[]>(ShownNotifications);
        Assert.Equal([sentence], shown);
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task Without_a_push_service_the_wallet_says_so_and_shows_notices_when_it_is_opened()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.TakeDemoIdCardAsync();
        await visitor.OpenWalletAsync("/settings");
        await visitor.Page.GetByTestId("push-switch").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("push-state")).ToHaveAttributeAsync("data-state", new System.Text.RegularExpressions.Regex("refused|impossible"));
        await visitor.LookAsync();
        visitor.AssertQuietConsole();
    }

    /// <summary>Waits for the service worker, which shows it in its own time.</summary>
    private const string ShownNotifications =
        """
        async () => {
            const registration = await navigator.serviceWorker.ready;
            for (;;) {
                const shown = await registration.getNotifications();
                if (shown.length > 0) return shown.map(one => one.body);
                await new Promise(resolve => setTimeout(resolve, 50));
            }
        }
        """;

    /// <summary>An address at a push service of browsers, with the key of a browser.</summary>
    private static JsonObject Subscription()
    {
        using var browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = browser.ExportParameters(false).Q;
        return new JsonObject
        {
            ["endpoint"] = "https://fcm.googleapis.com/fcm/send/abc",
            ["keys"] = new JsonObject { ["p256dh"] = Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]), ["auth"] = Base64Url.EncodeToString(new byte[16]) },
        };
    }

    [Fact]
    public async Task Whoever_has_both_phones_compares_a_number_and_takes_along_what_there_was()
    {
        await using var old = await city.PhoneAsync();
        await old.TakeDemoIdCardAsync();
        await using var next = await city.PhoneAsync();
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

        await Assertions.Expect(next.Page.GetByTestId("get-again")).ToHaveAttributeAsync("data-vct", WalletSteps.IdCard);
        old.AssertQuietConsole();
        next.AssertQuietConsole();
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

    /// <summary>One after the other, by the proof of the first issue.</summary>
    private static async Task GetCardsBackAsync(Visitor next)
    {
        await next.TakeDemoIdCardAsync();
        await next.OpenWalletAsync("/restore");
        await Assertions.Expect(next.Page.GetByTestId("get-again")).ToHaveCountAsync(2);
        await next.Page.GetByTestId("get-again").First.ClickAsync();
        await next.PressMainButtonAsync();
        await next.Page.GetByTestId("show").ClickAsync();
        await next.Page.CardFace(WalletSteps.CitizenId).WaitForAsync();

        await next.OpenWalletAsync("/restore");
        await next.Page.GetByTestId("get-again").ClickAsync();
        await next.PressMainButtonAsync();
        await next.Page.GetByTestId("show").ClickAsync();
        await next.Page.Locator("form[action='/permit/mine/card'] .kern-btn--primary").ClickAsync();
        await next.Page.GetByTestId("accept").ClickAsync();
        await next.Page.CardFace(WalletSteps.Permit).WaitForAsync();
    }
}
