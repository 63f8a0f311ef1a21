using System.Net.Http.Json;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>Every "no" is a plain sentence with the next step and the kind of problem.</summary>
public sealed class RefusalJourney(CityBrowser city)
{
    /// <summary>Milliseconds; more than the shortest life that a code can be given, and a page's pause between two questions.</summary>
    private const float LongestLife = 30_000;

    [Theory]
    [InlineData(DemoStory.NameUnknown, "urn:modellstadt:citizen-id:not-in-register", "nicht gefunden", "Bürgercenter")]
    [InlineData(DemoStory.MovedAway, "urn:modellstadt:citizen-id:no-longer-resident", "keine Wohnung mehr", "Wenden Sie sich an die Stadt")]
    [InlineData(DemoStory.Blocked, "urn:modellstadt:citizen-id:only-at-the-office", "keine Auskunft", "Kommen Sie")]
    public async Task Nobody_gets_a_citizen_ID_for_somebody_else(DemoStory story, string problem, string sentence, string nextStep)
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.TakeDemoIdCardAsync(story);

        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.PressMainButtonAsync();
        await visitor.Page.GetByTestId("show").ClickAsync();

        await AssertRefusedAsync(visitor, problem, sentence, nextStep);
    }

    [Theory]
    [InlineData(DemoStory.SecondaryResidence, "urn:modellstadt:parking:secondary-residence", "Nebenwohnung", "Hauptwohnung an")]
    [InlineData(DemoStory.OutsideZones, "urn:modellstadt:parking:not-in-any-zone", "keine Zone", "Sie müssen nichts tun")]
    [InlineData(DemoStory.HouseNumberOutsideZone, "urn:modellstadt:parking:outside-numbers", "die Hausnummer", "Straßenverkehrsamt")]
    [InlineData(DemoStory.NoVehicle, "urn:modellstadt:parking:no-vehicle", "kein Fahrzeug", "Lassen Sie das Fahrzeug auf sich zu")]
    [InlineData(DemoStory.VehicleNotAllowed, "urn:modellstadt:parking:vehicle-not-allowed", "Das Fahrzeug", "anderes Fahrzeug")]
    [InlineData(DemoStory.VehicleTooLarge, "urn:modellstadt:parking:vehicle-too-large", "Das Fahrzeug", "kleineres Fahrzeug")]
    public async Task Nobody_gets_a_permit_that_the_rules_do_not_give(DemoStory story, string problem, string sentence, string nextStep)
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.BecomeCitizenAsync(story);

        await visitor.ShowCitizenIdForPermitAsync();

        await AssertRefusedAsync(visitor, problem, sentence, nextStep);
    }

    [Theory]
    [InlineData(DemoStory.SideOfStreetUnknown, "nicht veröffentlicht")]
    [InlineData(DemoStory.CompanyCar, "eine Firma")]
    public async Task What_no_rule_decides_is_laid_before_a_clerk(DemoStory story, string sentence)
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.BecomeCitizenAsync(story);

        await visitor.ShowCitizenIdForPermitAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ihr Antrag liegt beim Amt");
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync(sentence);
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("Sie müssen nichts tun");
        await visitor.LookAsync($"with-office-{story}");
    }

    [Fact]
    public async Task The_same_person_gets_no_second_permit()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.BecomeCitizenAsync(DemoStory.NameWrittenDifferently);
        await visitor.GetPermitAsync();

        await visitor.ShowCitizenIdForPermitAsync();

        await AssertRefusedAsync(visitor, "urn:modellstadt:parking:second-permit", "Sie haben schon einen Ausweis", "Öffnen Sie Ihre Wallet");
        await visitor.LookAsync("refused-second-permit");
    }

    [Fact]
    public async Task Saying_no_in_the_wallet_is_understood()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.BecomeCitizenAsync();
        await visitor.OpenPortalAsync("/permit");
        await visitor.PressMainButtonAsync();

        await visitor.Page.GetByTestId("refuse").ClickAsync();

        await AssertRefusedAsync(visitor, "urn:modellstadt:verifier:wallet-said-no", "Es wurde nichts gezeigt", "Fangen Sie noch einmal an");
    }

    [Fact]
    public async Task A_wallet_without_the_citizen_ID_says_which_card_is_missing()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.TakeDemoIdCardAsync();
        await visitor.OpenPortalAsync("/permit");
        await visitor.PressMainButtonAsync();

        await Assertions.Expect(visitor.Page.GetByTestId("missing-card")).ToContainTextAsync("Bürger-ID");
        await visitor.LookAsync();
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task An_application_waits_for_a_register_that_does_not_answer_and_goes_on_by_itself()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.BecomeCitizenAsync(DemoStory.MovedInsideTown);
        await SwitchOutageAsync(city.Town, vehicle: true);
        try
        {
            await visitor.ShowCitizenIdForPermitAsync();
            await Assertions.Expect(visitor.Page.Locator(".kern-alert--info")).ToBeVisibleAsync();
            await visitor.LookAsync("waiting-for-register");
        }
        finally
        {
            await SwitchOutageAsync(city.Town, vehicle: false);
        }

        await visitor.Page.Locator("form[action$='/confirmation']").WaitForAsync();
        await visitor.PressMainButtonAsync();
        await visitor.Page.CardFace(WalletSteps.Permit).WaitForAsync();
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task A_code_that_nobody_used_in_time_ends_on_both_screens()
    {
        await using var town = await RunningTown.StartAsync(city.Authority, new Dictionary<string, string?> { ["Verifier:Lifetime"] = "00:00:10" });
        await using var desktop = await city.DesktopAsync(town);
        await using var phone = await city.PhoneAsync(town);
        await phone.TakeDemoIdCardAsync();
        await desktop.OpenPortalAsync("/permit");
        await desktop.PressMainButtonAsync();
        var code = await desktop.Page.Locator(".typed-code").InnerTextAsync();

        await AssertRefusedAsync(desktop, "urn:modellstadt:parking:code-expired", "abgelaufen", "Beginnen Sie noch einmal");
        await phone.TypeCodeAsync(code);
        await Assertions.Expect(phone.Page.GetByTestId("typed-problem")).ToContainTextAsync("gilt nicht oder nicht mehr");
        await phone.LookAsync();
    }

    /// <summary>The page says it in words, with the next step and the kind of problem, and nothing broke.</summary>
    private static async Task AssertRefusedAsync(Visitor visitor, string problem, string sentence, string nextStep)
    {
        var main = visitor.Page.Locator("main");
        await Assertions.Expect(main.Locator("code").First).ToHaveTextAsync(problem, new() { Timeout = LongestLife });
        await Assertions.Expect(main).ToContainTextAsync(sentence);
        await Assertions.Expect(main).ToContainTextAsync(nextStep);
        await visitor.Page.AssertAccessibleAsync();
        visitor.AssertQuietConsole();
    }

    private static async Task SwitchOutageAsync(RunningTown town, bool vehicle)
    {
        using var management = town.ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/demo/registers/outage", new { resident = false, vehicle });
        answer.EnsureSuccessStatusCode();
    }
}
