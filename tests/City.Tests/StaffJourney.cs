using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>Staff of the town, in a real browser with an authenticator of its own.</summary>
public sealed class StaffJourney(CityBrowser city)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_demo_warden_signs_in_with_one_click_adds_a_passkey_and_signs_in_with_it()
    {
        await using var warden = await city.PhoneAsync();
        await warden.AddFingerprintSensorAsync();
        await warden.OpenPortalAsync("/warden");
        await warden.Page.AssertAccessibleAsync();
        warden.StartCounting();
        await warden.PressAsync("Jana Streifenberg");
        await AssertAtAsync(warden, "/warden");
        Assert.Equal(1, warden.Taps);

        await warden.OpenPortalAsync("/account/passkeys");
        await warden.Page.AssertAccessibleAsync();
        await warden.Page.GetByLabel("Name des Geräts").FillAsync("Diensthandy 7");
        await warden.PressAsync("Passkey hinzufügen");
        await Assertions.Expect(warden.Page.GetByRole(AriaRole.Heading, new() { Name = "Diensthandy 7" })).ToBeVisibleAsync();
        await warden.Page.AssertAccessibleAsync();

        await warden.PressAsync("Abmelden");
        await AssertAtAsync(warden, "/");
        await warden.OpenPortalAsync("/warden");
        await warden.PressAsync("Mit Passkey anmelden");

        await AssertAtAsync(warden, "/warden");
        await Assertions.Expect(warden.Page.GetByText("Jana Streifenberg")).ToBeVisibleAsync();
        warden.AssertQuietConsole();
    }

    [Fact]
    public async Task A_new_clerk_opens_the_link_once_and_works()
    {
        await using var clerk = await city.DesktopAsync("en");
        await clerk.AddFingerprintSensorAsync();
        using var management = city.Town.ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/staff", new { name = "Đặng Thị Nguyễn", role = "clerk" }, Cancellation);
        var link = new Uri((string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["enrolment_uri"]!);

        await clerk.OpenPortalAsync(link.PathAndQuery);
        await clerk.Page.AssertAccessibleAsync();
        await clerk.PressAsync("Set up passkey and sign in");
        await AssertAtAsync(clerk, "/account/passkeys");
        await clerk.PressAsync("Sign out");
        await AssertAtAsync(clerk, "/");
        await clerk.OpenPortalAsync("/office");
        await clerk.PressAsync("Sign in with a passkey");
        await AssertAtAsync(clerk, "/office");
        clerk.AssertQuietConsole();

        await clerk.OpenPortalAsync("/warden");
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Heading, new() { Name = "This page is for another role" })).ToBeVisibleAsync();
        await clerk.Page.AssertAccessibleAsync();
        await clerk.OpenPortalAsync(link.PathAndQuery);
        await Assertions.Expect(clerk.Page.GetByText("This link was used before")).ToBeVisibleAsync();
        await clerk.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task An_administrator_looks_at_the_flow_behind_a_citizens_number()
    {
        using var wallet = city.Town.NewClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "implicit" });
        using var answer = await wallet.PostAsync(new Uri(city.Town.PortalUrl, "/issuers/town/token"), form, Cancellation);
        var number = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["modellstadt_flow_id"]!;
        await using var administrator = await city.DesktopAsync("en");
        await administrator.OpenPortalAsync("/flows");
        await administrator.PressAsync("Ruth Schlüsselmann");

        await administrator.Page.GetByLabel("Reference number").FillAsync(number);
        await administrator.PressAsync("Look");

        await Assertions.Expect(administrator.Page.GetByText("unsupported_grant_type")).ToBeVisibleAsync();
        await administrator.Page.AssertAccessibleAsync();
        await administrator.OpenPortalAsync("/flows?id=0000000000");
        await Assertions.Expect(administrator.Page.GetByText("Nothing is left for this number")).ToBeVisibleAsync();
        await administrator.Page.AssertAccessibleAsync();
        administrator.AssertQuietConsole();
    }

    [Fact]
    public async Task A_warden_may_not_look_at_flows()
    {
        await using var warden = await city.PhoneAsync();
        await warden.OpenPortalAsync("/warden");
        await warden.PressAsync("Jana Streifenberg");
        await AssertAtAsync(warden, "/warden");

        await warden.OpenPortalAsync("/flows");

        await Assertions.Expect(warden.Page.GetByRole(AriaRole.Heading, new() { Name = "Ablauf ansehen" })).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_shows_no_passkey_reads_what_to_do()
    {
        await using var stranger = await city.PhoneAsync();
        await stranger.AddFingerprintSensorAsync();
        await stranger.OpenPortalAsync("/sign-in");

        await stranger.PressAsync("Mit Passkey anmelden");

        await Assertions.Expect(stranger.Page.GetByText("Es wurde kein Passkey gezeigt.")).ToBeVisibleAsync();
        await stranger.Page.AssertAccessibleAsync();
    }

    private static Task AssertAtAsync(Visitor visitor, string path) =>
        Assertions.Expect(visitor.Page).ToHaveURLAsync(new Uri(visitor.Town.PortalUrl, path).AbsoluteUri);
}
