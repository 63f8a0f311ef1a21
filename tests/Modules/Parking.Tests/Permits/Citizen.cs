using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>A made-up person with a phone: browser and wallet.</summary>
internal sealed partial class Citizen(DemoPerson person, HeadlessWallet wallet, PortalBrowser browser)
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

    /// <summary>Asks as a waiting page asks; where it goes on, or null while it waits.</summary>
    public async Task<string?> PollAsync(Page page, PortalBrowser? on = null)
    {
        var answer = await (on ?? browser).OpenAsync(Polling().Match(page.Html).Groups[1].Value);
        return (string?)JsonNode.Parse(answer.Html)!["continue"];
    }

    /// <summary>The link into the wallet on a page with a QR code.</summary>
    public string LinkIn(Page page) => WalletLink().Match(page.Html).Groups[1].Value;

    /// <summary>The whole way; the answer to the last click.</summary>
    public async Task<Page> GetPermitAsync() => await ConfirmAsync(await ShowCitizenIdAsync());

    /// <summary>The plate that is preselected, in comparable form.</summary>
    public string PlateIn(Page proposal) => Preselected("vehicle", proposal);

    private static string Preselected(string name, Page page) => Checked(name).Match(page.Html) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"No {name} is preselected.");

    private static Regex Checked(string name) => new($"name=\"{name}\" value=\"([^\"]+)\" checked");

    private static Guid ApplicationIn(string address) => Guid.Parse(Id().Match(address).Groups[1].Value);

    [GeneratedRegex("data-poll=\"([^\"]+)\"")]
    private static partial Regex Polling();

    [GeneratedRegex("href=\"(http://wallet[^\"]+)\"")]
    private static partial Regex WalletLink();

    [GeneratedRegex("applications/([0-9a-f-]{36})")]
    private static partial Regex Id();
}
