using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>What a visitor meets first, the towns side by side, and the one question after a service.</summary>
public sealed class IndicatorsJourney(CityBrowser city)
{
    [Theory]
    [InlineData("de", true)]
    [InlineData("en", false)]
    public async Task A_visitor_meets_the_towns_projects_by_theme_first_and_finds_the_towns_side_by_side(string language, bool phone)
    {
        await using var visitor = await (phone ? city.PhoneAsync(language) : city.DesktopAsync(language));
        var page = visitor.Page;
        await visitor.OpenPortalAsync("/");
        await Assertions.Expect(page.Locator("main .kern-btn--primary")).ToHaveAttributeAsync("href", "/permit");
        await Assertions.Expect(page.Locator(".home-showroom .theme")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".home-showroom a[href='/showroom/projects/smartphone-buerger-id']")).ToBeVisibleAsync();
        await visitor.LookAsync("start");

        await page.Locator(".home-showroom a[href='/showroom/indicators']").ClickAsync();
        await Assertions.Expect(page.Locator("table.indicators").First.Locator("tbody tr")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(language == "de" ? "Eine Rangliste gibt es nicht" : "There is no ranking");
        await visitor.LookAsync("indicators");
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task Whoever_has_the_permit_may_say_with_one_click_how_it_was_and_is_asked_once()
    {
        // In a town of its own: in the others' the same person may have a permit already.
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var visitor = await city.PhoneAsync(town);
        var page = visitor.Page;
        await visitor.BecomeCitizenAsync(DemoStory.SeveralVehicles, 2);
        await visitor.GetPermitAsync();
        await visitor.OpenPortalAsync("/permit");
        await page.Locator("a[href^='/permit/applications/']").First.ClickAsync();

        await Assertions.Expect(page.Locator(".satisfaction button")).ToHaveCountAsync(5);
        await page.Locator(".satisfaction").ScrollIntoViewIfNeededAsync();
        await visitor.LookAsync("satisfaction");
        await page.Locator(".satisfaction button[value='4']").ClickAsync();
        await Assertions.Expect(page.Locator(".satisfaction")).ToContainTextAsync("Danke für Ihre Antwort");
        await Assertions.Expect(page.Locator(".satisfaction button")).ToHaveCountAsync(0);
        await visitor.LookAsync();
        visitor.AssertQuietConsole();
    }
}
