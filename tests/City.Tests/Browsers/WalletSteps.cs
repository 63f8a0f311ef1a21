using Microsoft.Playwright;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>What a person does in the wallet.</summary>
internal static class WalletSteps
{
    /// <summary>The PIN of every wallet in the journeys.</summary>
    public const string Pin = "246810";

    /// <summary>Sets the open wallet up with a PIN; a link that waited goes on afterwards.</summary>
    public static async Task SetUpWalletAsync(this Visitor visitor)
    {
        await visitor.Page.GetByTestId("choose-pin").ClickAsync();
        await visitor.Page.GetByTestId("pin-new").FillAsync(Pin);
        await visitor.Page.GetByTestId("pin-again").FillAsync(Pin);
        await visitor.Page.GetByTestId("pin-finish").ClickAsync();
    }

    /// <summary>Unlocks the open wallet.</summary>
    public static async Task UnlockWalletAsync(this Visitor visitor)
    {
        await visitor.Page.GetByTestId("pin").FillAsync(Pin);
        await visitor.Page.GetByTestId("unlock-pin").ClickAsync();
    }

    /// <summary>The face of a card on the open page.</summary>
    public static ILocator CardFace(this IPage page, string vct) => page.Locator($"[data-testid=card-face][data-vct='{vct}']").First;
}
