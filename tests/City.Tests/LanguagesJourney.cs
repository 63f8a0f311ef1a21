using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>The wallet in its six languages, for eyes that need large letters, and for ears.</summary>
public sealed partial class LanguagesJourney(CityBrowser city)
{
    [Theory]
    [InlineData("de", "ltr")]
    [InlineData("de-simple", "ltr")]
    [InlineData("en", "ltr")]
    [InlineData("tr", "ltr")]
    [InlineData("uk", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task Every_screen_of_the_wallet_can_be_read_in_every_language(string language, string direction)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.OpenWalletAsync();
        if (language == "de-simple")
            await page.GetByTestId("language-de-simple").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        await visitor.LookCloselyAsync();
        await page.GetByTestId("choose-pin").ClickAsync();
        await page.GetByTestId("pin-new").WaitForAsync();
        await visitor.LookCloselyAsync();
        await visitor.ChoosePinAsync();
        await page.GetByTestId("make-code").WaitForAsync();
        await visitor.LookCloselyAsync();
        await page.GetByTestId("code-later").ClickAsync();
        await page.GetByTestId("empty").WaitForAsync();
        await visitor.LookCloselyAsync();

        await visitor.AskForDemoIdCardAsync();
        await page.GetByTestId("offered").WaitForAsync();
        await visitor.LookCloselyAsync();
        await page.GetByTestId("accept").ClickAsync();
        await page.GetByTestId("card-claims").WaitForAsync();
        await visitor.LookCloselyAsync();
        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.PressMainButtonAsync();
        await page.GetByTestId("asked").WaitForAsync();
        await visitor.LookCloselyAsync();
        await page.GetByTestId("show").ClickAsync();
        await page.CardFace(WalletSteps.CitizenId).WaitForAsync();
        await page.GetByTestId("remove").ClickAsync();
        await visitor.LookCloselyAsync();

        await visitor.OpenWalletAsync("/demo-card");
        foreach (var step in (string[])["get", "have", "show", "shown", "lose"])
        {
            await page.Locator($"[data-step={step}]").WaitForAsync();
            await visitor.LookCloselyAsync();
            await page.GetByTestId("demo-yes").ClickAsync();
        }

        foreach (var path in (string[])["", "scan", "settings", "card/none", "history"])
        {
            await visitor.OpenWalletAsync($"/{path}");
            await page.Locator("main h1").WaitForAsync();
            await page.GetByTestId("help").Locator("summary").ClickAsync();
            await visitor.LookCloselyAsync();
        }

        await page.GetByTestId("lock").ClickAsync();
        await page.GetByTestId("unlock").WaitForAsync();
        await visitor.LookCloselyAsync();
        visitor.AssertQuietConsole();
        await visitor.UnlockWalletAsync();
        await page.GetByTestId("lock").WaitForAsync();
        await visitor.OpenWalletAsync("/receive?credential_offer_uri=nonsense");
        await page.GetByTestId("failure").WaitForAsync();
        await visitor.LookCloselyAsync();
    }

    /// <summary>The other languages come when somebody chooses them, and then without a network too.</summary>
    /// <summary>Once the wallet is in use, the service worker fetches the other languages in its own time.</summary>
    private const string WaitForTurkish =
        """
        async () => {
            for (;;) {
                for (const name of await caches.keys())
                    if ((await (await caches.open(name)).keys()).some(({ url }) => url.includes('/assets/tr-'))) return;
                await new Promise(resolve => setTimeout(resolve, 50));
            }
        }
        """;

    [Fact]
    public async Task A_wallet_loads_one_language_and_keeps_all_for_the_time_without_a_network()
    {
        await using var visitor = await city.PhoneAsync("uk");
        var page = visitor.Page;
        List<string> scripts = [];
        page.Request += (_, request) => scripts.Add(new Uri(request.Url).AbsolutePath);
        await visitor.OpenWalletAsync();
        await page.GetByTestId("choose-pin").WaitForAsync();
        Assert.Single(scripts, path => IsLanguage().IsMatch(path));
        Assert.Contains(scripts, path => path.StartsWith("/assets/uk-", StringComparison.Ordinal));
        await visitor.SetUpWalletAsync();
        await page.GetByTestId("empty").WaitForAsync();
        await page.EvaluateAsync(WaitForTurkish);

        await visitor.GoOfflineAsync();
        await visitor.OpenWalletAsync("/settings");
        await page.GetByTestId("language-tr").ClickAsync();

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "tr");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "tr");
    }

    [Fact]
    public async Task Who_does_not_see_the_screen_gets_a_card_and_shows_it_in_German() => await WalkByEarAsync("de", new Heard(
        Welcome: "Ihre Ausweise auf diesem Gerät", ChoosePin: "Mit einer PIN", NewPin: "Neue PIN", RepeatPin: "PIN wiederholen", Finish: "Wallet einrichten",
        Reading: "Das Angebot wird gelesen", NewCard: "Neue Karte", Accept: "Annehmen", Arrived: "ist angekommen", ShowData: "Daten zeigen", Show: "Zeigen und Karte annehmen",
        Help: "Was ist das?", Lock: "Sperren", ToCards: "Zu meinen Karten", Cards: "Meine Karten"));

    [Fact]
    public async Task Who_does_not_see_the_screen_gets_a_card_and_shows_it_in_Arabic() => await WalkByEarAsync("ar", new Heard(
        Welcome: "وثائقك على هذا الجهاز", ChoosePin: "برقم سري (PIN)", NewPin: "الرقم السري الجديد", RepeatPin: "أعد كتابة الرقم السري", Finish: "إعداد المحفظة",
        Reading: "تُقرأ البطاقة المعروضة", NewCard: "بطاقة جديدة", Accept: "قبول", Arrived: "وصلت بطاقة", ShowData: "عرض البيانات", Show: "عرض وقبول البطاقة",
        Help: "ما هذا؟", Lock: "قفل", ToCards: "إلى بطاقاتي", Cards: "بطاقاتي"));

    /// <summary>Finds everything by role and name, as a screen reader does, and asks each time where the focus is.</summary>
    private async Task WalkByEarAsync(string language, Heard heard)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        var offer = await OfferIdCardAsync();
        await visitor.OpenWalletAsync(offer);
        await Assertions.Expect(Heading(page, heard.Welcome)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToHaveCountAsync(1);
        await Button(page, heard.ChoosePin).PressAsync("Enter");
        await page.GetByLabel(heard.NewPin).FillAsync(WalletSteps.Pin);
        await page.GetByLabel(heard.RepeatPin).FillAsync(WalletSteps.Pin);
        var wait = await HoldIssuerAsync(page);
        await Button(page, heard.Finish).PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = heard.Reading })).ToHaveCountAsync(1);
        wait.SetResult();
        await Assertions.Expect(Button(page, heard.Accept)).ToBeVisibleAsync();
        await Assertions.Expect(Heading(page, heard.NewCard)).ToBeFocusedAsync();
        await page.GetByText(heard.Help).PressAsync("Enter");
        await Button(page, heard.Accept).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = heard.Arrived })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.PressMainButtonAsync();
        await Assertions.Expect(Heading(page, heard.ShowData)).ToBeVisibleAsync();
        await Button(page, heard.Show).PressAsync("Enter");
        await page.CardFace(WalletSteps.CitizenId).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = heard.ToCards }).PressAsync("Enter");
        await Assertions.Expect(Heading(page, heard.Cards)).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(1);
        var lockButton = page.GetByRole(AriaRole.Button, new() { Name = heard.Lock, Exact = true });
        await lockButton.PressAsync("Enter");
        await Assertions.Expect(lockButton).ToHaveCountAsync(0);
        visitor.AssertQuietConsole();
    }

    private static ILocator Heading(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Lets the issuer answer only when the returned task is done: what is said meanwhile can be heard.</summary>
    private static async Task<TaskCompletionSource> HoldIssuerAsync(IPage page)
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/issuers/**", async route =>
        {
            await released.Task;
            await route.ContinueAsync();
        });
        return released;
    }

    private async Task<string> OfferIdCardAsync()
    {
        using var management = city.Town.ManagementClient();
        using var offered = await management.PostAsJsonAsync("/management/v1/demo/id-card/offers", new JsonObject { ["resident_id"] = "anybody-eligible" });
        return new Uri((string)(await offered.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["town_wallet_uri"]!).PathAndQuery;
    }

    [GeneratedRegex(@"^/assets/(de|deSimple|en|tr|uk|ar)-[^/]+\.js$")]
    private static partial Regex IsLanguage();

    /// <summary>What is read out, in the language of the listener.</summary>
    private sealed record Heard(
        string Welcome, string ChoosePin, string NewPin, string RepeatPin, string Finish, string Reading, string NewCard, string Accept, string Arrived,
        string ShowData, string Show, string Help, string Lock, string ToCards, string Cards);
}
