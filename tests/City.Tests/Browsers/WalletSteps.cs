using Microsoft.Playwright;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>What a person does in the wallet.</summary>
internal static class WalletSteps
{
    /// <summary>The PIN of every wallet in the journeys.</summary>
    public const string Pin = "246810";

    /// <summary>The kind of card that the DEMO ID card office issues.</summary>
    public const string IdCard = "urn:eudi:pid:1";

    /// <summary>The kind of card that lets the town recognise its citizens.</summary>
    public const string CitizenId = "urn:modellstadt:citizen-id:1";

    /// <summary>The kind of card that wardens check.</summary>
    public const string Permit = "urn:modellstadt:resident-parking-permit:1";

    /// <summary>Sets the open wallet up with a PIN; a link that waited goes on afterwards.</summary>
    public static async Task SetUpWalletAsync(this Visitor visitor)
    {
        await visitor.Page.GetByTestId("choose-pin").ClickAsync();
        await visitor.ChoosePinAsync();
    }

    /// <summary>Chooses the PIN on the screen that asks for a new one.</summary>
    public static async Task ChoosePinAsync(this Visitor visitor)
    {
        await visitor.Page.GetByTestId("pin-new").FillAsync(Pin);
        await visitor.Page.GetByTestId("pin-again").FillAsync(Pin);
        await visitor.Page.GetByTestId("pin-finish").ClickAsync();
    }

    /// <summary>Sets the open wallet up when nobody has used it before.</summary>
    public static async Task SetUpWalletIfNewAsync(this Visitor visitor)
    {
        var welcome = visitor.Page.GetByTestId("choose-pin");
        await welcome.Or(visitor.Page.GetByTestId("back")).WaitForAsync();
        if (await welcome.IsVisibleAsync())
            await visitor.SetUpWalletAsync();
    }

    /// <summary>Unlocks the open wallet.</summary>
    public static async Task UnlockWalletAsync(this Visitor visitor)
    {
        await visitor.Page.GetByTestId("pin").FillAsync(Pin);
        await visitor.Page.GetByTestId("unlock-pin").ClickAsync();
    }

    /// <summary>Opens the scanner and gives it a picture of a QR code.</summary>
    public static async Task ScanPictureAsync(this Visitor visitor, byte[] picture)
    {
        await visitor.OpenWalletAsync("/scan");
        await visitor.Page.GetByTestId("picture").SetInputFilesAsync(new FilePayload { Name = "code.png", MimeType = "image/png", Buffer = picture });
    }

    /// <summary>Opens the scanner and types the code beside the QR code.</summary>
    public static async Task TypeCodeAsync(this Visitor visitor, string code)
    {
        await visitor.OpenWalletAsync("/scan");
        await visitor.Page.GetByTestId("typed-code").FillAsync(code);
        await visitor.Page.GetByTestId("typed-go").ClickAsync();
    }

    /// <summary>The face of a card on the open page.</summary>
    public static ILocator CardFace(this IPage page, string vct) => page.Locator($"[data-testid=card-face][data-vct='{vct}']").First;
}
