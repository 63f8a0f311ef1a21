using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Fresh copies without the person: what a refresh token gives, to whom, and what ends it (attack 5: key swap on refresh).</summary>
public sealed class RefreshTests
{
    private static readonly (string, string) Haip = ("Issuer:Policies:permit", "Haip");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_gets_fresh_copies_that_say_what_holds_today(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind), Haip);
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        var first = await citizen.FetchAsync(issuer, tokens);
        town.Time.Now += TimeSpan.FromDays(90);
        citizen.Line.Instance = town.Provider.AttestWallet(citizen.Line.Instance!.Key, HeadlessWallet.ClientId, town.Time.Now);
        await town.Services.GetRequiredService<Cleanup>().RunRoundAsync(Cancellation);

        var fresh = await citizen.Wallet.RefreshAsync(issuer, tokens.RefreshToken!);
        await town.Services.GetRequiredService<Cleanup>().RunRoundAsync(Cancellation);
        var second = await citizen.FetchAsync(issuer, fresh);

        Assert.Equal(IssuingTown.Subject, town.Renewal.Asked);
        Assert.Equal(("GE-AB 123", "GE-NEW 1"), ((string?)first[0].Credential.Claims["plate"], (string?)second[0].Credential.Claims["plate"]));
        Assert.Empty(first.Select(copy => copy.Key.Thumbprint).Intersect(second.Select(copy => copy.Key.Thumbprint)));
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(2, await database.Copies.CountAsync(copy => copy.OfferId != null && copy.RevokedAt == null, Cancellation));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("FAPI2SPFinalRefreshToken")]
    public async Task A_refresh_token_is_good_again_when_the_answer_was_lost(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();

        await citizen.Wallet.RefreshAsync(issuer, tokens.RefreshToken!);
        town.Time.Now += TimeSpan.FromSeconds(30);
        await town.RestartAsync();
        var again = await citizen.Wallet.RefreshAsync(issuer, tokens.RefreshToken!);

        Assert.Null(again.RefreshToken);
        Assert.Equal(2, (await citizen.FetchAsync(issuer, again)).Count);
    }

    /// <summary>Attack 5.</summary>
    [Theory]
    [InlineData("another key")]
    [InlineData("no key")]
    [InlineData("another wallet of this kind")]
    [InlineData("another client")]
    [InlineData("no attestation")]
    [InlineData("a changed token")]
    [Oidf("FAPI2SPFinalRefreshToken")]
    public async Task A_refresh_token_is_worth_nothing_to_anybody_else(string thief)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), Haip);
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        var stolen = new AskingWallet(town, dpop: thief != "no key", attested: thief != "no attestation", clientId: thief == "another client" ? "https://second.example" : HeadlessWallet.ClientId);
        if (thief is not ("another key" or "no key"))
            stolen.Line.DpopKey = citizen.Line.DpopKey;
        if (thief is "another key" or "no key" or "a changed token")
            stolen.Line.Instance = citizen.Line.Instance;
        var token = thief == "a changed token" ? tokens.RefreshToken![..^2] + (tokens.RefreshToken[^2] == 'A' ? 'B' : 'A') + tokens.RefreshToken[^1] : tokens.RefreshToken!;

        var refused = await stolen.PostTokenAsync(issuer, new RefreshTokenRequest(token));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), (refused.Status, refused.Error));
        Assert.Null(town.Renewal.Asked);
        Assert.NotNull(await citizen.Wallet.RefreshAsync(issuer, tokens.RefreshToken!));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revocation_ends_the_refresh_and_what_it_gave(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        town.Time.Now += TimeSpan.FromDays(2);
        citizen.Line.Instance = town.Provider.AttestWallet(citizen.Line.Instance!.Key, HeadlessWallet.ClientId, town.Time.Now);
        var fresh = await citizen.Wallet.RefreshAsync(issuer, tokens.RefreshToken!);

        await town.Statuses.RevokeAsync(IssuingTown.Subject, Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => citizen.FetchAsync(issuer, fresh));
        Assert.Equal(IssuanceErrors.InvalidGrant, (await citizen.PostTokenAsync(issuer, new RefreshTokenRequest(tokens.RefreshToken!))).Error);
    }

    [Fact]
    public async Task Another_wallet_that_fetches_the_offer_anew_ends_the_refresh_of_the_first()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (first, second) = (new AskingWallet(town), new AskingWallet(town));
        var (issuer, tokens) = await first.EnterAsync();
        await first.FetchAsync(issuer, tokens);
        var (_, others) = await second.EnterAsync();

        Assert.Equal(IssuanceErrors.InvalidGrant, (await first.PostTokenAsync(issuer, new RefreshTokenRequest(tokens.RefreshToken!))).Error);
        Assert.NotNull(await second.Wallet.RefreshAsync(issuer, others.RefreshToken!));
    }

    [Fact]
    public async Task Another_wallet_that_fetches_the_offer_anew_ends_the_access_of_the_first()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (first, second) = (new AskingWallet(town), new AskingWallet(town));
        var (issuer, tokens) = await first.EnterAsync();
        await first.FetchAsync(issuer, tokens);
        var (_, others) = await second.EnterAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => first.FetchAsync(issuer, tokens));
        Assert.Equal(2, (await second.FetchAsync(issuer, others)).Count);
    }

    [Fact]
    public async Task A_refresh_ends_after_180_days()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        town.Time.Now += TimeSpan.FromDays(180);
        citizen.Line.Instance = town.Provider.AttestWallet(citizen.Line.Instance!.Key, HeadlessWallet.ClientId, town.Time.Now);

        Assert.Equal(IssuanceErrors.InvalidGrant, (await citizen.PostTokenAsync(issuer, new RefreshTokenRequest(tokens.RefreshToken!))).Error);
    }

    [Theory]
    [InlineData(422, IssuanceErrors.InvalidGrant)]
    [InlineData(503, AuthorizationErrors.TemporarilyUnavailable)]
    public async Task The_module_has_the_last_word(int refusal, string error)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        town.Renewal.Refused = refusal;

        Assert.Equal(error, (await citizen.PostTokenAsync(issuer, new RefreshTokenRequest(tokens.RefreshToken!) { ClientId = HeadlessWallet.ClientId })).Error);
        town.Renewal.Refused = null;
        Assert.NotNull(await citizen.Wallet.RefreshAsync(issuer, tokens.RefreshToken!));
    }

    [Fact]
    public async Task A_pre_authorized_code_with_a_key_gives_a_refresh_token_and_without_one_none()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (bound, bearer) = (new AskingWallet(town, attested: false), new AskingWallet(town, dpop: false, attested: false));

        async Task<TokenResponse> RedeemAsync(AskingWallet wallet, string subject)
        {
            var offer = await wallet.Wallet.OpenOfferAsync((await town.OfferAsync(subject: subject)).OfferByReference.OriginalString);
            var issuer = await wallet.Wallet.ReadIssuerAsync(offer);
            return TokenResponse.Parse((await wallet.PostTokenAsync(issuer, new TokenRequest(offer.PreAuthorizedCode!))).ExpectBody()).Expect();
        }

        var tokens = await RedeemAsync(bound, "permit/8");
        Assert.True(tokens.IsBound);
        Assert.Null((await RedeemAsync(bearer, "permit/9")).RefreshToken);
        Assert.True(TokenResponse.Parse((await bound.PostTokenAsync(await bound.ReadIssuerAsync(), new RefreshTokenRequest(tokens.RefreshToken!))).ExpectBody()).Expect().IsBound);
    }
}
