using System.Net;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>
/// A project officer of Gelsenkirchen is warned while she writes, takes over what Aachen has made, countersigns, and proves her grant; a visitor finds
/// all this on a phone. Two towns, each with a database and a key of its own, and the feed between them.
/// </summary>
public sealed class RegionOfficerJourney(CityBrowser city)
{
    private const string Aachen = "05334002";
    private const string Gelsenkirchen = "05513000";
    private const string Project = $"{Aachen}-drohnen-suchen-rehkitze-vor-der-mahd-demo";

    /// <summary>Milliseconds; a round of publishing and one of reading lie before it.</summary>
    private const float LongestWait = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_is_warned_takes_over_countersigns_and_proves_and_a_visitor_finds_it()
    {
        await using var aachen = await RunningTown.StartAsync(new Dictionary<string, string?> { ["Town__Ags"] = Aachen, ["Town__Name"] = "Aachen" });
        await using var giver = await city.DesktopAsync(aachen, "de");
        await EnterAsync(giver);
        var key = await OfferAsync(giver);
        await using var town = await RunningTown.StartAsync(new Dictionary<string, string?>
        {
            ["Region__ReadFeedsEvery"] = "00:00:05",
            ["Region__Feeds__0__Town"] = Aachen,
            ["Region__Feeds__0__Url"] = aachen.PortalUrl.OriginalString.TrimEnd('/'),
            ["Region__Feeds__0__Key"] = key,
        });
        await CompareInEnglishAsync(town);
        await using var officer = await city.DesktopAsync(town, "de");
        await officer.SignInAsDemoStaffAsync("/office/region/projects", "Emre Aktenstein");
        await ReadAsync(town);

        await BeWarnedAsync(officer);
        await CountersignAsync(officer);
        await ProveAsync(officer);
        await VisitAsync(town);

        officer.AssertQuietConsole();
        giver.AssertQuietConsole();
    }

    /// <summary>Aachen states what it has made.</summary>
    private static async Task EnterAsync(Visitor giver)
    {
        await giver.SignInAsDemoStaffAsync("/office/region/projects/new", "Emre Aktenstein");
        await FillAsync(giver, ("title", "Drohnen suchen Rehkitze vor der Mahd (DEMO)"), ("summary", "Drohnen mit Wärmebild finden Rehkitze in Wiesen, bevor gemäht wird."), ("topic", "Naturschutz"));
        await FillAsync(giver, ("transferable_result", "Flugplan und Auswertung der Wärmebilder"), ("documents", "Flugplan; https://www.example.org/flugplan.pdf; CC-BY-4.0"), ("contact_role", "Projektleitung Grünflächen"));
        await SaveAsync(giver);
        await Assertions.Expect(giver.Page).ToHaveURLAsync(new Uri(giver.Town.PortalUrl, $"/showroom/projects/{Project}").AbsoluteUri);
    }

    /// <summary>Aachen says that Gelsenkirchen runs it, which counts for nothing yet.</summary>
    /// <returns>Aachen's key.</returns>
    private static async Task<string> OfferAsync(Visitor giver)
    {
        await giver.OpenPortalAsync($"/office/region/reuse/{Project}/{Gelsenkirchen}");
        await giver.Page.Locator("#step").SelectOptionAsync("operation");
        await giver.Page.Locator("form:has(#step) button[type=submit]").ClickAsync();
        await Assertions.Expect(giver.Page.Locator("[data-counted='']")).ToHaveCountAsync(1);
        await giver.OpenPortalAsync("/office/region/feeds");
        return await giver.Page.Locator("[data-feed-key]").InnerTextAsync();
    }

    /// <summary>The list comes while somebody writes, and again for the button that works without scripts.</summary>
    private async Task CompareInEnglishAsync(RunningTown town)
    {
        await using var writer = await city.DesktopAsync(town, "en");
        await writer.SignInAsDemoStaffAsync("/office/region/projects/new", "Emre Aktenstein");
        await FillAsync(writer, ("title", "Online-Erhebungsbogen für Immobilienkäufe"), ("summary", "Ein Online-Bogen für Gutachterausschüsse im Land erhebt Immobilienkäufe einheitlich."), ("topic", "property market"));
        await Assertions.Expect(writer.Page.Locator("[data-project=zeonline][data-strong]")).ToBeVisibleAsync();
        await Assertions.Expect(writer.Page.Locator("[data-similar-status]")).ToContainTextAsync("very likely the same thing");
        await writer.Page.Locator("[data-similar]").EvaluateAsync("section => section.scrollIntoView()");
        await writer.LookAsync("similar-projects");

        await writer.Page.Locator("#because-zeonline").FillAsync("Ours is about rents");
        await writer.Page.Locator("[data-similar] button[type=submit]").ClickAsync();
        await Assertions.Expect(writer.Page.Locator("#because-zeonline")).ToHaveValueAsync("Ours is about rents");
        writer.AssertQuietConsole();
    }

    /// <summary>Until Gelsenkirchen has read Aachen's feed.</summary>
    private static async Task ReadAsync(RunningTown town)
    {
        using var client = town.NewClient();
        var until = Environment.TickCount64 + (long)LongestWait;
        while ((await client.GetAsync(new Uri($"/showroom/projects/{Project}", UriKind.Relative), Cancellation)).StatusCode is not HttpStatusCode.OK)
        {
            Assert.True(Environment.TickCount64 < until, "Aachen's project never came.");
            await Task.Delay(200, Cancellation);
        }
    }

    /// <summary>She writes what Aachen has, is warned, cannot save without a word, and says that she takes it over.</summary>
    private static async Task BeWarnedAsync(Visitor officer)
    {
        var page = officer.Page;
        await page.Locator("main a[href='/office/region/projects/new']").ClickAsync();
        await FillAsync(officer, ("title", "Rehkitze mit Drohnen finden (DEMO)"), ("summary", "Vor der Mahd suchen Drohnen mit Wärmebild nach Rehkitzen in den Wiesen."), ("topic", "Naturschutz"));
        var similar = page.Locator($"[data-project='{Project}'][data-strong]");
        await Assertions.Expect(similar).ToContainTextAsync("Gemeinsame Wörter:");
        await Assertions.Expect(similar).ToContainTextAsync("Flugplan (CC-BY-4.0)");
        await Assertions.Expect(similar).ToContainTextAsync("Projektleitung Grünflächen");
        await page.Locator("[data-similar]").EvaluateAsync("section => section.scrollIntoView()");
        await officer.LookAsync("similar-projects");
        await SaveAsync(officer);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bitte erst ein Satz dazu");

        await page.Locator($"[name='answer-{Project}']").SelectOptionAsync("take-over");
        await page.Locator($"[name='because-{Project}']").FillAsync("Wir nehmen Flugplan und Auswertung von Aachen");
        await SaveAsync(officer);
        await Assertions.Expect(page.Locator(".documents")).ToContainTextAsync("Ergebnis übernommen: Wir nehmen Flugplan und Auswertung von Aachen");
        await officer.LookAsync();
        await page.Locator($".documents a[href='/showroom/projects/{Project}']").ClickAsync();
    }

    /// <summary>From Aachen's project to its take-over, which counts once she has signed it.</summary>
    private static async Task CountersignAsync(Visitor officer)
    {
        var page = officer.Page;
        await page.Locator($"main a[href='/office/region/reuse/{Project}/{Gelsenkirchen}']").ClickAsync();
        await Assertions.Expect(page.Locator("[data-counted='']")).ToHaveCountAsync(1);
        await page.Locator("form:has([name=record]) button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-counted=operation]")).ToHaveCountAsync(1);
        await officer.LookAsync();
    }

    private static async Task ProveAsync(Visitor officer)
    {
        await officer.OpenPortalAsync("/office/funding");
        await officer.Page.Locator("main tbody a").First.ClickAsync();
        var file = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.Locator("main a[href$='/proof.xlsx']").ClickAsync());
        Assert.True(new FileInfo(await file.PathAsync()).Length > 1000);
    }

    private async Task VisitAsync(RunningTown town)
    {
        await using var visitor = await city.PhoneAsync(town, "en");
        var page = visitor.Page;
        await visitor.OpenPortalAsync("/showroom");
        await page.Locator("#q").FillAsync("Rehkitzsuche");
        await page.Locator(".showroom-filter button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-found-by]").First).ToContainTextAsync("Rehkitze");
        await visitor.LookAsync();
        await page.Locator($"article a[href='/showroom/projects/{Project}']").ClickAsync();
        await Assertions.Expect(page.Locator($"[data-counted='{Gelsenkirchen}']")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".documents")).ToContainTextAsync("CC-BY-4.0");
        await visitor.LookAsync();
        visitor.AssertQuietConsole();
    }

    private static async Task FillAsync(Visitor writer, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
            await writer.Page.Locator($"#{field}").FillAsync(text);
    }

    private static async Task SaveAsync(Visitor writer)
    {
        await FillAsync(writer, ("source", "Ratsbeschluss vom 1. Oktober 2026 (DEMO)"), ("reason", "Ratsbeschluss liegt vor"));
        await writer.Page.Locator("main button[value=save]").ClickAsync();
    }
}
