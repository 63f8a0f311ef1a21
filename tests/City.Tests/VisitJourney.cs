using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>The minister's visit: guests on their own phones, and a big screen that tours by itself and follows them.</summary>
public sealed class VisitJourney(CityBrowser city)
{
    private const string IdCard = "urn:modellstadt:visit-citizen-id:1";
    private const string PermitCard = "urn:modellstadt:visit-permit:1";

    private static readonly string[] Slides = ["start", "map", "themes", "timeline", "money", "live"];

    /// <summary>From four metres, on a screen of 1.2 metres: letters of a 200th of the distance.</summary>
    private const double SmallestLetters = 40;

    /// <summary>The size of the smallest words in sight, in pixels of the screen, also of those drawn.</summary>
    private const string Smallest =
        """
        () => Math.min(...[...document.querySelectorAll('main *')]
            .filter(element => element.checkVisibility() && !element.closest('.kern-sr-only') && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''))
            .map(element => parseFloat(getComputedStyle(element).fontSize) * (element.getScreenCTM?.().a ?? 1)))
        """;

    [Fact]
    public async Task Guests_get_DEMO_cards_on_their_phones_the_screen_follows_and_at_the_end_all_is_gone()
    {
        await using var clerk = await city.DesktopAsync();
        await using var screen = await ScreenAsync("de");
        await using var german = await city.PhoneAsync();
        await using var english = await city.PhoneAsync("en");

        await clerk.SignInAsDemoStaffAsync("/office/region/visits", "Emre Aktenstein");
        await clerk.Page.Locator("#name").FillAsync("Besuch der Ministerin");
        await clerk.Page.Locator("#places").FillAsync("12");
        await clerk.PressMainButtonAsync();
        var open = clerk.Page.Locator("main a[href^='/showroom/screen/visits/']");
        await clerk.LookAsync("office-visits");
        await screen.OpenPortalAsync((await open.GetAttributeAsync("href"))!);
        var code = await screen.Page.Locator(".typed-code").InnerTextAsync();

        await ComeInAsync(german, code);
        await Assertions.Expect(screen.Page.Locator("[data-guest='1']")).ToHaveAttributeAsync("data-step", "Scanned");
        await ComeInAsync(english, code);
        await TakeIdAsync(german);
        await Assertions.Expect(screen.Page.Locator("[data-guest='1']")).ToHaveAttributeAsync("data-step", "HasId");
        await screen.LookAsync("visit-screen");
        await AssertReadableAsync(screen);

        await ApplyAsync(german);
        await Assertions.Expect(screen.Page.Locator("[data-guest='1']")).ToHaveAttributeAsync("data-step", "HasPermit");
        await TakeIdAsync(english);
        await ApplyAsync(english);
        await Assertions.Expect(screen.Page.Locator("[data-guest='2']")).ToHaveAttributeAsync("data-step", "HasPermit");
        await Assertions.Expect(screen.Page.Locator("[data-guest='2']")).ToContainTextAsync("Green badger");

        await clerk.Page.Locator("[data-visit] button").ClickAsync();
        await clerk.LookAsync();
        await screen.Page.WaitForURLAsync("**/showroom/screen");
        await Assertions.Expect(german.Page.CardFace(PermitCard)).ToHaveAttributeAsync("data-status", "revoked", new() { Timeout = 60_000 });
        await german.LookAsync("visit-ended");
        foreach (var visitor in (Visitor[])[clerk, screen, german, english])
            visitor.AssertQuietConsole();
    }

    [Theory]
    [InlineData("de", true)]
    [InlineData("en", false)]
    public async Task Every_picture_of_the_tour_can_be_read_across_the_room(string language, bool looksAtAll)
    {
        await using var screen = await ScreenAsync(language);
        for (var slide = 1; slide <= Slides.Length; slide++)
        {
            await screen.OpenPortalAsync($"/showroom/screen?slide={slide}&pause=yes");
            await Assertions.Expect(screen.Page.Locator("[data-slide]:visible")).ToHaveAttributeAsync("data-slide", Slides[slide - 1]);
            await AssertReadableAsync(screen);
            // The pictures are the same in both languages: of one of them axe sees all, of the other the one with most words.
            if (looksAtAll || slide == 3)
                await screen.LookAsync(PictureOf(slide));
            await screen.Page.SetViewportSizeAsync(1920, 1080);
        }

        screen.AssertQuietConsole();
    }

    [Fact]
    public async Task The_screen_tours_by_itself_and_stays_when_paused()
    {
        await using var screen = await ScreenAsync("de");
        var page = screen.Page;
        // The clock stands still but for what the test lets it run.
        await page.Clock.InstallAsync(new() { TimeDate = DateTime.UnixEpoch.AddYears(57) });
        await page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddYears(57).AddSeconds(1));
        await screen.OpenPortalAsync("/showroom/screen");
        var pause = page.Locator("[data-screen-pause]");
        await pause.WaitForAsync();
        foreach (var slide in Slides)
        {
            await AssertShownAsync(page, slide);
            await page.Clock.RunForAsync(15_000);
        }

        // After the last picture the page comes anew, with fresh figures.
        await page.WaitForURLAsync("**/showroom/screen?slide=1");
        await pause.WaitForAsync();
        await pause.ClickAsync();
        await page.Clock.RunForAsync(60_000);
        await AssertShownAsync(page, "start");
        await page.Keyboard.PressAsync("PageDown");
        await AssertShownAsync(page, "map");
        await pause.ClickAsync();
        await page.Clock.RunForAsync(15_000);
        await AssertShownAsync(page, "themes");
        screen.AssertQuietConsole();
    }

    /// <summary>The guides have two of them.</summary>
    private static string? PictureOf(int slide) => slide is 1 or 3 ? $"screen-{Slides[slide - 1]}" : null;

    private static Task AssertShownAsync(IPage page, string slide) => Assertions.Expect(page.Locator("[data-slide]:visible")).ToHaveAttributeAsync("data-slide", slide);

    private async Task<Visitor> ScreenAsync(string language)
    {
        var screen = await city.DesktopAsync(language);
        await screen.Page.SetViewportSizeAsync(1920, 1080);
        return screen;
    }

    /// <summary>Letters are large enough, and nothing lies below the edge.</summary>
    private static async Task AssertReadableAsync(Visitor screen)
    {
        await screen.Page.SetViewportSizeAsync(1920, 1080);
        Assert.True(await screen.Page.EvaluateAsync<double>(Smallest) >= SmallestLetters, $"{screen.Page.Url}: letters of {await screen.Page.EvaluateAsync<double>(Smallest)} pixels");
        Assert.InRange(await screen.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1, 1080);
    }

    /// <summary>Scans the code and takes part; the wallet opens.</summary>
    private static async Task ComeInAsync(Visitor guest, string code)
    {
        await guest.OpenPortalAsync($"/guest/{code}");
        await guest.LookAsync("visit-door");
        await guest.PressMainButtonAsync();
        await guest.Page.GetByTestId("choose-pin").WaitForAsync();
    }

    private static async Task TakeIdAsync(Visitor guest)
    {
        await guest.SetUpWalletIfNewAsync();
        await guest.Page.GetByTestId("accept").ClickAsync();
        await guest.Page.CardFace(IdCard).WaitForAsync();
        await guest.LookAsync("visit-id");
        await guest.Page.GetByTestId("to-town").ClickAsync();
        await Assertions.Expect(guest.Page.Locator("[data-step]")).ToHaveAttributeAsync("data-step", "HasId");
        await guest.LookAsync();
    }

    /// <summary>Shows the DEMO citizen ID; the DEMO permit comes without a further tap.</summary>
    private static async Task ApplyAsync(Visitor guest)
    {
        await guest.PressMainButtonAsync();
        await guest.Page.GetByTestId("show").ClickAsync();
        await Assertions.Expect(guest.Page.CardFace(PermitCard)).ToHaveAttributeAsync("data-status", "valid");
        await guest.LookAsync("visit-permit");
    }
}
