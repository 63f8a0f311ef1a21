using System.Net;
using System.Text.RegularExpressions;

namespace Modellstadt.CitizenId.Tests.SignIn;

/// <summary>What somebody does who signs in.</summary>
internal static partial class SignInSteps
{
    private const string Start = "/account/sign-in/citizen-id";

    /// <summary>Presses the button of the sign-in in a browser whose device has the wallet: the link into the wallet.</summary>
    public static async Task<string> StartSignInAsync(this Browser browser, string returnUrl = IdentifyingTown.WhoIsIt)
    {
        var sent = await browser.SubmitAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", Start, ("device", "same"), ("returnUrl", returnUrl));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        return sent.Location!;
    }

    /// <summary>The same with the wallet on another device: the address of the page with the QR code.</summary>
    public static async Task<string> StartSignInOnDesktopAsync(this Browser browser) =>
        (await browser.SubmitAsync("/account/sign-in", Start, ("device", "other"), ("returnUrl", IdentifyingTown.WhoIsIt))).Location!;

    /// <summary>Signs in with the citizen ID; where the browser is sent on to.</summary>
    public static async Task<string> SignInAsync(this Citizen citizen, string returnUrl = IdentifyingTown.WhoIsIt)
    {
        var reply = await citizen.Wallet.PresentAsync(await citizen.Browser.StartSignInAsync(returnUrl));
        return (await citizen.Browser.GetAsync(reply.RedirectUri!)).Location!;
    }

    /// <summary>Who the town says has signed in with the browser: the person, by what, at which level; <c>nobody</c> when nobody has.</summary>
    public static async Task<string> WhoIsItAsync(this Browser browser) => (await browser.GetAsync(IdentifyingTown.WhoIsIt)).Html;

    /// <summary>The link into the wallet that the QR code of a page carries.</summary>
    public static string LinkIn(Page page) => WalletLink().Match(page.Html).Groups["link"].Value;

    [GeneratedRegex("""class="kern-link" href="(?<link>[^"]+request_uri=[^"]+)""")]
    private static partial Regex WalletLink();
}
