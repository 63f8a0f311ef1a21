using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>A citizen's year with a permit, on the phone: apply, renew, a new car, the workshop's car, a move, leave.</summary>
public sealed class CitizenYearJourney(CityBrowser city) : IDisposable
{
    private const string Overlay = "parking/overlays/gelsenkirchen.demo.json";

    private readonly string facts = Directory.CreateTempSubdirectory("modellstadt-year-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_year_with_a_permit_goes_from_the_application_to_the_return_on_one_page(string language)
    {
        await using var town = await RunningTown.StartAsync(city.Authority, new Dictionary<string, string?> { ["Town:FactsDirectory"] = RenewableAtOnce() });
        await using var visitor = await city.PhoneAsync(town, language);
        var page = visitor.Page;
        await visitor.OpenPortalAsync("/demo-id-card");
        var resident = await page.Locator($"[data-story={DemoStory.Eligible}] form input[name=resident_id]").First.GetAttributeAsync("value");
        await visitor.BecomeCitizenAsync();
        await visitor.GetPermitAsync();

        await visitor.OpenPortalAsync("/permit/mine");
        await visitor.LookAsync("my-permit");
        var until = await UntilAsync(page);
        visitor.StartCounting();
        await PressAsync(page, "Renewal");
        await page.GetByTestId("accept").WaitForAsync();
        Assert.Equal(1, visitor.Taps); // The permit is renewed; what follows is its card.
        Assert.Equal(0, visitor.TypedInputs);
        await AcceptCardAsync(page);
        await visitor.OpenPortalAsync("/permit/mine");
        Assert.True(string.CompareOrdinal(await UntilAsync(page), until) > 0);

        await HappenAsync(town, new { resident_id = resident, change = "vehicle-registered", plate = "GE-NE 77" });
        await visitor.OpenPortalAsync("/permit/mine");
        visitor.StartCounting();
        await FormOf(page, "PlateChange").GetByRole(AriaRole.Radio, new() { Name = "GE-NE 77" }).CheckAsync();
        await visitor.LookAsync("change-plate");
        await PressAsync(page, "PlateChange");
        await page.GetByTestId("accept").WaitForAsync();
        Assert.Equal(2, visitor.Taps);
        await AcceptCardAsync(page);
        await Assertions.Expect(page.GetByTestId("plate").First).ToHaveTextAsync("GE-NE 77");

        await visitor.OpenPortalAsync("/permit/mine");
        await FormOf(page, "TemporaryPlate").Locator("[name=plate]").FillAsync("GE-WS 7");
        await PressAsync(page, "TemporaryPlate");
        await page.Locator(".kern-alert--success").WaitForAsync();
        await visitor.LookAsync("temporary-plate");
        await visitor.OpenPortalAsync("/permit/mine");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("GE-WS 7");

        await MoveToAnotherZoneAsync(town, visitor, resident!);
        await visitor.LookAsync("zone-swap");
        await PressAsync(page, "ZoneSwap");
        await AcceptCardAsync(page);

        await visitor.OpenPortalAsync("/permit/mine");
        await Assertions.Expect(FormOf(page, "ZoneSwap")).ToHaveCountAsync(0);
        await page.Locator("form[action='/permit/mine/return'] button").ClickAsync();
        await page.Locator(".kern-alert--success").WaitForAsync();
        await visitor.OpenPortalAsync("/permit/mine");
        await Assertions.Expect(page.Locator("[data-state=Returned]")).ToBeVisibleAsync();
        await visitor.LookAsync("permit-returned");
        visitor.AssertQuietConsole();
    }

    public void Dispose() => TestFolder.Remove(facts);

    private static ILocator FormOf(IPage page, string purpose) =>
        page.Locator("form[action='/permit/mine/changes']").Filter(new LocatorFilterOptions { Has = page.Locator($"input[name=purpose][value={purpose}]") });

    private static Task PressAsync(IPage page, string purpose) => FormOf(page, purpose).Locator(".kern-btn--primary").ClickAsync();

    private static async Task AcceptCardAsync(IPage page)
    {
        await page.GetByTestId("accept").ClickAsync();
        await page.CardFace(WalletSteps.Permit).WaitForAsync();
    }

    private static async Task<string> UntilAsync(IPage page) => (await page.Locator("[data-until]").GetAttributeAsync("data-until"))!;

    private static async Task HappenAsync(RunningTown town, object change)
    {
        using var management = town.ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/demo/registers/changes", change, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Moves until the new home lies in another zone than the old one.</summary>
    private static async Task MoveToAnotherZoneAsync(RunningTown town, Visitor visitor, string resident)
    {
        for (var move = 0; move < 10; move++)
        {
            await HappenAsync(town, new { resident_id = resident, change = "moved-within" });
            await visitor.OpenPortalAsync("/permit/mine");
            if (await FormOf(visitor.Page, "ZoneSwap").CountAsync() > 0)
                return;
        }

        Assert.Fail("Ten moves led to no other zone.");
    }

    /// <summary>The shipped facts, with a town that renews a permit of a year from its first day on: no test waits eleven months.</summary>
    private string RenewableAtOnce()
    {
        foreach (var file in Directory.EnumerateFiles(ProductFiles.PathOf("data"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(facts, Path.GetRelativePath(ProductFiles.PathOf("data"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var path = Path.Combine(facts, Overlay);
        var town = JsonNode.Parse(File.ReadAllText(path))!;
        town["rules"]!["renewal_earliest"]!["value"] = "P12M";
        File.WriteAllText(path, town.ToJsonString());
        return facts;
    }
}
