using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Protocols.OpenId4Vc.Holder;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>What a holder does on the page of the permit.</summary>
internal static partial class HolderSteps
{
    public static Task<Page> OpenMineAsync(this Citizen citizen, PortalBrowser? browser = null) => (browser ?? citizen.Browser).OpenAsync("/permit/mine");

    /// <summary>Presses the button of the sign-in; the link into the wallet.</summary>
    public static async Task<string> StartSignInAsync(this Citizen citizen, PortalBrowser browser)
    {
        await citizen.OpenMineAsync(browser);
        return (await browser.SendFormAsync("/permit/mine/sign-in", ("device", "same"))).Onwards!;
    }

    /// <summary>Signs in with the citizen ID in a browser; the page that it leads to.</summary>
    public static async Task<Page> SignInAsync(this Citizen citizen, PortalBrowser browser)
    {
        var reply = await citizen.Wallet.PresentAsync(await citizen.StartSignInAsync(browser));
        var answered = await browser.OpenAsync(reply.RedirectUri!);
        return await browser.OpenAsync(answered.Onwards!);
    }

    /// <summary>True when a warden who scans this card finds it good.</summary>
    public static async Task<bool> AcceptsAsync(this PermitTown town, Citizen citizen, PresentableCredential card) =>
        (await town.Services.GetRequiredService<HolderCodes>().CheckAsync(citizen.Wallet.ShowToWarden(card), TestContext.Current.CancellationToken)).Succeeded(out _, out _);

    /// <summary>The last day on the page of the permit.</summary>
    public static string UntilOn(Page page) => Until().Match(page.Html).Groups[1].Value;

    [GeneratedRegex("data-until=\"([^\"]+)\"")]
    private static partial Regex Until();
}
