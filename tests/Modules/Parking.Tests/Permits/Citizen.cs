using System.Text.RegularExpressions;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>A made-up person with a phone: browser and wallet.</summary>
internal sealed partial class Citizen(PermitTown town, DemoPerson person, HeadlessWallet wallet, PortalBrowser browser)
{
    public DemoPerson Person => person;

    public HeadlessWallet Wallet => wallet;

    public PortalBrowser Browser => browser;

    /// <summary>The application begun last.</summary>
    public Guid Application { get; private set; }

    public string PagePath => $"/permit/applications/{Application}";

    /// <summary>Presses "apply"; the link into the wallet.</summary>
    public async Task<string> StartAsync()
    {
        await browser.OpenAsync("/permit");
        var started = await browser.SendFormAsync("/permit/applications", ("device", "same"));
        return started.Onwards!;
    }

    /// <summary>Presses "apply" where the wallet is on another device; the page with the QR code.</summary>
    public async Task<Page> StartOnOtherDeviceAsync()
    {
        await browser.OpenAsync("/permit");
        var started = await browser.SendFormAsync("/permit/applications", ("device", "other"));
        Application = ApplicationIn(started.Onwards!);
        return await browser.OpenAsync(started.Onwards!);
    }

    /// <summary>Applies and shows the citizen ID; the page to which the browser comes back.</summary>
    public async Task<Page> ShowCitizenIdAsync()
    {
        var reply = await wallet.PresentAsync(await StartAsync());
        return await ComeBackAsync(reply.RedirectUri!);
    }

    /// <summary>Opens the way back from the wallet, and the page behind it.</summary>
    public async Task<Page> ComeBackAsync(string address)
    {
        Application = ApplicationIn(address);
        var answered = await browser.OpenAsync(address);
        return await browser.OpenAsync(answered.Onwards!);
    }

    /// <summary>Confirms what is preselected, or other choices; the answer to the click.</summary>
    public Task<Page> ConfirmAsync(Page proposal, string? plate = null, string? months = null) =>
        browser.SendFormAsync($"{PagePath}/confirmation", ("vehicle", plate ?? Preselected("vehicle", proposal)), ("months", months ?? Preselected("months", proposal)), ("no_own_space", "true"));

    public Task<Page> OpenApplicationAsync() => browser.OpenAsync(PagePath);

    /// <summary>The whole way; the answer to the last click.</summary>
    public async Task<Page> GetPermitAsync() => await ConfirmAsync(await ShowCitizenIdAsync());

    /// <summary>Opens the page until the town has gone on by itself.</summary>
    public async Task<Page> WaitUntilAsync(Func<Page, bool> arrived)
    {
        for (var look = 0; look < 100; look++)
        {
            var page = await OpenApplicationAsync();
            if (arrived(page))
                return page;
            town.Time.Now += TimeSpan.FromSeconds(2);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The application did not go on.");
    }

    private static string Preselected(string name, Page page) => Checked(name).Match(page.Html) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"No {name} is preselected.");

    private static Regex Checked(string name) => new($"name=\"{name}\" value=\"([^\"]+)\" checked");

    private static Guid ApplicationIn(string address) => Guid.Parse(Id().Match(address).Groups[1].Value);

    [GeneratedRegex("applications/([0-9a-f-]{36})")]
    private static partial Regex Id();
}
