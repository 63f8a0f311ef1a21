using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>From a page to an app: what browsers want of a page they install, and what the wallet says where a person has to do it.</summary>
public sealed class InstallationJourney(CityBrowser city)
{
    /// <summary>The sizes that the manifest states, beside those that the pictures have.</summary>
    private const string Sizes =
        """
        async () => {
            const manifest = await (await fetch('/manifest.webmanifest')).json();
            const pictures = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(shortcut => shortcut.icons)].filter(picture => picture.sizes !== 'any');
            return Promise.all(pictures.map(async ({ src, sizes }) => {
                const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
                return `${src} ${sizes} ${width}x${height}`;
            }));
        }
        """;

    /// <summary>The one reason against it is that a test's browser keeps nothing.</summary>
    [Fact]
    public async Task Chromium_finds_nothing_in_the_way_of_installing_the_wallet()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.OpenWalletAsync();
        await visitor.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        var devTools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        var errors = (await devTools.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors").EnumerateArray();
        Assert.All(errors, error => Assert.Equal("in-incognito", error.GetProperty("errorId").GetString()));

        var manifest = (await devTools.SendAsync("Page.getAppManifest"))!.Value;
        Assert.Empty(manifest.GetProperty("errors").EnumerateArray());
        Assert.Equal(new Uri(city.Town.WalletUrl, "/manifest.webmanifest").AbsoluteUri, manifest.GetProperty("url").GetString());
        var said = JsonDocument.Parse(manifest.GetProperty("data").GetString()!).RootElement;
        foreach (var member in (string[])["id", "name", "short_name", "description", "lang", "dir", "start_url", "scope", "display", "icons", "screenshots", "shortcuts", "launch_handler", "share_target"])
            Assert.True(said.TryGetProperty(member, out _), member);
        Assert.Equal(["narrow", "wide"], said.GetProperty("screenshots").EnumerateArray().Select(picture => picture.GetProperty("form_factor").GetString()).Distinct().Order());

        var pictures = await visitor.Page.EvaluateAsync<string[]>(Sizes);
        Assert.All(pictures.Select(picture => picture.Split(' ')), picture => Assert.Equal(picture[1], picture[2]));
    }

    [Theory]
    [InlineData("/", "de")]
    [InlineData("/", "en")]
    [InlineData("/settings", "de")]
    public async Task Where_the_browser_can_ask_one_tap_installs_the_wallet(string path, string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.OpenWalletAsync();
        if (path != "/")
        {
            await visitor.SetUpWalletAsync();
            await visitor.OpenWalletAsync(path);
        }

        await page.Locator("h1").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("install")).ToHaveCountAsync(0);
        await visitor.OfferInstallationAsync();
        await visitor.LookAsync(path == "/" ? "wallet-install" : null);
        await visitor.LookCloselyAsync();
        await page.GetByTestId("install").ClickAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("window.asked"));
        await page.EvaluateAsync("dispatchEvent(new Event('appinstalled'))");
        await Assertions.Expect(page.GetByTestId("installed")).ToBeVisibleAsync();
        visitor.AssertQuietConsole();
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task On_an_iPhone_the_wallet_shows_how_and_begins_with_a_code_afterwards(string language)
    {
        await using var safari = await city.PhoneAsync(language);
        await safari.Page.AddInitScriptAsync(Iphone(standalone: false));
        await safari.OpenWalletAsync();
        await Assertions.Expect(safari.Page.GetByTestId("install-by-hand").Locator("li")).ToHaveCountAsync(3);
        await safari.LookAsync("wallet-install-ios");
        await safari.LookCloselyAsync();

        await using var app = await city.PhoneAsync(language);
        await app.Page.AddInitScriptAsync(Iphone(standalone: true));
        await app.OpenWalletAsync();
        await app.SetUpWalletAsync();
        await Assertions.Expect(app.Page.GetByTestId("install-by-hand")).ToHaveCountAsync(0);
        await app.Page.GetByTestId("code-first").WaitForAsync();
        await app.LookCloselyAsync();
        await app.Page.GetByTestId("code-first").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(app.Page.GetByTestId("typed-code")).ToBeVisibleAsync();
    }

    /// <summary>The same app in a wide window; its picture is one of those in the manifest.</summary>
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task On_a_desktop_computer_the_wallet_receives_and_shows_a_card_too(string language)
    {
        await using var visitor = await city.DesktopAsync(language);
        var page = visitor.Page;
        using var management = city.Town.ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/demo/id-card/offers", new { resident_id = "anybody-eligible" }, TestContext.Current.CancellationToken);
        var offer = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        await page.GotoAsync(offer.GetProperty("town_wallet_uri").GetString()!);
        await visitor.SetUpLockAsync();
        await page.GetByTestId("accept").ClickAsync();
        await page.GetByTestId("arrived").WaitForAsync();
        await page.GetByTestId("back").ClickAsync();
        await page.GetByTestId("card-face").WaitForAsync();
        await visitor.LookAsync("wallet-home", alsoDark: true);
        visitor.AssertQuietConsole();
    }

    /// <summary>Safari there tells whether it is an app, and has a screen for several fingers.</summary>
    private static string Iphone(bool standalone) =>
        $"Object.defineProperties(navigator, {{ standalone: {{ value: {(standalone ? "true" : "false")} }}, maxTouchPoints: {{ value: 5 }} }})";

    /// <summary>What another app shares with the installed wallet arrives where a scanned code does.</summary>
    [Fact]
    public async Task A_link_shared_with_the_wallet_is_read_like_a_scanned_code()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.OpenWalletAsync("/scan?text=" + Uri.EscapeDataString("https://example.com/"));
        await visitor.SetUpLockAsync();
        await Assertions.Expect(page.GetByTestId("scan-problem")).ToBeVisibleAsync();
        await page.GetByTestId("lock").ClickAsync();
        await visitor.AskForDemoIdCardAsync();
        await page.GetByTestId("unlock").WaitForAsync();
        await visitor.OpenWalletAsync("/scan?text=" + Uri.EscapeDataString(page.Url));
        await visitor.UnlockWalletAsync();
        await Assertions.Expect(page.GetByTestId("offered")).ToBeVisibleAsync();
    }
}
