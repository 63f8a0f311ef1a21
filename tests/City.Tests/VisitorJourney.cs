using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>A resident has visitors: one ticket as a link, one for a plate; and what a clerk sees of programs of others.</summary>
public sealed class VisitorJourney(CityBrowser city)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de", 40)]
    [InlineData("en", 41)]
    public async Task A_visitor_parks_with_the_link_of_a_resident_and_without_an_account(string language, int person)
    {
        await using var resident = await city.PhoneAsync(language);
        await using var visitor = await city.PhoneAsync(language);
        await TakeCitizenIdAsync(resident, person);
        await resident.GetPermitAsync();
        await resident.OpenPortalAsync("/permit/mine");
        await resident.Page.Locator("a[href='/permit/mine/visitors']").ClickAsync();
        await resident.LookAsync("visitors");

        await resident.Page.Locator("button[name='link']").ClickAsync();
        var link = await resident.Page.Locator("a[href*='/visit/']").GetAttributeAsync("href");
        await resident.LookAsync("visitor-link");
        await visitor.OpenPortalAsync(new Uri(link!).PathAndQuery);
        await visitor.LookAsync("visit");
        await visitor.Page.Locator("#plate").FillAsync($"HH-VB {100 + person}");
        await visitor.PressMainButtonAsync();

        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync($"HH-VB {100 + person}");
        await visitor.LookAsync("visit-running");
        await resident.OpenPortalAsync("/permit/mine/visitors");
        await Assertions.Expect(resident.Page.Locator("main")).ToContainTextAsync($"HH-VB {100 + person}");
        await resident.LookAsync();
        await resident.Page.Locator("#plate").FillAsync("?");
        await resident.PressMainButtonAsync();
        await resident.LookAsync();
        resident.AssertQuietConsole();
        visitor.AssertQuietConsole();
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_clerk_sees_which_programs_of_others_may_ask(string language)
    {
        await using var clerk = await city.DesktopAsync(language);
        using var management = city.Town.ManagementClient();
        using var made = await management.PostAsJsonAsync("/management/v1/clients", new { name = "Park & Ruhr", purpose = "Handyparken", scopes = new[] { "parking.rights.read" } }, Cancellation);
        made.EnsureSuccessStatusCode();

        await clerk.SignInAsDemoStaffAsync("/office", "Emre Aktenstein");
        await clerk.Page.Locator("a[href='/office/interfaces']").First.ClickAsync();

        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("Park & Ruhr");
        await clerk.LookAsync("interfaces");
        clerk.AssertQuietConsole();
    }

    /// <summary>Takes the citizen ID of a person whom no other journey meets, as the town's own programs offer it.</summary>
    private static async Task TakeCitizenIdAsync(Visitor resident, int person)
    {
        using var management = resident.Town.ManagementClient();
        var found = (await management.GetFromJsonAsync<JsonArray>($"/management/v1/demo/persons?story=eligible&skip={person}&take=1", Cancellation))!.Single()!;
        using var offered = await management.PostAsJsonAsync("/management/v1/citizen-ids/offers", new { resident_id = (string)found["resident_id"]! }, Cancellation);
        await resident.Page.GotoAsync((string)(await offered.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["town_wallet_uri"]!);
        await resident.SetUpWalletIfNewAsync();
        await resident.Page.GetByTestId("accept").ClickAsync();
        await resident.Page.CardFace(WalletSteps.CitizenId).WaitForAsync();
    }
}
