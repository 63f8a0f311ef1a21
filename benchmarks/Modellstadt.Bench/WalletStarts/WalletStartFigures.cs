using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.Bench.Journeys;
using Modellstadt.Bench.Presentations;
using Modellstadt.Testing;

namespace Modellstadt.Bench.WalletStarts;

/// <summary>
/// How soon the wallet shows its last used card (a permit: plate, zone, validity) in Chromium, from the start of the navigation to the
/// paint, and what the first visit transfers. Warm: a new tab, the program with its service worker. Cold: a new browser process, and
/// of the program nothing is left on the phone but the card. Installed: a new browser process that has the program with its service
/// worker, as an app on the home screen has. Code: until the card shows its code for wardens too. Question: until a question of the
/// town is opened, checked and waits for the person. Limit: a page that consists of the card alone, in the same browser.
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
        var permit = await GetPermitAsync(context, scene.Town);

        var limit = await MedianAsync(WarmRuns, () => phone.TimeToFirstCardAsync(new Uri(wallet, "/limit"), slowdown: 1, fresh: false, ShowNothingElseAsync));
        foreach (var slowdown in (int[])[1, SlowPhone])
        {
            var processor = slowdown == 1 ? "" : $"-cpu-{slowdown}x-slower";
            Figure Measured(string name, double milliseconds) => new($"wallet-start-{name}{processor}", milliseconds, "ms", limit);
            Task<double> StartedAnewAsync(Func<Task<double>> measure) => MedianAsync(ColdRuns, async () =>
            {
                await phone.StartAsync();
                return await measure();
            });

            await phone.KeepUnlockedAsync();
            yield return Measured("warm", await MedianAsync(WarmRuns, () => phone.TimeToFirstCardAsync(wallet, slowdown, fresh: false)));
            yield return Measured("warm-code", await MedianAsync(WarmRuns, () => phone.TimeToCodeAsync(permit, slowdown)));
            yield return Measured("installed", await StartedAnewAsync(() => phone.TimeToFirstCardAsync(wallet, slowdown, fresh: false)));
            yield return Measured("installed-code", await StartedAnewAsync(() => phone.TimeToCodeAsync(permit, slowdown)));
            yield return Measured("installed-question", await StartedAnewAsync(async () => await phone.TimeToQuestionAsync(await AskAsync(scene.Town), slowdown)));
            yield return Measured("cold", await StartedAnewAsync(() => phone.TimeToFirstCardAsync(wallet, slowdown, fresh: true)));
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

    /// <summary>ID card, citizen ID and permit for the wallet; the address of the permit in it.</summary>
    private static async Task<Uri> GetPermitAsync(IBrowserContext context, RunningTown town)
    {
        await new PermitWalk(context, town).WalkAsync("anybody-eligible", slowdown: 1, roundTrip: 0);
        var page = context.Pages[^1];
        var address = new Uri(new Uri(page.Url).GetLeftPart(UriPartial.Path));
        await page.CloseAsync();
        return address;
    }

    /// <summary>A question for the citizen ID, as for a permit; the link that opens it in the wallet.</summary>
    private static async Task<Uri> AskAsync(RunningTown town)
    {
        using var management = town.ManagementClient();
        var question = new JsonObject { ["dcql_query"] = LeanHolder.Query.ToJson(), ["purpose"] = new JsonObject { ["de"] = "Messung", ["en"] = "Measurement" } };
        using var asked = await management.PostAsJsonAsync("/management/v1/presentations", question);
        var presentation = (await asked.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;
        return new Uri(town.WalletUrl, "/present?" + ((string)presentation["wallet_uri"]!).Split('?')[1]);
    }

    /// <summary>The least that could show a card.</summary>
    private static Task ShowNothingElseAsync(IPage page) => page.RouteAsync("**/limit", route => route.FulfillAsync(new RouteFulfillOptions
    {
        ContentType = "text/html",
        Body = "<!doctype html><html lang=de><title>Limit</title><article data-testid=card-face>Bewohnerparkausweis</article></html>",
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
