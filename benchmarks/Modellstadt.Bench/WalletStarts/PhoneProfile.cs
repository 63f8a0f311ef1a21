using Microsoft.Playwright;
using Modellstadt.Bench.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.Bench.WalletStarts;

/// <summary>A phone-sized Chromium with a profile that survives the end of the browser, as on a phone.</summary>
internal sealed class PhoneProfile(IPlaywright playwright, Uri wallet, int linePort) : IAsyncDisposable
{
    /// <summary>The face of a card, its code for wardens, and the first thing a question from another screen asks the person.</summary>
    private const string Card = "card-face", Code = "qr", Question = "cross-yes";

    /// <summary>When each of them has been painted: milliseconds since the navigation began.</summary>
    private const string Watch =
        $$"""
        window.painted = Object.fromEntries(['{{Card}}', '{{Code}}', '{{Question}}'].map(id => [id, new Promise(painted => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector(`[data-testid=${id}]`)) return;
            observer.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => painted(performance.now())));
          }).observe(document, { childList: true, subtree: true });
        })]));
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
    public Task<double> TimeToFirstCardAsync(Uri address, int slowdown, bool fresh, Func<IPage, Task>? prepare = null) =>
        TimeToAsync(Card, address, slowdown, fresh, prepare);

    /// <summary>Milliseconds until the card at an address shows its code for wardens; the wallet is unlocked.</summary>
    public Task<double> TimeToCodeAsync(Uri card, int slowdown) => TimeToAsync(Code, card, slowdown, fresh: false, prepare: null);

    /// <summary>Milliseconds until the wallet has opened a question and waits for the person's answer; the wallet is unlocked.</summary>
    public Task<double> TimeToQuestionAsync(Uri link, int slowdown) => TimeToAsync(Question, link, slowdown, fresh: false, prepare: null);

    /// <summary>Opens the wallet and touches it, so that it stays unlocked for five minutes more.</summary>
    public async Task KeepUnlockedAsync()
    {
        var page = await context!.NewPageAsync();
        await page.GotoAsync(wallet.AbsoluteUri);
        await page.UnlockIfLockedAsync();
        await page.CloseAsync();
    }

    private async Task<double> TimeToAsync(string sight, Uri address, int slowdown, bool fresh, Func<IPage, Task>? prepare)
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
        var milliseconds = await page.EvaluateAsync<double>("sight => window.painted[sight]", sight);
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
