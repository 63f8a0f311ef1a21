using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>The project office imports software of others, and whoever looks for something like it finds it, marked.</summary>
public sealed class ImportJourney(CityBrowser city)
{
    private const string Software =
        """
        publiccodeYmlVersion: "0.7"
        name: Terminmeister
        url: https://code.example/terminmeister.git
        developmentStatus: stable
        organisation: {uri: "https://stadt.example", name: Stadt Beispiel}
        description:
          de:
            shortDescription: Vergibt Termine im Bürgerbüro.
            longDescription: Vergibt Termine im Bürgerbüro, <b>sofort</b> und ohne Anruf.
        legal: {license: EUPL-1.2}
        """;

    [Theory]
    [InlineData("de", false)]
    [InlineData("en", true)]
    public async Task A_file_of_others_is_looked_at_imported_and_found_marked(string language, bool phone)
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var clerk = await (phone ? city.PhoneAsync(town, language) : city.DesktopAsync(town, language));
        var page = clerk.Page;
        await clerk.SignInAsDemoStaffAsync("/office/region/imports", "Emre Aktenstein");
        await page.Locator("#source").FillAsync("https://code.example/terminmeister/publiccode.yml");
        await page.Locator("#text").FillAsync(Software);
        await page.Locator("form:has(#text) button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-effect='New']")).ToContainTextAsync("Terminmeister");
        await Assertions.Expect(page.Locator("[data-effect='New']")).ToContainTextAsync("<b>sofort</b>");
        await clerk.LookAsync();
        await page.Locator("form[action$='/confirmation'] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-result]")).ToHaveCountAsync(1);
        await clerk.LookAsync();

        await clerk.OpenPortalAsync("/showroom?q=Termine+im+B%C3%BCrgerb%C3%BCro");
        await Assertions.Expect(page.Locator("[data-imported]")).ToContainTextAsync("EUPL-1.2");
        await clerk.LookAsync();
        await page.Locator("[data-imported] a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Terminmeister");
        await clerk.LookAsync();
        await clerk.OpenPortalAsync("/showroom/imported");
        await clerk.LookAsync();
        await clerk.OpenPortalAsync("/showroom/projects/open-innovation-lab-oil");
        await Assertions.Expect(page.Locator("head link[rel='alternate'][type='application/ld+json']")).ToHaveAttributeAsync("href", "/region/catalogue/open-innovation-lab-oil");
        clerk.AssertQuietConsole();
    }
}
