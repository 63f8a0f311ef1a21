using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>
/// A card shown through the browser itself (W3C Digital Credentials API) in Chromium. The browser's own virtual wallet takes the call of
/// <c>navigator.credentials.get</c> (DevTools protocol) and gives what our holder library made of the question. That wallet cannot compute:
/// its answer is laid ready before the button is pressed.
/// </summary>
public sealed class BrowserWalletJourney(CityBrowser city)
{
    private const string AnybodyEligible = "anybody-eligible";

    private const string FetchRequests =
        "async () => JSON.stringify(await (await fetch(document.querySelector('[data-digital]').dataset.digital + '/request', { method: 'POST' })).json())";

    [Theory]
    [InlineData("de", DigitalCredentialProtocols.Signed)]
    [InlineData("en", DigitalCredentialProtocols.Unsigned)]
    public async Task A_card_in_a_wallet_that_the_browser_knows_is_shown_without_link_or_QR_code(string language, string protocol)
    {
        using var http = city.Town.NewClient();
        var wallet = await WalletWithIdCardAsync(http);
        await using var desktop = await city.DesktopAsync(language);
        await OpenQuestionAsync(desktop);
        await desktop.LookAsync();

        await desktop.SetVirtualWalletAsync("respond", wallet.AnswerBrowser(await RequestsAsync(desktop), protocol, city.Town.PortalUrl.OriginalString));
        await Button(desktop).ClickAsync();

        // The next page offers the citizen ID: its QR code is another one, and the question's button is gone.
        await Assertions.Expect(desktop.Page.Locator("[data-digital]")).ToHaveCountAsync(0);
        await Assertions.Expect(desktop.Page.Locator(".typed-code")).ToBeVisibleAsync();
        await Assertions.Expect(desktop.Page.Locator("h1")).ToHaveTextAsync(language == "de" ? "Ihre Bürger-ID ist bereit" : "Your citizen ID is ready");
        desktop.AssertQuietConsole();
    }

    [Theory]
    [InlineData("de", "Über den Browser wurde nichts gezeigt")]
    [InlineData("en", "Nothing was shown through the browser")]
    public async Task Who_closes_the_browsers_window_is_told_what_else_there_is(string language, string words)
    {
        await using var desktop = await city.DesktopAsync(language);
        await OpenQuestionAsync(desktop);

        await desktop.SetVirtualWalletAsync("decline");
        await Button(desktop).ClickAsync();

        await Assertions.Expect(desktop.Page.Locator("[data-digital-message]")).ToContainTextAsync(words);
        await Assertions.Expect(desktop.Page.Locator(".typed-code")).ToBeVisibleAsync();
        await desktop.LookAsync();
        desktop.AssertQuietConsole();
    }

    [Fact]
    public async Task An_answer_for_another_page_is_refused_in_plain_words()
    {
        using var http = city.Town.NewClient();
        var wallet = await WalletWithIdCardAsync(http);
        await using var desktop = await city.DesktopAsync();
        await OpenQuestionAsync(desktop);

        await desktop.SetVirtualWalletAsync("respond", wallet.AnswerBrowser(await RequestsAsync(desktop), DigitalCredentialProtocols.Unsigned, "https://attacker.example"));
        await Button(desktop).ClickAsync();

        await Assertions.Expect(desktop.Page.Locator("main")).ToContainTextAsync("Der Nachweis ließ sich nicht prüfen");
    }

    [Fact]
    public async Task A_phone_whose_browser_can_ask_wallets_offers_that_way_too()
    {
        await using var phone = await city.PhoneAsync("en");
        await phone.OpenPortalAsync("/permit");
        await phone.LookAsync();

        await phone.PressAsync("Let the browser ask my wallet");

        await Assertions.Expect(Button(phone)).ToBeVisibleAsync();
        await phone.LookAsync();
        phone.AssertQuietConsole();
    }

    [Fact]
    public async Task A_browser_that_cannot_ask_wallets_shows_nothing_of_it()
    {
        await using var desktop = await city.DesktopAsync();
        await desktop.Page.AddInitScriptAsync("delete globalThis.DigitalCredential");
        await desktop.OpenPortalAsync("/citizen-id");
        await desktop.PressMainButtonAsync();

        await Assertions.Expect(desktop.Page.Locator(".typed-code")).ToBeVisibleAsync();
        await Assertions.Expect(Button(desktop)).ToBeHiddenAsync();
    }

    private static ILocator Button(Visitor visitor) => visitor.Page.Locator("[data-digital] button");

    private static async Task OpenQuestionAsync(Visitor visitor)
    {
        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.PressMainButtonAsync();
        await Button(visitor).WaitForAsync();
    }

    /// <summary>What the page's script will hand to the browser.</summary>
    private static async Task<JsonArray> RequestsAsync(Visitor visitor) =>
        JsonNode.Parse(await visitor.Page.EvaluateAsync<string>(FetchRequests))!["requests"]!.AsArray();

    private async Task<HeadlessWallet> WalletWithIdCardAsync(HttpClient http)
    {
#pragma warning disable RS0030 // The town runs in a process of its own, by the clock of this machine.
        var wallet = new HeadlessWallet(http, TimeProvider.System, RandomSource.System.Fill);
#pragma warning restore RS0030
        await wallet.TrustAsync(city.Town);
        using var management = city.Town.ManagementClient();
        using var offered = await management.PostAsJsonAsync("/management/v1/demo/id-card/offers", new JsonObject { ["resident_id"] = AnybodyEligible });
        await wallet.ReceiveAsync((string)(await offered.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["town_wallet_uri"]!);
        return wallet;
    }
}
