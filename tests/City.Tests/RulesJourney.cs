using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>A clerk changes the rules of the town and looks at what that would mean; a second one sees the draft and takes it away.</summary>
public sealed class RulesJourney(CityBrowser city)
{
    [Fact]
    public async Task A_clerk_drafts_new_rules_and_sees_what_they_would_change()
    {
        await using var clerk = await city.DesktopAsync();
        await using var second = await city.DesktopAsync("en");
        await clerk.SignInAsDemoStaffAsync("/office/rules", "Emre Aktenstein");
        await clerk.LookAsync("office-rules");
        await clerk.Page.Locator("#reason").FillAsync("Beschluss vom 12.11.2026");
        await clerk.PressMainButtonAsync();
        await clerk.Page.Locator("#provisional_days").WaitForAsync();
        await clerk.LookAsync("office-rules-draft");

        await clerk.Page.Locator("#provisional_days").FillAsync("21");
        await clerk.Page.Locator("#source").FillAsync("Vorlage 123");
        await clerk.PressAsync("Entwurf speichern");
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Cell, new() { Name = "21", Exact = true })).ToBeVisibleAsync();
        var draft = new Uri(clerk.Page.Url).AbsolutePath;
        await clerk.OpenPortalAsync($"{draft}/preview");
        await Assertions.Expect(clerk.Page.Locator("[data-zone=P]")).ToBeVisibleAsync();
        await clerk.LookAsync("office-rules-preview");

        await second.SignInAsDemoStaffAsync(draft, "Mira Gegenlicht");
        await Assertions.Expect(second.Page.Locator("#from")).ToBeVisibleAsync();
        await second.LookAsync();
        await second.PressAsync("Discard the draft");
        await Assertions.Expect(second.Page.Locator("#based-on")).ToBeVisibleAsync();
        await second.LookAsync();
        clerk.AssertQuietConsole();
        second.AssertQuietConsole();
    }
}
