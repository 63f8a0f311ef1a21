using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>What an access token opens, and what it does not.</summary>
public sealed class AccessTokenTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private const string Endpoint = "/issuers/town/credential";

    private static readonly Dictionary<string, (AuthenticationHeaderValue? Header, string Challenge)> Headers = new()
    {
        ["none"] = (null, "Bearer, DPoP algs=\"ES256\""),
        ["a guessed one"] = (new AuthenticationHeaderValue("Bearer", "guess"), "Bearer error=\"invalid_token\""),
        ["an empty one"] = (new AuthenticationHeaderValue("Bearer"), "Bearer error=\"invalid_token\""),
        ["a very long one"] = (new AuthenticationHeaderValue("Bearer", new string('a', 2_000)), "Bearer error=\"invalid_token\""),
        ["of another scheme"] = (new AuthenticationHeaderValue("Basic", "guess"), "Bearer error=\"invalid_token\""),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Headers.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names))]
    public async Task Without_a_good_token_nothing_is_issued(string token)
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: token);

        using var reply = await attacker.SendAsync(visit, Endpoint, Headers[token].Header);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
        Assert.Equal(Headers[token].Challenge, reply.Headers.WwwAuthenticate.ToString());
        Assert.Equal(IssuanceErrors.InvalidToken, await ErrorOfAsync(reply));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Oidf("VCIIssuerFailOnRequestWithAccessTokenInQuery")]
    public async Task A_token_in_the_address_is_refused_even_when_it_is_good(bool alsoInTheHeader)
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: $"address/{alsoInTheHeader}");

        using var reply = await attacker.SendAsync(visit, $"{Endpoint}?access_token={visit.Token}", alsoInTheHeader ? new AuthenticationHeaderValue("Bearer", visit.Token) : null);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(IssuanceErrors.InvalidRequest, await ErrorOfAsync(reply));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_token_ends_after_ten_minutes(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        town.Time.Now += TimeSpan.FromMinutes(10);

        var reply = await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit)));

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_none_here()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var attacker = new Attacker(town);
        var permit = await attacker.EnterAsync();
        var card = await attacker.EnterAsync(IssuingTown.LibraryCard);

        var withForeignToken = permit with { Token = card.Token };
        var atTown = await attacker.RequestAsync(withForeignToken, attacker.Prove(permit, await attacker.NonceAsync(permit)));
        var atLibrary = await attacker.RequestAsync(card, attacker.Prove(card, await attacker.NonceAsync(card)));

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (atTown.Status, atTown.Error));
        Assert.Equal(HttpStatusCode.OK, atLibrary.Status);
    }

    [Fact]
    public async Task The_code_of_an_offer_is_no_token()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: "code");

        var withCode = visit with { Token = visit.Offer.PreAuthorizedCode! };
        var reply = await attacker.RequestAsync(withCode, attacker.Prove(visit, await attacker.NonceAsync(visit)));

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (reply.Status, reply.Error));
    }

    private static async Task<string?> ErrorOfAsync(HttpResponseMessage reply) =>
        (string?)JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"];
}
