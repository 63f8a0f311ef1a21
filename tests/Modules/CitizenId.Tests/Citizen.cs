using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.Tests;

/// <summary>Somebody with a phone: a browser and a wallet on it.</summary>
internal sealed class Citizen : IDisposable
{
    public Citizen(IdentifyingTown town)
    {
        Browser = new Browser(town);
        Wallet = new HeadlessWallet(new HttpClient(town.Line()), town.Time, town.Random.Fill);
        Wallet.Anchors.AddRange(town.Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
        Wallet.Anchors.Add(town.Services.GetRequiredService<VerifierAnchor>().Certificate);
    }

    public Browser Browser { get; }

    public HeadlessWallet Wallet { get; }

    /// <summary>"Get your citizen ID" with the wallet on the same phone: the link into the wallet.</summary>
    public async Task<string> StartAsync()
    {
        var sent = await Browser.SubmitAsync("/citizen-id", "/citizen-id/requests", ("device", "same"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        return sent.Location!;
    }

    /// <summary>The same with the wallet on another device: the page with the QR code.</summary>
    public async Task<string> StartOnDesktopAsync()
    {
        var sent = await Browser.SubmitAsync("/citizen-id", "/citizen-id/requests", ("device", "other"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        return sent.Location!;
    }

    /// <summary>Asks for the citizen ID, shows the ID card and comes back: where the browser is sent on to.</summary>
    public async Task<string> IdentifyAsync()
    {
        var back = await Browser.GetAsync(await ShowIdCardAsync());
        Assert.Equal(HttpStatusCode.SeeOther, back.Status);
        return back.Location!;
    }

    /// <summary>Asks for the citizen ID and shows the ID card: the address with which the wallet sends the browser back.</summary>
    public async Task<string> ShowIdCardAsync()
    {
        var reply = await Wallet.PresentAsync(await StartAsync());
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply.RedirectUri!;
    }

    /// <summary>From the ID card to the citizen ID: its claims.</summary>
    public async Task<JsonObject> GetCitizenIdAsync() => (await Wallet.ReceiveAsync(await IdentifyAsync()))[0].Credential.Claims;

    /// <summary>Identifies and reads the page on which that ends.</summary>
    public async Task<Page> IdentifyToPageAsync() => await Browser.GetAsync(await IdentifyAsync());

    public void Dispose() => Browser.Dispose();
}
