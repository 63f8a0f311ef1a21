using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Browsers;

/// <summary>What a person does in the wallet.</summary>
internal static class WalletSteps
{
    private const string Pin = "246810";

    /// <summary>The card of this kind on the open page.</summary>
    public static ILocator CardFace(this IPage page, string type) => page.Locator($"[data-testid=card-face][data-vct='{type}']").First;

    /// <summary>Offers a made-up person's ID card; the link into the wallet.</summary>
    public static async Task<string> OfferIdCardAsync(RunningTown town, string resident)
    {
        using var management = town.ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/demo/id-card/offers", new JsonObject { ["resident_id"] = resident });
        return (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["town_wallet_uri"]!;
    }

    /// <summary>Opens the lock of the open wallet where it is shut, and touches the wallet.</summary>
    public static async Task UnlockIfLockedAsync(this IPage page)
    {
        await page.Locator("h1").ClickAsync();
        if (await page.GetByTestId("lock").CountAsync() > 0)
            return;

        await page.GetByTestId("card-link").First.ClickAsync();
        await page.GetByTestId("pin").FillAsync(Pin);
        await page.GetByTestId("unlock-pin").ClickAsync();
        await page.GetByTestId("lock").WaitForAsync();
    }

    /// <summary>Sets a new wallet up with a PIN and takes the card that a link offers.</summary>
    public static async Task TakeFirstCardAsync(this IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByTestId("choose-pin").ClickAsync();
        await page.GetByTestId("pin-new").FillAsync(Pin);
        await page.GetByTestId("pin-again").FillAsync(Pin);
        await page.GetByTestId("pin-finish").ClickAsync();
        await page.GetByTestId("accept").ClickAsync();
        await page.GetByTestId("arrived").WaitForAsync();
    }
}
