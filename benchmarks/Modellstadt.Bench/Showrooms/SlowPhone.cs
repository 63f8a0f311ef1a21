using Microsoft.Playwright;
using Modellstadt.Bench.Browsers;

namespace Modellstadt.Bench.Showrooms;

/// <summary>What a first visit cost.</summary>
/// <param name="Bytes">What was transferred, the page with everything it loads.</param>
/// <param name="Milliseconds">From the start of the navigation until everything, fonts included, has been painted.</param>
internal sealed record FirstVisit(long Bytes, double Milliseconds);

/// <summary>A phone whose processor is four times slower, on a mobile network with a round trip of 150 ms and 1.6 Mbit/s ("slow 4G" of Lighthouse).</summary>
internal sealed class SlowPhone : IAsyncDisposable
{
    private const int Runs = 5;
    private const int Slowdown = 4;
    private const int RoundTrip = 150;
    private const int BytesPerSecond = 1_600_000 / 8;

    private const string Painted =
        """
        async () => {
            if (document.readyState !== 'complete') await new Promise(loaded => addEventListener('load', loaded, { once: true }));
            await document.fonts.ready;
            await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
            return performance.now();
        }
        """;

    private const string Transferred =
        "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0)";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private SlowPhone(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Switches it on.</summary>
    public static async Task<SlowPhone> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new SlowPhone(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = Chromium.Arguments }));
    }

    /// <summary>Opens an address several times, each time with a browser that has never been there; the visit of median length.</summary>
    public async Task<FirstVisit> FirstVisitAsync(Uri address)
    {
        var visits = new List<FirstVisit>(Runs);
        while (visits.Count < Runs)
            visits.Add(await VisitAsync(address));
        return visits.OrderBy(visit => visit.Milliseconds).ElementAt(Runs / 2);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private async Task<FirstVisit> VisitAsync(Uri address)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions(playwright.Devices[Chromium.Phone]) { Locale = "de-DE" });
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = Slowdown });
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false, ["latency"] = RoundTrip, ["downloadThroughput"] = BytesPerSecond, ["uploadThroughput"] = BytesPerSecond,
        });
        await page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        var milliseconds = await page.EvaluateAsync<double>(Painted);
        return new FirstVisit((long)await page.EvaluateAsync<double>(Transferred), milliseconds);
    }
}
