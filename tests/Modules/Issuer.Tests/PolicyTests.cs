using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>What was got by weaker means is refused for a HAIP type, at every door (attack 26); and offers as a way into the code flow.</summary>
public sealed class PolicyTests
{
    private static readonly (string, string) Haip = ("Issuer:Policies:permit", "Haip");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_offer_of_a_HAIP_type_names_no_pre_authorized_code_and_one_kept_from_before_is_worth_nothing()
    {
        await using var town = await StartAsync();
        var before = await town.Wallet.OpenOfferAsync((await town.OfferAsync()).OfferByReference.OriginalString);
        await town.RestartAsync(Haip);
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();

        var after = await citizen.Wallet.OpenOfferAsync((await town.OfferAsync()).OfferByReference.OriginalString);
        var refused = await citizen.PostTokenAsync(issuer, new TokenRequest(before.PreAuthorizedCode!));

        Assert.Equal((null, true), (after.PreAuthorizedCode, after.AllowsAuthorizationCode));
        Assert.NotNull(before.PreAuthorizedCode);
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), (refused.Status, refused.Error));
    }

    /// <summary>Attack 26.</summary>
    [Fact]
    public async Task A_token_from_before_is_worth_nothing_once_its_type_is_raised()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town, dpop: false, attested: false);
        var (issuer, tokens) = await citizen.EnterAsync();
        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
        await town.RestartAsync(Haip);

        var request = new CredentialRequest(citizen.Wallet.Prove([citizen.NewKey()], issuer, await citizen.Wallet.FetchNonceAsync(issuer))) { ConfigurationId = IssuingTown.Permit };
        var refused = await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, Protocols.Credentials.Jose.StrictJson.Write(request.ToJson()));

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (refused.Status, refused.Error));
    }

    /// <summary>Attack 26.</summary>
    [Fact]
    public async Task A_code_of_an_unknown_wallet_is_worth_nothing_once_its_type_is_raised()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town, attested: false);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);
        await town.RestartAsync(Haip);

        Assert.Equal(AuthorizationErrors.InvalidClient, (await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)))).Error);
    }

    [Fact]
    public async Task A_policy_for_a_type_that_nobody_issues_keeps_the_town_from_starting_unprotected()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var town = await StartAsync(("Issuer:Policies:permitt", "Haip"));
        });

        Assert.Contains("permitt", failure.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_that_comes_with_an_offer_gets_what_was_offered_after_one_yes(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind), Haip);
        var citizen = new AskingWallet(town);
        var offer = await citizen.Wallet.OpenOfferAsync((await town.OfferAsync()).OfferByReference.OriginalString);
        var issuer = await citizen.Wallet.ReadIssuerAsync(offer);
        var asked = await citizen.Wallet.AskAsync(issuer, offer.ConfigurationIds[0], request => request with { IssuerState = offer.IssuerState });

        var page = await citizen.ShowAsync(asked.Address!);
        var answer = await citizen.SubmitAsync(page, $"/authorizations/{AskingWallet.WaitingIn(page)}/grant");
        var tokens = await citizen.Wallet.ExchangeAsync(issuer, asked, answer!);

        Assert.Contains("Test wallet", page, StringComparison.Ordinal);
        Assert.Contains("headless-wallet.example", page, StringComparison.Ordinal);
        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
    }

    [Fact]
    public async Task A_person_may_say_no_to_an_offer()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var offer = await citizen.Wallet.OpenOfferAsync((await town.OfferAsync()).OfferByReference.OriginalString);
        var issuer = await citizen.Wallet.ReadIssuerAsync(offer);
        var asked = await citizen.Wallet.AskAsync(issuer, offer.ConfigurationIds[0], request => request with { IssuerState = offer.IssuerState });
        var page = await citizen.ShowAsync(asked.Address!);

        var answer = await citizen.SubmitAsync(page, $"/authorizations/{AskingWallet.WaitingIn(page)}/refuse");

        Assert.Equal(AuthorizationErrors.AccessDenied, AuthorizationResponse.Parse(answer!, issuer.Server.Issuer, asked.Request.State).Expect().Error);
    }

    /// <summary>Attack 8: the transaction code, for this flow.</summary>
    [Fact]
    public async Task An_offer_with_a_transaction_code_asks_for_it_on_the_page_until_it_is_right()
    {
        await using var town = await StartAsync(Haip);
        var citizen = new AskingWallet(town);
        var created = await town.OfferAsync(transactionCodeLength: 6);
        var offer = await citizen.Wallet.OpenOfferAsync(created.OfferByReference.OriginalString);
        var issuer = await citizen.Wallet.ReadIssuerAsync(offer);
        var asked = await citizen.Wallet.AskAsync(issuer, offer.ConfigurationIds[0], request => request with { IssuerState = offer.IssuerState });
        var page = await citizen.ShowAsync(asked.Address!);
        var action = $"/authorizations/{AskingWallet.WaitingIn(page)}/grant";

        Assert.Contains("transaction_code", page, StringComparison.Ordinal);
        for (var wrong = 0; wrong < 4; wrong++)
            Assert.EndsWith("?wrong=true", (await citizen.SubmitAsync(page, action, ("transaction_code", "000000")))!.OriginalString, StringComparison.Ordinal);
        var right = await citizen.SubmitAsync(page, action, ("transaction_code", created.TransactionCode!));
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, right!));
    }

    [Theory]
    [InlineData("an invented one")]
    [InlineData("that of another type")]
    public async Task An_offer_that_the_wallet_cannot_have_is_refused_on_the_page(string state)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var card = await citizen.Wallet.OpenOfferAsync((await town.OfferAsync(IssuingTown.LibraryCard)).OfferByReference.OriginalString);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit, request => request with { IssuerState = state == "an invented one" ? "invented" : card.IssuerState });

        using var opened = await citizen.Browser.GetAsync(asked.Address, Cancellation);
        using var page = await citizen.Browser.GetAsync(opened.Headers.Location, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task A_type_that_no_page_decides_about_sends_the_person_to_the_town()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town, dpop: false, attested: false);
        citizen.Line.Server = IssuerIdentity.IdOf(town.Town, "library");
        var issuer = await citizen.Wallet.ReadIssuerAsync(new CredentialOfferObject(citizen.Line.Server, [IssuingTown.LibraryCard]));

        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.LibraryCard);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await citizen.OpenAsync(asked.Address!)).Status);
    }

    private static async Task<IssuingTown> StartAsync(params (string, string)[] settings) => await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings);
}
