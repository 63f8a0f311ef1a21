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
        return (await browser.SendFormAsync("/account/sign-in/citizen-id", ("device", "same"), ("returnUrl", "/permit/mine"))).Onwards!;
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

    /// <summary>Sends one of the forms on the page of the permit as it stands there, with what the holder adds; the answer to the click.</summary>
    public static Task<Page> SendChangeAsync(this Citizen citizen, Page mine, string purpose, params (string Name, string Value)[] added)
    {
        var form = Form().Matches(mine.Html).Select(form => form.Value).Single(form => form.Contains($"name=\"purpose\" value=\"{purpose}\"", StringComparison.Ordinal));
        var carried = Hidden().Matches(form).Select(field => (field.Groups[1].Value, field.Groups[2].Value)).Where(field => field.Item1 != "__RequestVerificationToken");
        return citizen.Browser.SendFormAsync("/permit/mine/changes", carried.Concat(added).Append(("device", "same")));
    }

    /// <summary>One tap: the renewal that the page offers.</summary>
    public static async Task<Page> RenewAsync(this Citizen citizen) => await citizen.SendChangeAsync(await citizen.OpenMineAsync(), "Renewal");

    /// <summary>Gives the permit back by the form that the page shows.</summary>
    public static Task<Page> SendReturnAsync(this Citizen citizen, Page mine, string iban = "") => citizen.Browser.SendFormAsync(
        "/permit/mine/return",
        Hidden().Matches(ReturnForm().Match(mine.Html).Value).Select(field => (field.Groups[1].Value, field.Groups[2].Value)).Where(field => field.Item1 != "__RequestVerificationToken").Append(("iban", iban)));

    /// <summary>The last day on the page of the permit.</summary>
    public static string UntilOn(Page page) => Until().Match(page.Html).Groups[1].Value;

    [GeneratedRegex("<form method=\"post\" action=\"/permit/mine/changes\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<form method=\"post\" action=\"/permit/mine/return\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex ReturnForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("data-until=\"([^\"]+)\"")]
    private static partial Regex Until();
}
