using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Registers;

namespace Modellstadt.City.Tests;

/// <summary>The wallet in flight mode: it opens, shows what it holds, and each screen says what it cannot do now and what to do instead.</summary>
public sealed class WithoutNetworkJourney(CityBrowser city)
{
    private static readonly string[] Screens = ["/", "/scan", "/history", "/settings", "/get-card"];

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Each_screen_says_what_it_cannot_do_without_a_network_and_what_to_do_instead(string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        var card = new Uri(page.Url).PathAndQuery;
        await visitor.GoOfflineAsync();

        var sentences = new HashSet<string>();
        foreach (var path in Screens.Append(card))
        {
            await visitor.OpenWalletAsync(path);
            await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
            await page.Locator("main[aria-busy=false]").WaitForAsync();
            var sentence = await page.GetByTestId("offline").InnerTextAsync();
            Assert.StartsWith(language == "de" ? "Kein Internet." : "No internet.", sentence.Trim(), StringComparison.Ordinal);
            Assert.True(sentences.Add(sentence), $"{path} says what another screen says: {sentence}");
            await Assertions.Expect(page.GetByTestId("crashed")).ToHaveCountAsync(0);
            await visitor.LookAsync(path == "/scan" ? "wallet-scan-offline" : null);
        }

        await Assertions.Expect(page.GetByTestId("card-claims")).ToBeVisibleAsync();
    }

    /// <summary>Links of the town that wait behind the lock when the network goes: an offer and a question.</summary>
    [Fact]
    public async Task A_link_that_comes_without_a_network_goes_on_when_the_network_is_back()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");

        await page.GetByTestId("lock").ClickAsync();
        await visitor.AskForDemoIdCardAsync(DemoStory.SeveralVehicles);
        await FailAndGoOnAsync(visitor, "accept");
        await page.GetByTestId("accept").ClickAsync();
        await page.GetByTestId("arrived").WaitForAsync();

        await page.GetByTestId("lock").ClickAsync();
        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.PressMainButtonAsync();
        await FailAndGoOnAsync(visitor, "show");
    }

    /// <summary>A typed code needs the town; the scanner says so before anybody types.</summary>
    [Fact]
    public async Task The_scanner_leaves_the_camera_off_without_a_network_and_switches_it_on_with_it()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.OpenWalletAsync();
        await visitor.SetUpWalletAsync();
        await visitor.OpenWalletAsync("/scan");
        await page.GetByTestId("typed-code").WaitForAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await visitor.GoOfflineAsync();
        await Assertions.Expect(page.GetByTestId("to-cards")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("picture")).ToHaveCountAsync(0);
        await page.GetByTestId("typed-code").FillAsync("A3K7QM2P");
        await page.GetByTestId("typed-go").ClickAsync();
        await Assertions.Expect(page.GetByTestId("typed-problem")).ToContainTextAsync("Ohne Internet");
        await visitor.GoOfflineAsync(offline: false);
        await Assertions.Expect(page.GetByTestId("camera").Or(page.GetByTestId("camera-problem"))).ToBeVisibleAsync();
    }

    private static async Task FailAndGoOnAsync(Visitor visitor, string goal)
    {
        var page = visitor.Page;
        await page.GetByTestId("unlock").WaitForAsync();
        await visitor.GoOfflineAsync();
        await visitor.UnlockWalletAsync();
        await page.GetByTestId("failure").Locator("[data-kind=network]").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("offline")).ToBeVisibleAsync();
        await visitor.LookAsync();
        await visitor.GoOfflineAsync(offline: false);
        await Assertions.Expect(page.GetByTestId("offline")).ToHaveCountAsync(0);
        await page.GetByTestId("retry").ClickAsync();
        await page.GetByTestId(goal).WaitForAsync();
    }
}
