using Microsoft.Playwright;
using Modellstadt.Registers;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>What a person does on the portal.</summary>
internal static class PortalSteps
{
    /// <summary>Presses the one main button of the open page.</summary>
    public static Task PressMainButtonAsync(this Visitor visitor) => visitor.Page.Locator("main .kern-btn--primary").ClickAsync();

    /// <summary>Asks the DEMO ID card office for the card of a made-up person; on a phone the wallet opens.</summary>
    /// <param name="visitor">Who asks.</param>
    /// <param name="story">What happens to this person.</param>
    /// <param name="number">Which of the persons with this story, from 0.</param>
    public static async Task AskForDemoIdCardAsync(this Visitor visitor, DemoStory story = DemoStory.Eligible, int number = 0)
    {
        await visitor.OpenPortalAsync("/demo-id-card");
        await visitor.Page.Locator($"[data-story={story}] form").Nth(number).GetByRole(AriaRole.Button).ClickAsync();
    }

    /// <summary>Takes the card of a made-up person into a wallet that is new or unlocked.</summary>
    public static async Task TakeDemoIdCardAsync(this Visitor visitor, DemoStory story = DemoStory.Eligible, int number = 0)
    {
        await visitor.AskForDemoIdCardAsync(story, number);
        await visitor.SetUpWalletIfNewAsync();
        await visitor.Page.GetByTestId("accept").ClickAsync();
        await visitor.Page.GetByTestId("arrived").WaitForAsync();
    }

    /// <summary>Gets the citizen ID with the ID card in the unlocked wallet.</summary>
    public static async Task GetCitizenIdAsync(this Visitor visitor)
    {
        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.PressMainButtonAsync();
        await visitor.Page.GetByTestId("show").ClickAsync();
        await visitor.Page.CardFace(WalletSteps.CitizenId).WaitForAsync();
    }

    /// <summary>From a new phone to a citizen ID in its wallet.</summary>
    public static async Task BecomeCitizenAsync(this Visitor visitor, DemoStory story = DemoStory.Eligible, int number = 0)
    {
        await visitor.TakeDemoIdCardAsync(story, number);
        await visitor.GetCitizenIdAsync();
    }

    /// <summary>Asks for a permit and shows the citizen ID from the unlocked wallet.</summary>
    public static async Task ShowCitizenIdForPermitAsync(this Visitor visitor)
    {
        await visitor.OpenPortalAsync("/permit");
        await visitor.PressMainButtonAsync();
        await visitor.Page.GetByTestId("show").ClickAsync();
    }

    /// <summary>Gets a permit with the citizen ID in the unlocked wallet; it is open afterwards.</summary>
    public static async Task GetPermitAsync(this Visitor visitor)
    {
        await visitor.ShowCitizenIdForPermitAsync();
        await visitor.PressMainButtonAsync();
        await visitor.Page.CardFace(WalletSteps.Permit).WaitForAsync();
    }

    /// <summary>Signs a made-up member of staff in with one click and opens their page.</summary>
    public static async Task SignInAsDemoStaffAsync(this Visitor visitor, string page, string name)
    {
        await visitor.OpenPortalAsync(page);
        await visitor.PressAsync(name);
        await visitor.Page.WaitForURLAsync($"**{page}");
    }

    /// <summary>Begins a warden's shift on the open page, unless one runs.</summary>
    public static async Task BeginShiftAsync(this Visitor warden)
    {
        if (await warden.Page.Locator(".warden__start").CountAsync() > 0)
            await warden.PressMainButtonAsync();
        await warden.Page.Locator("[data-shift]").WaitForAsync();
    }

    /// <summary>Chooses where the warden stands: the zone as a whole.</summary>
    public static Task StandInZoneAsync(this Visitor warden, string zone) => warden.Page.Locator("#place").SelectOptionAsync($"{zone}|");

    /// <summary>The QR code on the open page, as a camera would see it.</summary>
    public static Task<byte[]> PhotographQrCodeAsync(this Visitor visitor) =>
        visitor.Page.Locator(".qr__picture").ScreenshotAsync(new LocatorScreenshotOptions { Scale = ScreenshotScale.Css });
}
