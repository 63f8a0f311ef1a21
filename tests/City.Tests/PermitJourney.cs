using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Registers;

namespace Modellstadt.City.Tests;

/// <summary>From "Beantragen" to the resident parking permit in the wallet.</summary>
public sealed partial class PermitJourney(CityBrowser city)
{
    [Theory]
    [InlineData("de", 0)]
    [InlineData("en", 1)]
    public async Task A_permit_takes_three_taps_and_nothing_is_typed(string language, int person)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.BecomeCitizenAsync(DemoStory.Eligible, person);
        await visitor.OpenPortalAsync("/permit");
        await visitor.LookAsync("permit");
        visitor.StartCounting();

        await visitor.PressMainButtonAsync();
        await page.GetByTestId("asked").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("peer-name")).ToContainTextAsync("Gelsenkirchen");
        await Assertions.Expect(page.GetByTestId("purpose")).Not.ToBeEmptyAsync();
        await Assertions.Expect(page.GetByTestId("registration")).ToContainTextAsync("Gelsenkirchen");
        await Assertions.Expect(page.GetByTestId("unregistered")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByTestId("asked-claims").Locator("dt")).ToHaveCountAsync(1);
        await visitor.LookAsync("consent-permit");
        await page.GetByTestId("show").ClickAsync();

        var form = page.Locator("form[action$='/confirmation']");
        var plate = await form.Locator(".plate").First.InnerTextAsync();
        await Assertions.Expect(form).ToContainTextAsync("30");
        await visitor.LookAsync("permit-proposal");
        await visitor.PressMainButtonAsync();

        await Assertions.Expect(page.CardFace(WalletSteps.Permit)).ToHaveAttributeAsync("data-status", "valid");
        await Assertions.Expect(page.GetByTestId("plate")).ToHaveTextAsync(plate);
        await Assertions.Expect(page.GetByTestId("zone")).Not.ToBeEmptyAsync();
        await Assertions.Expect(page.GetByTestId("valid-until")).ToContainTextAsync(Year());
        await Assertions.Expect(page.GetByTestId("qr")).ToHaveAttributeAsync("data-text", PermitCode());
        Assert.True(visitor.Taps <= 3, $"{visitor.Taps} taps");
        Assert.Equal(0, visitor.TypedInputs);
        await visitor.LookAsync("permit-card");

        await visitor.OpenPortalAsync("/permit");
        await page.Locator("a[href^='/permit/applications/']").ClickAsync();
        await page.Locator("a[href$='/fee-notice']").ClickAsync();
        await Assertions.Expect(page.Locator(".amount")).ToContainTextAsync("30");
        await visitor.LookAsync("fee-notice");
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task The_desktop_asks_the_phone_answers_and_nobody_else_sees_it()
    {
        await using var phone = await city.PhoneAsync();
        await using var desktop = await city.DesktopAsync();
        await using var stranger = await city.DesktopAsync();
        await phone.BecomeCitizenAsync(DemoStory.SeveralVehicles);

        await desktop.OpenPortalAsync("/permit");
        await desktop.LookAsync("permit");
        await desktop.PressMainButtonAsync();
        await desktop.Page.Locator(".typed-code").WaitForAsync();
        await desktop.LookAsync("permit-code");
        await phone.PointCameraAtAsync(await desktop.PhotographQrCodeAsync());
        await phone.OpenWalletAsync("/scan");
        await phone.Page.GetByTestId("cross-device").WaitForAsync();
        phone.PutCameraAway();
        await phone.Page.GetByTestId("cross-yes").ClickAsync();
        await phone.Page.GetByTestId("show").ClickAsync();
        await phone.Page.GetByTestId("sent").WaitForAsync();

        var form = desktop.Page.Locator("form[action$='/confirmation']");
        await form.WaitForAsync();
        await desktop.LookAsync("permit-proposal");
        var plate = await form.Locator(".plate").Last.InnerTextAsync();
        await stranger.Page.GotoAsync(desktop.Page.Url);
        await Assertions.Expect(stranger.Page.Locator("main")).Not.ToContainTextAsync(plate);
        await Assertions.Expect(stranger.Page.Locator("main")).ToContainTextAsync("urn:modellstadt:parking:");
        await stranger.OpenPortalAsync("/permit");
        await Assertions.Expect(stranger.Page.Locator("a[href^='/permit/applications/']")).ToHaveCountAsync(0);

        await form.GetByRole(AriaRole.Radio, new() { Name = plate }).CheckAsync();
        await desktop.PressMainButtonAsync();
        await desktop.Page.Locator(".typed-code").WaitForAsync();
        await desktop.LookAsync();
        await phone.TypeCodeAsync(await desktop.Page.Locator(".typed-code").InnerTextAsync());
        await Assertions.Expect(phone.Page.GetByTestId("plate")).ToHaveTextAsync(plate);
        await desktop.Page.Locator(".kern-alert--success").WaitForAsync();
        await desktop.LookAsync();

        await desktop.Page.Locator("a[href$='/fee-notice']").ClickAsync();
        await desktop.Page.Locator(".amount").WaitForAsync();
        await desktop.LookAsync("fee-notice");
        phone.AssertQuietConsole();
        desktop.AssertQuietConsole();
    }

    [GeneratedRegex("^MSP1\\.")]
    private static partial Regex PermitCode();

    [GeneratedRegex("20[0-9]{2}")]
    private static partial Regex Year();
}
