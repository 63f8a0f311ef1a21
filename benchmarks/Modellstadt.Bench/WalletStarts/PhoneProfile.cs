using Microsoft.Playwright;
using Modellstadt.Bench.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.Bench.WalletStarts;

/// <summary>A phone-sized Chromium with a profile that survives the end of the browser, as on a phone.</summary>
internal sealed class PhoneProfile(IPlaywright playwright, Uri wallet, int linePort) : IAsyncDisposable
{
    /// <summary>When the first card has been painted: milliseconds since the navigation began.</summary>
    private const string Watch =
        """
        window.firstCard = new Promise(painted => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector('[data-testid=card-face]')) return;
            observer.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => painted(performance.now())));
          }).observe(document, { childList: true, subtree: true });
        });
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("modellstadt-phone-").FullName;
    private IBrowserContext? context;

    /// <summary>Starts the browser; the one before, if there is one, has ended.</summary>
    public async Task<IBrowserContext> StartAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
        var phone = playwright.Devices[Chromium.Phone];
        context = await playwright.Chromium.LaunchPersistentContextAsync(directory, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Chromium.Path,
            Args = [.. Chromium.Arguments, $"--host-resolver-rules=MAP {wallet.Host} 127.0.0.1:{linePort}"],
            ViewportSize = phone.ViewportSize,
            DeviceScaleFactor = phone.DeviceScaleFactor,
            IsMobile = phone.IsMobile,
            HasTouch = phone.HasTouch,
            UserAgent = phone.UserAgent,
            Locale = "de-DE",
        });
        await context.AddInitScriptAsync(Watch);
        return context;
    }

    /// <summary>Milliseconds until an address shows a card, in a tab of its own.</summary>
    /// <param name="address">What is opened.</param>
    /// <param name="slowdown">How many times slower the processor is.</param>
    /// <param name="fresh">True when nothing of the program may be there: neither in the cache nor with the service worker. The cards stay.</param>
    /// <param name="prepare">Further preparation of the tab; null for none.</param>
    public async Task<double> TimeToFirstCardAsync(Uri address, int slowdown, bool fresh, Func<IPage, Task>? prepare = null)
    {
        var page = await context!.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        if (fresh)
        {
            await devTools.SendAsync("Network.clearBrowserCache");
            await devTools.SendAsync("Storage.clearDataForOrigin", new Dictionary<string, object>
            {
                ["origin"] = wallet.GetLeftPart(UriPartial.Authority), ["storageTypes"] = "service_workers,cache_storage",
            });
        }

        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = slowdown });
        if (prepare is not null)
            await prepare(page);
        await page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        var milliseconds = await page.EvaluateAsync<double>("window.firstCard");
        await page.CloseAsync();
        return milliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
        TestFolder.Remove(directory);
    }
}
