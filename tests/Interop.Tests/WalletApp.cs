using Microsoft.Playwright;

namespace Modellstadt.Interop.Tests;

/// <summary>
/// The town's wallet app on a phone that nobody has used before, in the system's Chromium. The browser is told to accept the
/// servers' certificates: whether a chain of TLS holds is Chromium's business, not the wallet's.
/// </summary>
internal sealed class WalletApp : IAsyncDisposable
{
    private const string Pin = "246810";

    private readonly InteropTown town;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private WalletApp(InteropTown town, IPlaywright playwright, IBrowser browser, IPage page) => (this.town, this.playwright, this.browser, Page) = (town, playwright, browser, page);

    /// <summary>The open tab.</summary>
    public IPage Page { get; }

    /// <summary>Sets a wallet up with a PIN.</summary>
    public static async Task<WalletApp> SetUpAsync(InteropTown town)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("MODELLSTADT_CHROMIUM") ?? "/usr/bin/chromium",
            // In a container there is no other sandbox below root; the pages are our own.
            Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions(playwright.Devices["Pixel 7"]) { IgnoreHTTPSErrors = true, Locale = "en-GB" });
        var app = new WalletApp(town, playwright, browser, await context.NewPageAsync());
        await app.Page.GotoAsync(town.Town.WalletUrl.AbsoluteUri);
        await app.Page.GetByTestId("choose-pin").ClickAsync();
        await app.Page.GetByTestId("pin-new").FillAsync(Pin);
        await app.Page.GetByTestId("pin-again").FillAsync(Pin);
        await app.Page.GetByTestId("pin-finish").ClickAsync();
        await app.Page.GetByTestId("pin-finish").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        return app;
    }

    /// <summary>Takes what a link offers into the wallet.</summary>
    /// <param name="link"><c>openid-credential-offer:</c></param>
    /// <param name="transactionCode">What the person types in, when the offer demands it.</param>
    public async Task TakeAsync(string link, string? transactionCode = null)
    {
        await OpenAsync("receive", link);
        if (transactionCode is not null)
            await Page.GetByTestId("transaction-code").FillAsync(transactionCode);
        await AgreeAsync();
        await Page.GetByTestId("arrived").WaitForAsync();
    }

    /// <summary>Says yes to what is offered, also where nobody vouches for the issuer.</summary>
    public async Task AgreeAsync()
    {
        await Page.GetByTestId("accept").WaitForAsync();
        if (await Page.GetByTestId("unknown-consent").IsVisibleAsync())
            await Page.GetByTestId("unknown-consent").CheckAsync();
        await Page.GetByTestId("accept").ClickAsync();
    }

    /// <summary>Opens a question and shows what it asks for; waits until the wallet has sent the answer.</summary>
    /// <param name="link"><c>openid4vp:</c></param>
    public async Task ShowAsync(string link)
    {
        await OpenAsync("present", link);
        await ConfirmAsync();
    }

    /// <summary>Agrees to the open question; waits until the wallet has sent the answer and is back at the verifier's page, where the peers send it.</summary>
    public async Task ConfirmAsync()
    {
        await Page.GetByTestId("asked").First.WaitForAsync();
        var answered = Page.WaitForResponseAsync(response => response.Request.Method == "POST" && !response.Url.StartsWith(town.Town.WalletUrl.AbsoluteUri, StringComparison.Ordinal));
        await Page.GetByTestId("show").ClickAsync();
        await answered;
        await Assertions.Expect(Page.GetByText("Thank you.").Or(Page.GetByTestId("sent"))).ToBeVisibleAsync();
    }

    /// <summary>Opens a link that calls a wallet, as the phone would after the person has chosen ours, and unlocks the wallet for it.</summary>
    public async Task OpenAsync(string screen, string link)
    {
        await Page.GotoAsync(new Uri(town.Town.WalletUrl, $"/{screen}{link[link.IndexOf('?', StringComparison.Ordinal)..]}").AbsoluteUri);
        var locked = Page.GetByTestId("pin");
        await locked.Or(Page.GetByTestId("peer")).First.WaitForAsync();
        if (await locked.IsVisibleAsync())
        {
            await locked.FillAsync(Pin);
            await Page.GetByTestId("unlock-pin").ClickAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
