using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>A pre-authorized code becomes an access token, once.</summary>
public sealed class TokenTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private const string Grant = "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code";

    private static readonly Dictionary<string, (Func<string, string> Form, string Error)> Forms = new()
    {
        ["nothing"] = (_ => "", IssuanceErrors.InvalidRequest),
        ["no grant type"] = (code => $"pre-authorized_code={code}", IssuanceErrors.InvalidRequest),
        ["another grant type"] = (code => $"grant_type=password&code={code}", IssuanceErrors.UnsupportedGrantType),
        ["no code"] = (_ => $"grant_type={Grant}", IssuanceErrors.InvalidRequest),
        ["an empty code"] = (_ => $"grant_type={Grant}&pre-authorized_code=", IssuanceErrors.InvalidRequest),
        ["a code twice"] = (code => $"grant_type={Grant}&pre-authorized_code={code}&pre-authorized_code={code}", IssuanceErrors.InvalidRequest),
        ["a transaction code nobody asked for"] = (code => $"grant_type={Grant}&pre-authorized_code={code}&tx_code=123456", IssuanceErrors.InvalidRequest),
        ["a guessed code"] = (_ => $"grant_type={Grant}&pre-authorized_code=guess", IssuanceErrors.InvalidGrant),
        ["a very long code"] = (_ => $"grant_type={Grant}&pre-authorized_code={new string('a', 600)}", IssuanceErrors.InvalidRequest),
        ["too many parameters"] = (code => $"grant_type={Grant}&pre-authorized_code={code}&{string.Join('&', Enumerable.Range(0, 50).Select(number => $"p{number}=v"))}", IssuanceErrors.InvalidRequest),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Forms.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names))]
    public async Task A_request_without_a_good_code_is_refused_and_uses_nothing_up(string form)
    {
        var town = shared.Town;
        var (issuer, offer) = await OpenAsync(town, await town.OfferAsync(subject: form));

        var refused = await town.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, Forms[form].Form(offer.PreAuthorizedCode!));
        var honest = await town.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, new TokenRequest(offer.PreAuthorizedCode!).ToForm());

        Assert.Equal((HttpStatusCode.BadRequest, Forms[form].Error), (refused.Status, refused.Error));
        Assert.Equal("no-store", refused.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.OK, honest.Status);
    }

    [Fact]
    public async Task A_token_response_is_a_bearer_token_that_no_cache_keeps()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (issuer, offer) = await OpenAsync(town, await town.OfferAsync());

        // RFC 6749 section 3.2: unknown parameters are ignored.
        var reply = await town.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, new TokenRequest(offer.PreAuthorizedCode!).ToForm() + "&client_id=wallet&unknown=thing");

        var body = JsonNode.Parse(reply.ExpectBody())!.AsObject();
        Assert.Equal(["access_token", "expires_in", "token_type"], body.Select(member => member.Key).Order());
        Assert.Equal(("Bearer", 600L), ((string?)body["token_type"], (long)body["expires_in"]!));
        Assert.Equal("no-store", reply.Headers.CacheControl!.ToString());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_code_is_good_once(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (issuer, offer) = await OpenAsync(town, await town.OfferAsync());
        await town.Wallet.FetchTokenAsync(issuer, offer);

        await AssertInvalidGrantAsync(town, issuer, offer);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_wallets_at_once_exactly_one_gets_the_token(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await using var another = await town.StartAnotherAsync();
        var (issuer, offer) = await OpenAsync(town, await town.OfferAsync());
        var form = new TokenRequest(offer.PreAuthorizedCode!).ToForm();

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            (number % 2 == 0 ? town : another).Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, form)));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(15, replies.Count(reply => reply is { Status: HttpStatusCode.BadRequest, Error: IssuanceErrors.InvalidGrant }));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_expired_code_is_worth_nothing(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (issuer, offer) = await OpenAsync(town, await town.OfferAsync());
        town.Time.Now += TimeSpan.FromMinutes(10);

        await AssertInvalidGrantAsync(town, issuer, offer);
    }

    [Fact]
    public async Task A_code_of_another_issuer_is_worth_nothing_and_not_used_up()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (issuer, _) = await OpenAsync(town, await town.OfferAsync());
        var (library, card) = await OpenAsync(town, await town.OfferAsync(IssuingTown.LibraryCard));

        await AssertInvalidGrantAsync(town, issuer, card);
        Assert.NotEmpty(await town.Wallet.FetchTokenAsync(library, card));
    }

    [Fact]
    public async Task A_code_in_json_is_not_read()
    {
        var town = shared.Town;
        using var json = new StringContent("""{"grant_type":"x"}""", Encoding.UTF8, "application/json");

        using var answer = await town.Client().PostAsync("/issuers/town/token", json, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_longer_than_8_KiB_is_refused_unread()
    {
        var town = shared.Town;
        var (issuer, _) = await OpenAsync(town, await town.OfferAsync(subject: "long form"));

        var reply = await town.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, $"grant_type={Grant}&padding={new string('a', 9_000)}");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, IssuanceErrors.InvalidRequest), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Issuer:TokensPerMinute", "2"));
        var (issuer, offer) = await OpenAsync(town, await town.OfferAsync());
        for (var guess = 0; guess < 2; guess++)
            Assert.Equal(IssuanceErrors.InvalidGrant, (await town.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, new TokenRequest($"guess{guess}").ToForm())).Error);

        var slowed = await town.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, new TokenRequest(offer.PreAuthorizedCode!).ToForm());

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.Status);
    }

    private static async Task<(OfferingIssuer Issuer, CredentialOfferObject Offer)> OpenAsync(IssuingTown town, CredentialOffer offer)
    {
        var opened = await town.Wallet.OpenOfferAsync(offer.OfferByReference.OriginalString);
        return (await town.Wallet.ReadIssuerAsync(opened), opened);
    }

    private static async Task AssertInvalidGrantAsync(IssuingTown town, OfferingIssuer issuer, CredentialOfferObject offer)
    {
        var reply = await town.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, new TokenRequest(offer.PreAuthorizedCode!).ToForm());
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), (reply.Status, reply.Error));
    }
}
