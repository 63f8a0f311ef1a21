using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>A clerk of the project office with a grant: from the list to an invoice, a change notice and the proof of use.</summary>
public sealed partial class FundingJourney(CityBrowser city)
{
    private const string Reference = "DEMO-34.01-001/2026";

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task An_invoice_goes_into_the_ledger_and_the_proof_of_use(string language)
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var clerk = await city.DesktopAsync(town, language);
        await clerk.SignInAsDemoStaffAsync("/office/funding", "Emre Aktenstein");
        await clerk.LookAsync();
        foreach (var page in (string[])["/office/funding/new", "/office/funding/double-funding", "/office/funding"])
        {
            await clerk.OpenPortalAsync(page);
            await clerk.LookAsync();
        }

        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = Reference, Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.Page).ToHaveURLAsync(NoticeAddress());
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("DEMO");
        await clerk.LookAsync();
        await BookAsync(clerk);
        await ProveAsync(clerk);

        await clerk.Page.Locator("main a[href$='/change']").ClickAsync();
        await Assertions.Expect(clerk.Page.Locator("#milestones")).ToHaveValueAsync(Milestone());
        await clerk.LookAsync();
        clerk.AssertQuietConsole();
    }

    private static async Task BookAsync(Visitor clerk)
    {
        var page = clerk.Page;
        var entries = await page.Locator("[data-entry]").CountAsync();
        await page.Locator("#euros").FillAsync("1.000,10");
        await page.Locator("#category").SelectOptionAsync("Contract");
        await page.Locator("#party").FillAsync("Beispiel GmbH (DEMO)");
        await page.Locator("#document").FillAsync("RE-77");
        await page.Locator("form:has(#euros) button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-entry]")).ToHaveCountAsync(entries + 1);
        await Assertions.Expect(page.Locator("[data-cents='100010']")).ToHaveCountAsync(1);
    }

    /// <summary>Both files, by the links that a clerk follows.</summary>
    private static async Task ProveAsync(Visitor clerk)
    {
        var file = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.Page.Locator("main a[href$='/proof.xlsx']").ClickAsync());
        Assert.EndsWith("-DEMO.xlsx", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo(await file.PathAsync()).Length > 1000);
        await Assertions.Expect(clerk.Page.Locator("main a[href$='/proof.pdf']")).ToHaveCountAsync(1);
    }

    [GeneratedRegex("/office/funding/[0-9a-f-]{36}$")]
    private static partial Regex NoticeAddress();

    [GeneratedRegex(@"^M1; 2026-06-30; Konzept \(DEMO\)")]
    private static partial Regex Milestone();
}
