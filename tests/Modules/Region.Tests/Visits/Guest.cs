using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.Region.Tests.Visits;

/// <summary>A guest of a visit: a browser and a wallet on one phone.</summary>
internal sealed partial class Guest
{
    public Guest(VisitTown town)
    {
        Browser = StaffBrowser.Of(town);
        Wallet = new HeadlessWallet(new HttpClient(town.Line()), town.Time, town.Random.Fill);
        Wallet.Anchors.AddRange(town.Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
        Wallet.Anchors.Add(town.Services.GetRequiredService<VerifierAnchor>().Certificate);
    }

    public StaffBrowser Browser { get; }

    public HeadlessWallet Wallet { get; }

    /// <summary>The guest's page.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Scans the code.</summary>
    public Task<StaffPage> ScanAsync(string code) => Browser.OpenAsync($"/guest/{code}");

    /// <summary>Takes part, on the page that a code led to: what the town answers.</summary>
    public async Task<StaffPage> EnterAsync(string code)
    {
        var answer = await Browser.SendAsync($"/guest/{code}");
        if (answer.Onwards is { } onwards)
            Page = Uri.UnescapeDataString(Back().Match(onwards).Groups["page"].Value);
        return answer;
    }

    /// <summary>Scans the code and takes part: the link into the wallet.</summary>
    public async Task<string> JoinAsync(string code)
    {
        await ScanAsync(code);
        var answer = await EnterAsync(code);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Onwards!;
    }

    /// <summary>What the cards say that the wallet got, in their order.</summary>
    public List<JsonObject> Cards { get; } = [];

    /// <summary>Gets what a link offers into the wallet.</summary>
    public async Task<PresentableCredential> ReceiveAsync(string link)
    {
        Cards.Add((await Wallet.ReceiveAsync(link))[0].Credential.Claims);
        return Wallet.Copies[^1];
    }

    /// <summary>Gets the DEMO citizen ID into the wallet.</summary>
    public async Task<PresentableCredential> TakeIdAsync(string code) => await ReceiveAsync(await JoinAsync(code));

    /// <summary>Presses the button on the guest's page: where it leads.</summary>
    public async Task<StaffPage> PressAsync(string what)
    {
        await Browser.OpenAsync(Page);
        return await Browser.SendAsync($"{Page}/{what}");
    }

    /// <summary>Applies: the address with which the wallet sends the browser back.</summary>
    public async Task<string> ShowIdAsync()
    {
        var reply = await Wallet.PresentAsync((await PressAsync("application")).Onwards!);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply.RedirectUri!;
    }

    /// <summary>From the DEMO citizen ID to the DEMO permit.</summary>
    public async Task<PresentableCredential> TakePermitAsync()
    {
        var back = await Browser.OpenAsync(await ShowIdAsync());
        Assert.Equal(HttpStatusCode.SeeOther, back.Status);
        return await ReceiveAsync(back.Onwards!);
    }

    [GeneratedRegex("&back=(?<page>[^&]+)")]
    private static partial Regex Back();
}
