using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>A clerk draws a new zone on the map: taps set its corners, the text below says the same, nothing is loaded from elsewhere.</summary>
public sealed class ZoneMapJourney(CityBrowser city)
{
    [Fact]
    public async Task A_clerk_draws_a_zone_with_three_taps()
    {
        await using var clerk = await city.DesktopAsync();
        await clerk.SignInAsDemoStaffAsync("/office/rules", "Emre Aktenstein");
        await clerk.Page.Locator("#reason").FillAsync("Neue Zone am Hafen");
        await clerk.PressMainButtonAsync();
        await clerk.Page.Locator("#provisional_days").WaitForAsync();
        var draft = new Uri(clerk.Page.Url).AbsolutePath;
        await clerk.OpenPortalAsync($"{draft}/zones");
        await clerk.Page.Locator("[data-zone-map][data-ready]").WaitForAsync();
        await Assertions.Expect(clerk.Page.Locator(".zone-letter").First).ToBeVisibleAsync();

        var map = clerk.Page.Locator(".zone-map canvas");
        foreach (var (x, y) in new[] { (120f, 90f), (220f, 90f), (220f, 190f) })
            await map.ClickAsync(new() { Position = new Position { X = x, Y = y } });
        await Assertions.Expect(clerk.Page.Locator(".zone-corner")).ToHaveCountAsync(3);
        await Assertions.Expect(clerk.Page.Locator("#area")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^\\{\"type\":\"Polygon\""));
        await clerk.LookAsync("office-zone-map");

        await clerk.Page.Locator("#zone_id").FillAsync("H1");
        await clerk.Page.Locator("#name").FillAsync("Hafen");
        await clerk.Page.Locator("#source").FillAsync("Beschluss vom 12.11.2026");
        await clerk.PressAsync("In den Entwurf speichern");
        await Assertions.Expect(clerk.Page.Locator("#name")).ToHaveValueAsync("Hafen");
        await clerk.OpenPortalAsync(draft);
        await clerk.PressAsync("Entwurf verwerfen");
        await clerk.Page.Locator("#based-on").WaitForAsync();
        clerk.AssertQuietConsole();
    }
}
