using System.Globalization;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>A visitor wants to know what became of a project: without an account, on the phone and on the desktop.</summary>
public sealed class ShowroomJourney(CityBrowser city)
{
    private const int LargestFirstLoad = 100_000;

    [Theory]
    [InlineData("de", true)]
    [InlineData("en", true)]
    [InlineData("de", false)]
    [InlineData("en", false)]
    public async Task A_visitor_finds_a_project_its_run_time_its_sums_with_source_and_looks_back(string language, bool phone)
    {
        await using var visitor = await (phone ? city.PhoneAsync(language) : city.DesktopAsync(language));
        var page = visitor.Page;
        await visitor.OpenPortalAsync("/");
        await page.Locator("main a[href='/showroom']").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(language == "de" ? "44 von 67 gefunden" : "44 of 67 found");
        await visitor.LookAsync("showroom", alsoDark: true);

        await page.Locator("#town").SelectOptionAsync("05513000");
        await page.Locator(".showroom-filter button").ClickAsync();
        await Assertions.Expect(page.Locator("article.project")).ToHaveCountAsync(9);
        await page.Locator("article.project a[href='/showroom/projects/smartphone-buerger-id']").ClickAsync();
        var facts = page.Locator("table.facts");
        await Assertions.Expect(facts).ToContainTextAsync(language == "de" ? "4.600.000 € (gerundet)" : "4,600,000 € (rounded)");
        await Assertions.Expect(facts).ToContainTextAsync("2021");
        await Assertions.Expect(facts.Locator("a[href^='https://dmr.kdn.de/']").First).ToBeVisibleAsync();
        await visitor.LookAsync("showroom-project");

        await page.Locator("main a[href='/showroom/towns/05513000']").First.ClickAsync();
        await Assertions.Expect(page.Locator("table.timeline tbody tr")).ToHaveCountAsync(9);
        await visitor.LookAsync("showroom-town", alsoDark: true);
        await page.Locator("#as-of").FillAsync("2020-07");
        await page.Locator(".dated button").ClickAsync();
        await Assertions.Expect(page.Locator(".occasion__projects li")).ToHaveCountAsync(8);
        await Assertions.Expect(page.Locator(".occasion")).ToContainTextAsync(language == "de" ? "ein Schluss und nicht belegt" : "a conclusion and not proven");
        await visitor.LookAsync("showroom-july-2020");

        await visitor.OpenPortalAsync("/showroom/embed/towns/05513000");
        await visitor.LookAsync();
        visitor.AssertQuietConsole();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/showroom")]
    [InlineData("/showroom/towns/05513000?as-of=2020-07")]
    public async Task The_first_load_on_a_phone_weighs_at_most_100_kilobytes(string address)
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.OpenPortalAsync(address);
        await visitor.Page.EvaluateAsync("document.fonts.ready");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var loaded = await visitor.Page.EvaluateAsync<string[]>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(entry => `${entry.transferSize} ${entry.name}`)");

        Assert.Contains(loaded, line => line.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.True(loaded.Sum(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture)) <= LargestFirstLoad, string.Join('\n', loaded));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task The_project_office_changes_a_project_and_the_showroom_shows_it(string language)
    {
        await using var clerk = await city.DesktopAsync(language);
        await clerk.SignInAsDemoStaffAsync("/office", "Emre Aktenstein");
        await clerk.Page.Locator("a[href='/office/region/projects']").First.ClickAsync();
        await clerk.LookAsync("project-office");
        await clerk.Page.Locator("a[href='/office/region/projects/next-level-sports']").ClickAsync();
        await clerk.LookAsync();
        await using var visitor = await city.PhoneAsync(language);
        await visitor.OpenPortalAsync("/showroom/projects/next-level-sports");
        await clerk.Page.Locator("#contact_role").FillAsync($"Projektleitung ({language})");
        await clerk.Page.Locator("#reason").FillAsync("Die Ansprechstelle heißt jetzt anders");
        await clerk.PressMainButtonAsync();

        await Assertions.Expect(clerk.Page.Locator("table.facts")).ToContainTextAsync($"Projektleitung ({language})");
        await Assertions.Expect(clerk.Page.Locator(".story")).ToContainTextAsync("Die Ansprechstelle heißt jetzt anders");
        await clerk.LookAsync();
        // A page for everybody may be a second old.
        await Task.Delay(TimeSpan.FromSeconds(1));
        await visitor.OpenPortalAsync("/showroom/projects/next-level-sports");
        await Assertions.Expect(visitor.Page.Locator("table.facts")).ToContainTextAsync($"Projektleitung ({language})");
        await Assertions.Expect(visitor.Page.Locator(".staff-bar")).ToHaveCountAsync(0);
        clerk.AssertQuietConsole();
    }
}
