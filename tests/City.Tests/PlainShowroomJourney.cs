using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using UglyToad.PdfPig;

namespace Modellstadt.City.Tests;

/// <summary>The showroom where it has least: in a browser without scripts, and on paper.</summary>
public sealed class PlainShowroomJourney(CityBrowser city)
{
    [Fact]
    public async Task Without_scripts_a_visitor_chooses_reads_looks_back_and_sees_the_big_screen_tour()
    {
        await using var visitor = await city.DesktopWithoutScriptsAsync();
        var page = visitor.Page;
        await visitor.OpenPortalAsync("/showroom");
        await page.Locator("#town").SelectOptionAsync("05513000");
        await page.Locator(".showroom-filter button").ClickAsync();
        await Assertions.Expect(page.Locator("article.project")).ToHaveCountAsync(9);
        await page.Locator("article.project a[href='/showroom/projects/smartphone-buerger-id']").ClickAsync();
        await Assertions.Expect(page.Locator("table.facts")).ToContainTextAsync("4.600.000 € (gerundet)");
        await page.Locator("main a[href='/showroom/towns/05513000']").First.ClickAsync();
        await page.Locator("#as-of").FillAsync("2020-07");
        await page.Locator(".dated button").ClickAsync();
        await Assertions.Expect(page.Locator(".occasion__projects li")).ToHaveCountAsync(8);

        await visitor.OpenPortalAsync("/showroom");
        await page.Locator("main a[href='/showroom/screen']").ClickAsync();
        // The browser itself goes on to the next picture, unless it is paused.
        await Assertions.Expect(page.Locator("meta[http-equiv=refresh]")).ToHaveAttributeAsync("content", "15;url=/showroom/screen?slide=2");
        await page.Locator("[data-screen-next]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-slide]:visible")).ToHaveAttributeAsync("data-slide", "map");
        await page.Locator("[data-screen-plain]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-slide]:visible")).ToHaveAttributeAsync("data-slide", "map");
        await Assertions.Expect(page.Locator("meta[http-equiv=refresh]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/showroom", "44 von 67 gefunden", "Stadt für Stadt")]
    [InlineData("/showroom/towns/05513000?as-of=2020-07", "Stand Juli 2020", "Laufzeiten")]
    [InlineData("/showroom/projects/smartphone-buerger-id", "4.600.000", "(https://dmr.kdn.de/")]
    public async Task On_paper_stands_the_content_with_its_sources_and_nothing_that_only_a_screen_can_do(string address, string sentence, string other)
    {
        await using var visitor = await city.DesktopAsync();
        await visitor.OpenPortalAsync(address);
        using var paper = PdfDocument.Open(await visitor.Page.PdfAsync(new PagePdfOptions { Format = "A4" }));
        var words = string.Join(' ', paper.GetPages().SelectMany(sheet => sheet.GetWords()).Select(word => word.Text));

        Assert.Contains(sentence, words, StringComparison.Ordinal);
        Assert.Contains(other, words, StringComparison.Ordinal);
        foreach (var onScreenOnly in (string[])["Impressum", "Bewohnerparkausweis Bürger-ID Wallet", "Anmeldung für Beschäftigte", "Zum Inhalt", "English"])
            Assert.DoesNotContain(onScreenOnly, words, StringComparison.Ordinal);
    }
}
