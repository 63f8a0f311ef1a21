using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Registers;

namespace Modellstadt.City.Tests;

/// <summary>A warden's shift from the first tap to the last: with and without a network, by hand and by code, up to the case in the office.</summary>
public sealed class WardenJourney(CityBrowser city)
{
    private const string Warden = "Jana Streifenberg";
    private const string Clerk = "Emre Aktenstein";
    private const string StrangePlate = "GE-ZZ 9998";

    /// <summary>A finger in a glove: 56 CSS pixels are 9 millimetres on a phone (issue of the permit office; WCAG 2.2, 2.5.5 asks for 44).</summary>
    private const int LeastTarget = 56;

    private const string SmallTargets =
        """
        least => [...document.querySelectorAll('.warden button, .warden input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .warden select')]
            .filter(element => element.checkVisibility())
            .filter(element => element.getBoundingClientRect().height < least)
            .map(element => element.outerHTML.slice(0, 120))
        """;

    [Theory]
    [InlineData("de", DemoStory.SeveralVehicles)]
    [InlineData("en", DemoStory.Eligible)]
    public async Task A_warden_works_a_shift_with_and_without_a_network_and_hands_a_case_over(string language, DemoStory story)
    {
        await using var citizen = await city.PhoneAsync(language);
        await using var warden = await city.PhoneAsync(language);
        await using var clerk = await city.DesktopAsync(language);
        await citizen.BecomeCitizenAsync(story, 2);
        await citizen.GetPermitAsync();
        var (plate, zone) = (await citizen.Page.GetByTestId("plate").InnerTextAsync(), await citizen.Page.GetByTestId("zone").InnerTextAsync());

        await BeginAsync(warden);
        await warden.StandInZoneAsync(zone);
        await AskAsync(warden, plate);
        await ExpectAsync(warden, "valid");
        await warden.LookAsync("warden-valid");
        Assert.Empty(await warden.Page.EvaluateAsync<string[]>(SmallTargets, LeastTarget));

        await CheckWithoutNetworkAsync(warden, plate, zone);
        await warden.PointCameraAtAsync(await citizen.Page.GetByTestId("qr").ScreenshotAsync());
        await warden.Page.Locator("[data-scan]").ClickAsync();
        await Assertions.Expect(warden.Page.Locator(".verdict")).ToContainTextAsync(plate);
        await ExpectAsync(warden, "valid");
        warden.PutCameraAway();
        await TypeWithLargeKeysAsync(warden);

        await HandOverAsync(warden);
        await TakeOverAsync(clerk);
        await EndAsync(warden);
        warden.AssertQuietConsole();
        clerk.AssertQuietConsole();
    }

    private static async Task BeginAsync(Visitor warden)
    {
        await warden.SignInAsDemoStaffAsync("/warden", Warden);
        if (await warden.Page.Locator("[data-shift-end] button").CountAsync() > 0)
            await warden.Page.Locator("[data-shift-end] button").ClickAsync();
        await warden.Page.Locator(".warden__start").WaitForAsync();
        await warden.LookAsync("warden-shift");
        await warden.BeginShiftAsync();
        await Assertions.Expect(Set(warden)).ToHaveAttributeAsync("data-set", "ready");
        await Assertions.Expect(Set(warden)).ToContainTextAsync("kB");
    }

    private static async Task CheckWithoutNetworkAsync(Visitor warden, string plate, string zone)
    {
        await warden.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(warden.Page.Locator("[data-network]")).ToHaveAttributeAsync("data-network", "offline");
        await AskAsync(warden, plate);
        await ExpectAsync(warden, "valid");
        await warden.LookAsync("warden-offline");
        await AskAsync(warden, StrangePlate);
        await ExpectAsync(warden, "unknown");
        await warden.StandInZoneAsync(await OtherZoneAsync(warden, zone));
        await AskAsync(warden, plate);
        await ExpectAsync(warden, "invalid");
        await warden.LookAsync("warden-elsewhere");
        await warden.StandInZoneAsync(zone);
        await warden.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(warden.Page.Locator("[data-network]")).ToHaveAttributeAsync("data-network", "online");
    }

    private static async Task TypeWithLargeKeysAsync(Visitor warden)
    {
        await warden.Page.Locator("[data-keypad-switch]").ClickAsync();
        var keys = warden.Page.Locator(".warden__key");
        await keys.Last.ClickAsync();
        foreach (var sign in "GEZZ9998")
            await keys.GetByText($"{sign}", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(warden.Page.Locator("#plate")).ToHaveValueAsync("GEZZ9998");
        await warden.LookAsync("warden-keypad");
        Assert.Empty(await warden.Page.EvaluateAsync<string[]>(SmallTargets, LeastTarget));
        await warden.Page.Locator("[data-keypad-switch]").ClickAsync();
    }

    /// <summary>In a zone whose hours nobody published, so that the journey comes out the same by day and by night.</summary>
    private static async Task HandOverAsync(Visitor warden)
    {
        await warden.StandInZoneAsync(await warden.Page.Locator("[data-shift]").EvaluateAsync<string>("section => JSON.parse(section.dataset.shift).zones.find(zone => zone.hours === null).id"));
        await AskAsync(warden, StrangePlate);
        await ExpectAsync(warden, "unknown");
        await warden.Page.Locator("#case-detail").FillAsync("12");
        await warden.Page.Locator("#case-photos").FillAsync("2");
        await warden.LookAsync("warden-case");
        await warden.Page.Locator("[data-case] button").ClickAsync();
        await Assertions.Expect(warden.Page.Locator("[data-case-message]")).ToHaveTextAsync(warden.Language == "de" ? "Fall ist übergeben." : "The case was handed over.");
    }

    private static async Task TakeOverAsync(Visitor clerk)
    {
        await clerk.SignInAsDemoStaffAsync("/office/street-cases", Clerk);
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Cell, new() { Name = StrangePlate })).ToBeVisibleAsync();
        await clerk.LookAsync("office-street-cases");
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.Page.Locator("[name=format][value=csv]").ClickAsync());
        Assert.Equal("cases.csv", download.SuggestedFilename);
        Assert.Contains(StrangePlate, await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await clerk.OpenPortalAsync("/office/street-cases");
        await clerk.Page.Locator("[name=confirmed]").ClickAsync();
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Cell, new() { Name = StrangePlate })).ToHaveCountAsync(0);
    }

    /// <summary>The end of the shift is the end of the set: neither the page nor the app opened anew without a network answers.</summary>
    private static async Task EndAsync(Visitor warden)
    {
        await warden.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await warden.Page.Locator("[data-shift-end] button").ClickAsync();
        await warden.Page.Locator(".warden__start").WaitForAsync();
        warden.AssertQuietConsole();

        await warden.Page.Context.SetOfflineAsync(true);
        await warden.OpenPortalAsync("/warden");
        await Assertions.Expect(warden.Page.Locator("h1")).ToHaveTextAsync(warden.Language == "de" ? "Keine Verbindung" : "No connection");
        await warden.Page.Context.SetOfflineAsync(false);
    }

    private static async Task AskAsync(Visitor warden, string plate)
    {
        await warden.Page.Locator("#plate").FillAsync(plate);
        await warden.PressMainButtonAsync();
    }

    private static Task ExpectAsync(Visitor warden, string kind) => Assertions.Expect(warden.Page.Locator($".verdict--{kind}")).ToBeVisibleAsync();

    private static Task<string> OtherZoneAsync(Visitor warden, string zone) =>
        warden.Page.Locator("[data-shift]").EvaluateAsync<string>("(section, zone) => JSON.parse(section.dataset.shift).zones.find(other => other.id !== zone).id", zone);

    private static ILocator Set(Visitor warden) => warden.Page.Locator("[data-set]");
}
