using System.Diagnostics;
using Microsoft.Playwright;
using Modellstadt.Bench.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Journeys;

/// <summary>One way from "Beantragen" to the permit.</summary>
/// <param name="Seconds">From the tap until the valid permit is on the screen.</param>
/// <param name="Taps">Every activation, on the portal and in the wallet.</param>
/// <param name="Keys">Every key and every change of a text field.</param>
internal sealed record WalkResult(double Seconds, int Taps, int Keys);

/// <summary>A person with a phone of their own: new wallet, ID card, citizen ID, and then the permit.</summary>
internal sealed class PermitWalk(IBrowserContext phone, RunningTown town)
{
    private const string Count =
        """
        addEventListener('click', event => { if (event.isTrusted) window.countTap(); }, true);
        addEventListener('keydown', event => { if (event.isTrusted) window.countKey(); }, true);
        """;

    private int taps;
    private int keys;

    /// <summary>Walks; what comes before "Beantragen" is neither slowed down nor counted.</summary>
    /// <param name="resident">Who applies.</param>
    /// <param name="slowdown">How many times slower the processor is.</param>
    /// <param name="roundTrip">How long every answer takes at least, milliseconds.</param>
    public async Task<WalkResult> WalkAsync(string resident, int slowdown, int roundTrip)
    {
        await phone.ExposeBindingAsync("countTap", _ => Interlocked.Increment(ref taps));
        await phone.ExposeBindingAsync("countKey", _ => Interlocked.Increment(ref keys));
        await phone.AddInitScriptAsync(Count);
        var page = await phone.NewPageAsync();
        await page.TakeFirstCardAsync(await WalletSteps.OfferIdCardAsync(town, resident));
        await GetCitizenIdAsync(page);
        await page.GotoAsync(new Uri(town.PortalUrl, "/permit").AbsoluteUri);
        await SlowDownAsync(page, slowdown, roundTrip);

        (taps, keys) = (0, 0);
        var clock = Stopwatch.StartNew();
        await PressMainButtonAsync(page);
        await page.GetByTestId("show").ClickAsync();
        await page.Locator("form[action$='/confirmation']").WaitForAsync();
        await PressMainButtonAsync(page);
        await page.Locator("[data-testid=card-face][data-vct='urn:modellstadt:resident-parking-permit:1'][data-status=valid]").First.WaitForAsync();
        return new WalkResult(clock.Elapsed.TotalSeconds, taps, keys);
    }

    private async Task GetCitizenIdAsync(IPage page)
    {
        await page.GotoAsync(new Uri(town.PortalUrl, "/citizen-id").AbsoluteUri);
        await PressMainButtonAsync(page);
        await page.GetByTestId("show").ClickAsync();
        await page.CardFace("urn:modellstadt:citizen-id:1").WaitForAsync();
    }

    private async Task SlowDownAsync(IPage page, int slowdown, int roundTrip)
    {
        var devTools = await phone.NewCDPSessionAsync(page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = slowdown });
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false, ["latency"] = roundTrip, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1,
        });
    }

    private static Task PressMainButtonAsync(IPage page) => page.Locator("main .kern-btn--primary").ClickAsync();
}
