using System.Net;
using System.Text.RegularExpressions;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests;

/// <summary>Wallets that ask through the authorization endpoint get the DEMO ID card and the citizen ID on the pages on which people get them.</summary>
public sealed partial class AuthorizationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_gets_the_DEMO_ID_card_after_one_tap(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = town.NewCitizen();
        var (wallet, issuer) = await NewWalletAsync(town, DemoIdCardType.IssuerSlug, DemoIdCardType.ConfigurationId);
        var person = town.AnyOf(DemoStory.Eligible);
        var asked = await wallet.AskAsync(issuer, DemoIdCardType.ConfigurationId);

        var (page, waiting) = await OpenAsync(citizen, asked);
        var shown = (await citizen.Browser.GetAsync(page)).Html;
        var back = await citizen.Browser.SubmitAsync(page, "/demo-id-card/offers", ("resident_id", person.Id.Value), ("authorization", waiting));
        var again = await citizen.Browser.SubmitAsync("/citizen-id", "/demo-id-card/offers", ("resident_id", person.Id.Value), ("authorization", waiting));
        var tokens = await wallet.ExchangeAsync(issuer, asked, await FollowAsync(citizen, back));
        var copies = await wallet.FetchCopiesAsync(issuer, DemoIdCardType.ConfigurationId, tokens.AccessToken, 2);

        Assert.StartsWith("/demo-id-card?authorization=", page, StringComparison.Ordinal);
        Assert.Contains("headless-wallet.example", shown, StringComparison.Ordinal);
        Assert.Equal(back.Location, again.Location);
        Assert.Equal(person.Card.Name.FamilyName, copies[0].Credential.Claims.Text("family_name"));
    }

    [Theory]
    [InlineData("same")]
    [InlineData("other")]
    public async Task A_wallet_gets_the_citizen_ID_once_the_ID_card_was_shown(string device)
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(DemoStory.Eligible);
        using var citizen = await town.NewCitizenAsync(person);
        var (wallet, issuer) = await NewWalletAsync(town, IssuerIdentity.TownSlug, CitizenIds.ConfigurationId);
        var asked = await wallet.AskAsync(issuer, CitizenIds.ConfigurationId);

        var (page, waiting) = await OpenAsync(citizen, asked);
        var sent = await citizen.Browser.SubmitAsync(page, "/citizen-id/requests", ("device", device), ("authorization", waiting));
        var back = await citizen.Browser.GetAsync(await ShowCardAsync(town, citizen, sent.Location!, device));
        var tokens = await wallet.ExchangeAsync(issuer, asked, await FollowAsync(citizen, back));
        var copies = await wallet.FetchCopiesAsync(issuer, CitizenIds.ConfigurationId, tokens.AccessToken, 2);

        Assert.StartsWith("/citizen-id?authorization=", page, StringComparison.Ordinal);
        Assert.Equal((await town.ReadResidentAsync(person)).Name.FamilyName, copies[0].Credential.Claims.Text("family_name"));
        Assert.Contains("Ihre Bürger-ID ist in der Wallet", (await citizen.Browser.GetAsync($"/citizen-id/requests/{(await town.ReadRequestAsync()).Id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_register_is_silent_the_wallet_waits_and_then_gets_it_by_a_tap()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var (wallet, issuer) = await NewWalletAsync(town, IssuerIdentity.TownSlug, CitizenIds.ConfigurationId);
        var asked = await wallet.AskAsync(issuer, CitizenIds.ConfigurationId);
        var (page, waiting) = await OpenAsync(citizen, asked);
        await town.SilenceRegisterAsync(silent: true);
        var sent = await citizen.Browser.SubmitAsync(page, "/citizen-id/requests", ("device", "same"), ("authorization", waiting));

        var back = await citizen.Browser.GetAsync(await ShowCardAsync(town, citizen, sent.Location!, "same"));
        await town.SilenceRegisterAsync(silent: false);
        await town.RetryLookupsAsync();
        var handed = await citizen.Browser.SubmitAsync(back.Location!, $"{back.Location}/handover");

        Assert.NotNull(await wallet.ExchangeAsync(issuer, asked, await FollowAsync(citizen, handed)));
    }

    [Fact]
    public async Task When_the_wallet_has_given_up_the_person_gets_the_citizen_ID_all_the_same()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var (wallet, issuer) = await NewWalletAsync(town, IssuerIdentity.TownSlug, CitizenIds.ConfigurationId);
        var (page, waiting) = await OpenAsync(citizen, await wallet.AskAsync(issuer, CitizenIds.ConfigurationId));
        var sent = await citizen.Browser.SubmitAsync(page, "/citizen-id/requests", ("device", "same"), ("authorization", waiting));
        var answer = await ShowCardAsync(town, citizen, sent.Location!, "same");
        await citizen.Browser.SubmitAsync(page, $"/authorizations/{waiting}/refuse");

        var back = await citizen.Browser.GetAsync(answer);

        Assert.Equal(10, (await citizen.Wallet.ReceiveAsync(back.Location!)).Count);
    }

    [Fact]
    public async Task A_strangers_link_gets_nothing_out_of_this_browser()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = town.NewCitizen();
        using var stranger = town.NewCitizen();
        var (wallet, issuer) = await NewWalletAsync(town, DemoIdCardType.IssuerSlug, DemoIdCardType.ConfigurationId);
        var (page, waiting) = await OpenAsync(stranger, await wallet.AskAsync(issuer, DemoIdCardType.ConfigurationId));

        var opened = await citizen.Browser.GetAsync(page);
        var sent = await citizen.Browser.SubmitAsync("/demo-id-card", "/demo-id-card/offers", ("resident_id", OfferDemoIdCard.AnybodyEligible), ("authorization", waiting));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (opened.Status, sent.Status));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Fresh_copies_of_a_citizen_ID_say_what_the_register_says_today(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var person = town.AnyOf(DemoStory.Eligible);
        var (wallet, issuer) = await NewWalletAsync(town, IssuerIdentity.TownSlug, CitizenIds.ConfigurationId);
        using var citizen = await town.NewCitizenAsync(person);
        var offer = await wallet.OpenOfferAsync(await citizen.IdentifyAsync());
        var reply = await wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, new TokenRequest(offer.PreAuthorizedCode!).ToForm());
        var tokens = TokenResponse.Parse(reply.ExpectBody()).Expect();
        town.Time.Now += TimeSpan.FromDays(30);

        await town.SilenceRegisterAsync(silent: true);
        var later = await RefreshAsync(wallet, issuer, tokens);
        await town.SilenceRegisterAsync(silent: false);
        var fresh = TokenResponse.Parse((await RefreshAsync(wallet, issuer, tokens)).ExpectBody()).Expect();
        var copies = await wallet.FetchCopiesAsync(issuer, CitizenIds.ConfigurationId, fresh.AccessToken, 2);
        await RevokeAsync(town, person);

        Assert.Equal(AuthorizationErrors.TemporarilyUnavailable, later.Error);
        Assert.Equal((await town.ReadResidentAsync(person)).Name.FamilyName, copies[0].Credential.Claims.Text("family_name"));
        Assert.Equal(IssuanceErrors.InvalidGrant, (await RefreshAsync(wallet, issuer, tokens)).Error);
    }

    private static Task<IssuerReply> RefreshAsync(HeadlessWallet wallet, OfferingIssuer issuer, TokenResponse tokens) =>
        wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, new RefreshTokenRequest(tokens.RefreshToken!).ToForm());

    private static async Task RevokeAsync(IdentifyingTown town, DemoPerson person)
    {
        using var body = new StringContent($$"""{"resident_id":"{{person.Id}}"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await town.ManagementClient().PostAsync("/management/v1/citizen-ids/revocations", body, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<(HeadlessWallet Wallet, OfferingIssuer Issuer)> NewWalletAsync(IdentifyingTown town, string slug, string configurationId)
    {
        var server = IssuerIdentity.IdOf(town.Town, slug);
        var line = new ProvingLine(town.Line(), town.Time, town.Random.Fill) { Server = server, DpopKey = SoftwareSigningKey.Create(town.Random.Fill) };
        var wallet = new HeadlessWallet(new HttpClient(line) { BaseAddress = town.Town.PublicUrl }, town.Time, town.Random.Fill);
        using var known = town.NewCitizen();
        wallet.Anchors.AddRange(known.Wallet.Anchors);
        return (wallet, await wallet.ReadIssuerAsync(new CredentialOfferObject(server, [configurationId])));
    }

    /// <summary>The browser opens the authorization endpoint: the page to which it is sent, and what waits there.</summary>
    private static async Task<(string Page, string Waiting)> OpenAsync(Citizen citizen, AskedAuthorization asked)
    {
        var page = (await citizen.Browser.GetAsync(asked.Address!.AbsoluteUri)).Location!;
        return (page, page[^36..]);
    }

    /// <summary>Shows the ID card, on this or another device: the address where the browser goes on.</summary>
    private static async Task<string> ShowCardAsync(IdentifyingTown town, Citizen citizen, string sentTo, string device)
    {
        if (device == "same")
            return (await citizen.Wallet.PresentAsync(sentTo)).RedirectUri!;
        await citizen.Wallet.PresentAsync(await citizen.Wallet.LookUpAsync(town.Town.PublicUrl, (await town.ReadRequestAsync()).Presentation.Code));
        return (await citizen.Browser.PollAsync(sentTo)).Continue!;
    }

    /// <summary>The page that leads back: the address in the wallet.</summary>
    private static async Task<Uri> FollowAsync(Citizen citizen, Page back)
    {
        Assert.Equal(HttpStatusCode.SeeOther, back.Status);
        var page = await citizen.Browser.GetAsync(back.Location!);
        return new Uri(WayBack().Match(page.Html).Groups["address"].Value);
    }

    [GeneratedRegex("""href="(?<address>https://headless-wallet[.]example[^"]+)""")]
    private static partial Regex WayBack();
}
