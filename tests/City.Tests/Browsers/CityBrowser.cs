using Microsoft.Playwright;
using Modellstadt.Testing;

[assembly: AssemblyFixture(typeof(Modellstadt.City.Tests.Browsers.CityBrowser))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Modellstadt.City.Tests.Browsers;

/// <summary>
/// The system's Chromium and one town for all journeys, over HTTPS with a private authority. The browser is told the servers' key,
/// since its store of authorities is the machine's; programs check the chain up to the authority.
/// </summary>
public sealed class CityBrowser : IAsyncLifetime
{
    private readonly string camera = Path.Combine(Path.GetTempPath(), $"modellstadt-camera-{Environment.ProcessId}.y4m");
    private IPlaywright? playwright;
    private IBrowser? browser;
    private RunningTown? town;

    /// <summary>Certifies the towns.</summary>
    public PrivateAuthority Authority { get; } = new();

    /// <summary>The town that the journeys visit.</summary>
    public RunningTown Town => town!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        town = await RunningTown.StartAsync(Authority);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("MODELLSTADT_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                // In a container there is no other sandbox below root; the pages are our own.
                "--no-sandbox",
                $"--ignore-certificate-errors-spki-list={Authority.ServerKeyPin}",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={camera}",
            ],
        });
    }

    /// <summary>A phone of its own: nobody has used it before.</summary>
    public Task<Visitor> PhoneAsync(string language = "de") => PhoneAsync(Town, language);

    /// <summary>A phone that visits another town.</summary>
    public Task<Visitor> PhoneAsync(RunningTown visited, string language = "de") =>
        VisitAsync(visited, new BrowserNewContextOptions(playwright!.Devices["Pixel 7"]), isPhone: true, language);

    /// <summary>A desktop computer of its own.</summary>
    public Task<Visitor> DesktopAsync(string language = "de") => DesktopAsync(Town, language);

    /// <summary>A desktop computer that visits another town.</summary>
    public Task<Visitor> DesktopAsync(RunningTown visited, string language = "de") =>
        VisitAsync(visited, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } }, isPhone: false, language);

    /// <summary>A desktop computer that runs no scripts of pages.</summary>
    public Task<Visitor> DesktopWithoutScriptsAsync(string language = "de") =>
        VisitAsync(Town, new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 1280, Height = 900 } }, isPhone: false, language);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (town is not null)
            await town.DisposeAsync();
        Authority.Dispose();
        File.Delete(camera);
    }

    private async Task<Visitor> VisitAsync(RunningTown visited, BrowserNewContextOptions options, bool isPhone, string language)
    {
        options.Locale = language switch { "de" or "de-simple" => "de-DE", "en" => "en-GB", _ => language };
        // Colours are judged and pictures taken of screens that stand still.
        options.ReducedMotion = ReducedMotion.Reduce;
        return await Visitor.ArriveAsync(await browser!.NewContextAsync(options), visited, camera, isPhone, language);
    }
}
