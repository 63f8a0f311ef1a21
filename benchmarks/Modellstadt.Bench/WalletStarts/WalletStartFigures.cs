using Microsoft.Playwright;
using Modellstadt.Bench.Browsers;

namespace Modellstadt.Bench.WalletStarts;

/// <summary>
/// How soon the wallet shows its first card in Chromium, from the start of the navigation to the paint, and what the first visit
/// transfers. Warm: a new tab, the program with its service worker. Cold: a new browser process, and of the program nothing is left
/// on the phone but the card. Limit: a page that consists of the card alone, in the same browser.
/// </summary>
internal sealed class WalletStartFigures : IBenchmark
{
    private const int WarmRuns = 9;
    private const int ColdRuns = 5;
    private const int SlowPhone = 4;

    public static string Name => "wallet-start";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var wallet = scene.Town.WalletUrl;
        using var line = new CountingLine(wallet.Port);
        using var playwright = await Playwright.CreateAsync();
        await using var phone = new PhoneProfile(playwright, wallet, line.Port);

        var context = await phone.StartAsync();
        yield return new Figure("wallet-start-transferred", await FirstVisitAsync(context, wallet, line) / 1000.0, "kB");
        await TakeCardAsync(context, await WalletSteps.OfferIdCardAsync(scene.Town, "anybody-eligible"));

        var limit = await MedianAsync(WarmRuns, () => phone.TimeToFirstCardAsync(new Uri(wallet, "/limit"), slowdown: 1, fresh: false, ShowNothingElseAsync));
        foreach (var slowdown in (int[])[1, SlowPhone])
        {
            var processor = slowdown == 1 ? "" : $"-cpu-{slowdown}x-slower";
            yield return new Figure($"wallet-start-warm{processor}", await MedianAsync(WarmRuns, () => phone.TimeToFirstCardAsync(wallet, slowdown, fresh: false)), "ms", limit);
            yield return new Figure($"wallet-start-cold{processor}", await MedianAsync(ColdRuns, async () =>
            {
                await phone.StartAsync();
                return await phone.TimeToFirstCardAsync(wallet, slowdown, fresh: true);
            }), "ms", limit);
            // The service worker is back before the next warm start.
            await phone.TimeToFirstCardAsync(wallet, slowdown: 1, fresh: false);
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }

    /// <summary>Bytes of the first visit, until the service worker has everything it needs without network.</summary>
    private static async Task<long> FirstVisitAsync(IBrowserContext context, Uri wallet, CountingLine line)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(wallet.AbsoluteUri);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.CloseAsync();
        return line.Received;
    }

    private static async Task TakeCardAsync(IBrowserContext context, string link)
    {
        var page = await context.NewPageAsync();
        await page.TakeFirstCardAsync(link);
        await page.CloseAsync();
    }

    /// <summary>The least that could show a card.</summary>
    private static Task ShowNothingElseAsync(IPage page) => page.RouteAsync("**/limit", route => route.FulfillAsync(new RouteFulfillOptions
    {
        ContentType = "text/html",
        Body = "<!doctype html><html lang=de><title>Limit</title><article data-testid=card-face>Bürger-ID</article></html>",
    }));

    private static async Task<double> MedianAsync(int runs, Func<Task<double>> measure)
    {
        var all = new List<double>(runs);
        while (all.Count < runs)
            all.Add(await measure());
        all.Sort();
        return all[runs / 2];
    }
}
