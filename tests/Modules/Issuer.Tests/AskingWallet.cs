using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>A wallet that asks through the authorization endpoint, and the browser of the person who decides.</summary>
internal sealed class AskingWallet
{
    private const string Session = "modellstadt-session";

    private readonly IssuingTown town;
    private readonly CookieLine cookies;

    /// <summary>A wallet with whatever it can prove.</summary>
    /// <param name="town">The town.</param>
    /// <param name="dpop">True: its tokens are bound to a key.</param>
    /// <param name="attested">True: its provider is the one whom the town believes.</param>
    /// <param name="clientId">What its provider calls it.</param>
    public AskingWallet(IssuingTown town, bool dpop = true, bool attested = true, string clientId = HeadlessWallet.ClientId)
    {
        this.town = town;
        cookies = new CookieLine(town.Line());
        Browser = new HttpClient(cookies) { BaseAddress = town.Town.PublicUrl };
        Line = new ProvingLine(town.Line(), town.Time, town.Random.Fill) { Server = IssuerIdentity.IdOf(town.Town, IssuerIdentity.TownSlug) };
        if (dpop)
            Line.DpopKey = NewKey();
        if (attested)
            Line.Instance = town.Provider.AttestWallet(NewKey(), clientId, town.Time.Now);
        Wallet = new HeadlessWallet(new HttpClient(Line) { BaseAddress = town.Town.PublicUrl }, town.Time, town.Random.Fill);
        Wallet.Anchors.AddRange(town.Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
    }

    public HeadlessWallet Wallet { get; }

    public ProvingLine Line { get; }

    public HttpClient Browser { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Cookie => cookies.Value(town.Town.PublicUrl, Session);

    private Authorizations Authorizations => town.Services.GetRequiredService<Authorizations>();

    public SigningKey NewKey() => SoftwareSigningKey.Create(town.Random.Fill);

    public Task<OfferingIssuer> ReadIssuerAsync() => Wallet.ReadIssuerAsync(new CredentialOfferObject(Line.Server!, [IssuingTown.Permit]));

    /// <summary>Opens the authorization endpoint; the id of what waits, or null with the status when nothing does.</summary>
    public async Task<(HttpStatusCode Status, Guid? Waiting)> OpenAsync(Uri address)
    {
        using var answer = await Browser.GetAsync(address, Cancellation);
        var page = answer.Headers.Location?.OriginalString;
        return (answer.StatusCode, page is null ? null : Guid.Parse(page[^36..]));
    }

    /// <summary>The person says yes: where the browser is sent, or null.</summary>
    public async Task<Uri?> GrantAsync(Guid waiting, string subject = IssuingTown.Subject) =>
        await Authorizations.GrantAsync(waiting, Cookie, await town.OfferAsync(subject: subject), Cancellation) is { } back ? await FollowAsync(back) : null;

    /// <summary>The person says no.</summary>
    public async Task<Uri?> RefuseAsync(Guid waiting) => await Authorizations.RefuseAsync(waiting, Cookie, Cancellation) is { } back ? await FollowAsync(back) : null;

    /// <summary>Opens the authorization endpoint and the page to which it leads.</summary>
    public async Task<string> ShowAsync(Uri address)
    {
        using var opened = await Browser.GetAsync(address, Cancellation);
        using var page = await Browser.GetAsync(opened.Headers.Location, Cancellation);
        return await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>Sends a form of a page; where the browser is sent in the end, or null.</summary>
    public async Task<Uri?> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var hidden = new HeadlessPage(HttpStatusCode.OK, null, page).HiddenFields(action);
        using var form = new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await Browser.PostAsync(new Uri(action, UriKind.Relative), form, Cancellation);
        return answer.Headers.Location is { } location && location.OriginalString.EndsWith("/answer", StringComparison.Ordinal) ? await FollowAsync(location.OriginalString) : answer.Headers.Location;
    }

    /// <summary>Opens the page that leads back to the wallet: the address there.</summary>
    private async Task<Uri> FollowAsync(string back)
    {
        using var page = await Browser.GetAsync(new Uri(back, UriKind.Relative), Cancellation);
        return new Uri(page.EnsureSuccessStatusCode().Headers.GetValues("Refresh").Single()["0;url=".Length..]);
    }

    /// <summary>The authorization that a page is about.</summary>
    public static string WaitingIn(string page) => page[(page.IndexOf("data-authorization=\"", StringComparison.Ordinal) + 20)..][..36];

    /// <summary>Goes the honest way up to the address that brings the code.</summary>
    public async Task<(AskedAuthorization Asked, Uri Answer)> AuthorizeAsync(OfferingIssuer issuer, string subject = IssuingTown.Subject, Func<AuthorizationRequest, AuthorizationRequest>? change = null)
    {
        var asked = await Wallet.AskAsync(issuer, IssuingTown.Permit, change);
        var (_, waiting) = await OpenAsync(asked.Address!);
        return (asked, (await GrantAsync(waiting!.Value, subject))!);
    }

    /// <summary>Goes the honest way up to the tokens.</summary>
    public async Task<(OfferingIssuer Issuer, TokenResponse Tokens)> EnterAsync(string subject = IssuingTown.Subject)
    {
        var issuer = await ReadIssuerAsync();
        var (asked, answer) = await AuthorizeAsync(issuer, subject);
        return (issuer, await Wallet.ExchangeAsync(issuer, asked, answer));
    }

    /// <summary>Fetches copies for an access token.</summary>
    public Task<IReadOnlyList<ReceivedCopy>> FetchAsync(OfferingIssuer issuer, TokenResponse tokens, int count = 2) =>
        Wallet.FetchCopiesAsync(issuer, IssuingTown.Permit, tokens.AccessToken, count);

    /// <summary>Sends a code, or anything else, to the token endpoint.</summary>
    public Task<IssuerReply> PostTokenAsync(OfferingIssuer issuer, TokenGrant grant) => Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, grant.ToForm());

    /// <summary>The code in an address.</summary>
    public static string CodeIn(Uri answer) => FormParameters.Parse(answer.Query.TrimStart('?')).Expect()["code"]!;
}
