using System.Globalization;
using Microsoft.Playwright;
using Modellstadt.Bench.Browsers;
using Modellstadt.Bench.Journeys;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.Bench.OfflinePresentations;

/// <summary>
/// A permit read from a phone by a warden's device, both without a network: from the first picture of the camera (640 × 480, 30 a second) to
/// the answer, through the page's own reader; median of nine. Limit: the wallet's single short code, which is only told apart there.
/// </summary>
internal sealed class OfflinePresentationFigures : IBenchmark
{
    private const int Runs = 9;
    private const int SlowPhone = 4;
    private const int PicturesOfCode = 6;

    private const string StopClock = "() => { const now = Date.now(); Date.now = () => now; }";

    private const string Read =
        """
        () => new Promise(resolve => {
            const [result, video] = [document.querySelector('[data-inspection-result]'), document.querySelector('.scan-dialog video')];
            let first = 0;
            video.addEventListener('playing', () => { first = performance.now(); }, { once: true });
            result.replaceChildren();
            new MutationObserver((_, observer) => {
                const verdict = result.querySelector('.verdict');
                if (!verdict) return;
                observer.disconnect();
                resolve({ milliseconds: performance.now() - first, valid: verdict.matches('.verdict--valid') });
            }).observe(result, { childList: true });
            document.querySelector('[data-scan]').click();
        })
        """;

    public static string Name => "offline-presentation";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var camera = Path.Combine(Path.GetTempPath(), $"modellstadt-bench-camera-{Environment.ProcessId}.y4m");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Args = [.. Chromium.Arguments, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={camera}"],
        });
        var options = new BrowserNewContextOptions(playwright.Devices[Chromium.Phone]) { Locale = "de-DE", ReducedMotion = ReducedMotion.NoPreference };
        await using var phone = await browser.NewContextAsync(options);
        await using var device = await browser.NewContextAsync(options);
        await new PermitWalk(phone, scene.Town).WalkAsync("anybody-eligible", slowdown: 1, roundTrip: 0);
        var shown = await OpenPermitAsync(phone, scene.Town.WalletUrl);
        var warden = await BeginShiftAsync(device, scene.Town.PortalUrl);
        await warden.Locator("#place").SelectOptionAsync($"{await shown.GetByTestId("zone").InnerTextAsync()}|");

        await File.WriteAllBytesAsync(camera, await CameraPicture.OfAsync(await shown.GetByTestId("qr").ScreenshotAsync(), shown));
        var limit = await MedianAsync(warden, valid: false);
        await shown.GetByTestId("show-offline").ClickAsync();
        await shown.GetByTestId("moving-code").WaitForAsync();
        var codes = await shown.GetByTestId("qr").CountAsync();
        await File.WriteAllBytesAsync(camera, await CameraPicture.FilmAsync(await PicturesOfAsync(shown, codes), PicturesOfCode, shown));
        await warden.EvaluateAsync(StopClock);

        yield return new Figure("offline-presentation-codes", codes, "codes");
        yield return new Figure("offline-presentation-squares", await SquaresAsync(shown), "a side");
        yield return new Figure("offline-presentation", await MedianAsync(warden, valid: true), "ms", limit);
        await SlowDownAsync(device, warden);
        yield return new Figure($"offline-presentation-cpu-{SlowPhone}x-slower", await MedianAsync(warden, valid: true), "ms");
        File.Delete(camera);
    }

    private static async Task<IPage> OpenPermitAsync(IBrowserContext phone, Uri wallet)
    {
        var page = phone.Pages[0];
        await page.GotoAsync(wallet.AbsoluteUri);
        await page.Locator("[data-testid=card-link][data-vct='urn:modellstadt:resident-parking-permit:1']").ClickAsync();
        await page.GetByTestId("show-offline").WaitForAsync();
        await phone.SetOfflineAsync(true);
        return page;
    }

    private static async Task<IPage> BeginShiftAsync(IBrowserContext device, Uri portal)
    {
        var page = await device.NewPageAsync();
        await page.GotoAsync(new Uri(portal, "/warden").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Jana Streifenberg" }).ClickAsync();
        await page.Locator(".warden__start .kern-btn--primary").ClickAsync();
        await page.Locator("[data-set=ready]").WaitForAsync();
        await device.SetOfflineAsync(true);
        return page;
    }

    /// <summary>Each code as the display shows it.</summary>
    private static async Task<IReadOnlyCollection<byte[]>> PicturesOfAsync(IPage shown, int codes)
    {
        var pictures = new Dictionary<string, byte[]>();
        while (pictures.Count < codes)
        {
            var picture = await shown.GetByTestId("moving-code").ScreenshotAsync();
            pictures.TryAdd(Convert.ToBase64String(picture), picture);
        }

        return pictures.Values;
    }

    private static async Task<double> SquaresAsync(IPage shown)
    {
        var box = (await shown.GetByTestId("qr").First.GetAttributeAsync("viewBox"))!.Split(' ')[2];
        const int quietZone = 8;
        return double.Parse(box, CultureInfo.InvariantCulture) - quietZone;
    }

    private static async Task<double> MedianAsync(IPage warden, bool valid)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var reading = await warden.EvaluateAsync<Reading>(Read);
            if (reading.Valid != valid)
                throw new InvalidOperationException("The warden's device answered something else than was shown.");
            times.Add(reading.Milliseconds);
        }

        return times.Order().ElementAt(Runs / 2);
    }

    private static async Task SlowDownAsync(IBrowserContext device, IPage warden)
    {
        var devTools = await device.NewCDPSessionAsync(warden);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = SlowPhone });
    }

    private sealed class Reading
    {
        public double Milliseconds { get; set; }

        public bool Valid { get; set; }
    }
}
