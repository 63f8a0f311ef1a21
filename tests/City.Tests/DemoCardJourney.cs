using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>"Show somebody else how it works": a made-up card that needs no town and answers nobody.</summary>
public sealed class DemoCardJourney(CityBrowser city)
{
    [Fact]
    public async Task A_made_up_card_explains_the_wallet_without_a_network_and_goes_again()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.OpenWalletAsync();
        await visitor.SetUpWalletAsync();
        await page.GetByTestId("empty").WaitForAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await visitor.GoOfflineAsync();
        await page.ReloadAsync();

        await page.GetByTestId("to-demo-card").ClickAsync();
        await AtStepAsync(page, "get");
        await Assertions.Expect(page.GetByTestId("peer-name")).ToHaveTextAsync("Musterstadt");
        await page.GetByTestId("demo-yes").ClickAsync();
        await AtStepAsync(page, "have");
        await Assertions.Expect(page.Locator(".card-face .demo-mark")).ToBeVisibleAsync();
        await page.GetByTestId("demo-yes").ClickAsync();
        await AtStepAsync(page, "show");
        await Assertions.Expect(page.Locator("h2:focus")).ToHaveTextAsync("Die Karte zeigen");
        await page.GetByTestId("demo-yes").ClickAsync();
        await AtStepAsync(page, "shown");
        await page.GetByTestId("demo-yes").ClickAsync();
        await AtStepAsync(page, "lose");
        await page.GetByTestId("demo-yes").ClickAsync();
        await AtStepAsync(page, "end");

        await visitor.OpenWalletAsync();
        await Assertions.Expect(page.GetByTestId("empty")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("demo-card").Locator(".demo-mark")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("card-link")).ToHaveCountAsync(0);
        await page.GetByTestId("demo-card").ClickAsync();
        for (var step = 0; step < 4; step++)
            await page.GetByTestId("demo-yes").ClickAsync();
        await page.GetByTestId("demo-no").ClickAsync();
        await Assertions.Expect(page.GetByTestId("to-demo-card")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("demo-card")).ToHaveCountAsync(0);
    }

    /// <summary>A real request, from a wallet whose only card is the made-up one.</summary>
    [Fact]
    public async Task The_made_up_card_never_answers_a_request_and_no_warden_takes_its_code()
    {
        await using var visitor = await city.PhoneAsync();
        await using var warden = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.OpenWalletAsync();
        await visitor.SetUpWalletAsync();
        await visitor.OpenWalletAsync("/demo-card");
        await AtStepAsync(page, "get");
        for (var step = 0; step < 3; step++)
            await page.GetByTestId("demo-yes").ClickAsync();
        var code = await page.GetByTestId("qr").GetAttributeAsync("data-text");

        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.PressMainButtonAsync();
        await Assertions.Expect(page.GetByTestId("missing-card")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("asked")).ToHaveCountAsync(0);

        await warden.SignInAsDemoStaffAsync("/warden", "Jana Streifenberg");
        await warden.BeginShiftAsync();
        await warden.Page.Locator("#plate").FillAsync(code!);
        await warden.PressMainButtonAsync();
        await warden.Page.Locator(".kern-alert, .verdict, .kern-error").First.WaitForAsync();
        await Assertions.Expect(warden.Page.GetByText("Gültig", new() { Exact = true })).ToHaveCountAsync(0);
    }

    private static Task AtStepAsync(IPage page, string step) => page.Locator($"[data-testid=demo-step][data-step={step}]").WaitForAsync();
}
