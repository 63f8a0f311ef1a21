using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Tokens bound to a key (RFC 9449) at the token and the credential endpoint (attack 5).</summary>
public sealed class DpopTests
{
    private static readonly Dictionary<string, Action<AskingWallet, HttpRequestMessage>> Attacks = new()
    {
        ["no proof"] = (_, request) => request.Headers.Remove("DPoP"),
        ["two proofs"] = (_, request) => request.Headers.Add("DPoP", request.Headers.GetValues("DPoP").Single()),
        ["no JWT"] = (_, request) => Replace(request, "proof"),
        ["another key"] = (citizen, request) => Replace(request, citizen.Line.Prove(request, request.Headers.Authorization!.Parameter, citizen.NewKey())),
        ["no ath"] = (citizen, request) => Replace(request, citizen.Line.Prove(request, accessToken: null)),
        ["the ath of another token"] = (citizen, request) => Replace(request, citizen.Line.Prove(request, "another")),
        ["alg none"] = (citizen, request) => Replace(request, Alter(request, header => header["alg"] = "none")),
        ["another type"] = (citizen, request) => Replace(request, Resign(citizen, request, header => header["typ"] = "JWT")),
        ["a private key"] = (citizen, request) => Replace(request, Resign(citizen, request, header => header["jwk"]!["d"] = header["jwk"]!["x"]!.DeepClone())),
        ["a broken signature"] = (citizen, request) => Replace(request, Alter(request, header => header["note"] = "x")),
        ["another method"] = (citizen, request) => Replace(request, Resign(citizen, request, claims: claims => claims["htm"] = "PUT")),
        ["another address"] = (citizen, request) => Replace(request, Resign(citizen, request, claims: claims => claims["htu"] = "http://localhost:5080/issuers/town/nonce")),
        ["the address without the proxy's prefix"] = (citizen, request) => Replace(request, Resign(citizen, request, claims: claims => claims["htu"] = "http://localhost:5080/credential")),
        ["an hour ago"] = (citizen, request) => Replace(request, Resign(citizen, request, claims: claims => claims["iat"] = (long)claims["iat"]! - 3_600)),
        ["in an hour"] = (citizen, request) => Replace(request, Resign(citizen, request, claims: claims => claims["iat"] = (long)claims["iat"]! + 3_600)),
        ["no jti"] = (citizen, request) => Replace(request, Resign(citizen, request, claims: claims => claims.Remove("jti"))),
        ["downgrade to Bearer"] = (_, request) =>
        {
            request.Headers.Remove("DPoP");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", request.Headers.Authorization!.Parameter);
        },
        ["Bearer with a proof"] = (_, request) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", request.Headers.Authorization!.Parameter),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Attacks.Keys.Select(name => new TheoryDataRow<string>(name));

    /// <summary>Attack 5.</summary>
    [Theory, MemberData(nameof(Names))]
    [Oidf("FAPI2SPFinalDpopNegativeTests")]
    public async Task A_bound_token_with_one_change_opens_nothing(string attack)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        var body = await BodyAsync(citizen, issuer);

        citizen.Line.Alter = request => Attacks[attack](citizen, request);
        var refused = await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, body);
        citizen.Line.Alter = null;
        var honest = await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, body);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Contains(refused.Error, (string[])[AuthorizationErrors.InvalidDpopProof, IssuanceErrors.InvalidToken]);
        Assert.Matches("^(DPoP|Bearer) ", refused.Headers.WwwAuthenticate.ToString());
        Assert.Equal(HttpStatusCode.OK, honest.Status);
    }

    /// <summary>Attack 5.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("FAPI2SPFinalDpopNegativeTests")]
    public async Task A_proof_is_good_once_in_every_process(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await using var another = await town.StartAnotherAsync();
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        Assert.Equal(HttpStatusCode.OK, (await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, await BodyAsync(citizen, issuer))).Status);
        var body = await BodyAsync(citizen, issuer);

        using var replay = new HttpRequestMessage(HttpMethod.Post, issuer.Metadata.CredentialEndpoint) { Content = new ByteArrayContent(body) };
        replay.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        replay.Headers.Authorization = new AuthenticationHeaderValue("DPoP", tokens.AccessToken);
        replay.Headers.Add("DPoP", citizen.Line.LastProof!);
        using var refused = await another.Client().SendAsync(replay, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, body)).Status);
    }

    [Fact]
    [Oidf("FAPI2SPFinalDpopNegativeTests")]
    public async Task A_proof_is_used_up_even_when_its_request_fails()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, "{}"u8.ToArray())).Status);
        var (body, used) = (await BodyAsync(citizen, issuer), citizen.Line.LastProof!);

        citizen.Line.Alter = request => Replace(request, used);

        Assert.Equal(HttpStatusCode.Unauthorized, (await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, body)).Status);
    }

    [Theory]
    [InlineData("DPOP")]
    [InlineData("dpop")]
    [Oidf("FAPI2SPFinalAccessTokenTypeHeaderCaseSensitivity")]
    public async Task The_name_of_the_scheme_is_read_whatever_its_case(string scheme)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        citizen.Line.Alter = request =>
        {
            if (request.Headers.Authorization is { } authorization)
                request.Headers.Authorization = new AuthenticationHeaderValue(scheme, authorization.Parameter);
        };

        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
    }

    [Theory]
    [InlineData("htu", "HTTP://LOCALHOST:5080/issuers/town/credential")]
    [InlineData("htu", "http://localhost:5080/issuers/town/credential?query=1#fragment")]
    [InlineData("unknown", "member")]
    [Oidf("FAPI2SPFinalDpopNegativeTests")]
    public async Task An_address_in_another_spelling_and_unknown_members_do_not_disturb(string name, string value)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        var body = await BodyAsync(citizen, issuer);
        citizen.Line.Alter = request => Replace(request, Resign(citizen, request, claims: claims => claims[name] = value));

        Assert.Equal(HttpStatusCode.OK, (await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, body)).Status);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    [Oidf("FAPI2SPFinalEnsureDpopProofWithIat10SecondsBeforeSucceeds")]
    [Oidf("FAPI2SPFinalEnsureDpopProofWithIat10SecondsAfterSucceeds")]
    public async Task A_clock_that_is_ten_seconds_off_does_not_disturb(int seconds)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        citizen.Line.Alter = request =>
        {
            if (request.Headers.Contains("DPoP"))
                Replace(request, Resign(citizen, request, claims: claims => claims["iat"] = (long)claims["iat"]! + seconds));
        };

        var (issuer, tokens) = await citizen.EnterAsync();

        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
    }

    [Fact]
    [Oidf("FAPI2SPFinalCheckDpopProofNbfExp")]
    public async Task A_proof_may_say_from_when_until_when_it_is_valid()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        citizen.Line.Alter = request =>
        {
            if (request.Headers.Contains("DPoP"))
                Replace(request, Resign(citizen, request, claims: claims => (claims["nbf"], claims["exp"]) = ((long)claims["iat"]!, (long)claims["iat"]! + 300)));
        };

        var (issuer, tokens) = await citizen.EnterAsync();

        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
    }

    [Fact]
    [Oidf("FAPI2SPFinalEnsureHolderOfKeyRequired")]
    public async Task A_HAIP_type_gives_no_token_without_a_key()
    {
        await using var town = await StartAsync(("Issuer:Policies:permit", "Haip"));
        var citizen = new AskingWallet(town, dpop: false);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);

        var refused = await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)));
        citizen.Line.DpopKey = citizen.NewKey();

        Assert.Equal((HttpStatusCode.BadRequest, AuthorizationErrors.InvalidDpopProof), (refused.Status, refused.Error));
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, answer));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Oidf("FAPI2SPFinalEnsureDpopAuthCodeBindingSuccess")]
    [Oidf("FAPI2SPFinalEnsureTokenEndpointFailsWithMismatchedDpopJkt")]
    public async Task A_code_asked_for_with_dpop_jkt_is_given_to_that_key_only(bool rightKey)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town, dpop: false);
        var issuer = await citizen.ReadIssuerAsync();
        var key = citizen.NewKey();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer, change: request => request with { DpopThumbprint = key.PublicKey.Thumbprint });
        citizen.Line.DpopKey = rightKey ? key : citizen.NewKey();

        var reply = await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)));

        Assert.Equal(rightKey ? null : IssuanceErrors.InvalidGrant, reply.Error);
    }

    [Fact]
    public async Task A_proof_without_a_nonce_of_the_server_brings_one_and_nothing_else()
    {
        await using var town = await StartAsync();
        var (issuer, offer) = await OfferAsync(town);
        var random = town.Random;
        var key = SoftwareSigningKey.Create(random.Fill);
        var client = town.Client();

        async Task<HttpResponseMessage> SendAsync(string? nonce)
        {
            var proof = DpopProof.Create(key, new DpopRules("POST", issuer.Server.TokenEndpoint, town.Time.Now), nonce, random.Fill);
            using var request = new HttpRequestMessage(HttpMethod.Post, issuer.Server.TokenEndpoint)
            {
                Content = new StringContent(new TokenRequest(offer.PreAuthorizedCode!).ToForm(), Encoding.UTF8, "application/x-www-form-urlencoded"),
                Headers = { { "DPoP", proof } },
            };
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        using var first = await SendAsync(nonce: null);
        using var invented = await SendAsync("invented");
        using var second = await SendAsync(first.Headers.GetValues("DPoP-Nonce").Single());

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (first.StatusCode, invented.StatusCode, second.StatusCode));
        Assert.Contains("use_dpop_nonce", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"token_type\":\"DPoP\"", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nonce_endpoint_gives_a_nonce_for_the_next_proof_as_well()
    {
        await using var town = await StartAsync();
        using var answer = await town.Client().PostAsync("/issuers/town/nonce", null, TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.Contains("DPoP-Nonce"));
    }

    /// <summary>So the wallet's first token request is not refused for want of a nonce.</summary>
    [Fact]
    public async Task An_offer_comes_with_the_nonce_for_the_first_proof_and_one_that_is_not_there_with_none()
    {
        await using var town = await StartAsync();
        var link = (await town.OfferAsync()).OfferByReference;
        var offer = await town.Wallet.OpenOfferAsync(link.OriginalString);
        var issuer = await town.Wallet.ReadIssuerAsync(offer);
        var client = town.Client();
        using var read = await client.GetAsync(link, TestContext.Current.CancellationToken);
        using var gone = await client.GetAsync("/issuers/town/offers/invented", TestContext.Current.CancellationToken);
        var proof = DpopProof.Create(SoftwareSigningKey.Create(town.Random.Fill), new DpopRules("POST", issuer.Server.TokenEndpoint, town.Time.Now), read.Headers.GetValues("DPoP-Nonce").Single(), town.Random.Fill);
        using var request = new HttpRequestMessage(HttpMethod.Post, issuer.Server.TokenEndpoint)
        {
            Content = new StringContent(new TokenRequest(offer.PreAuthorizedCode!).ToForm(), Encoding.UTF8, "application/x-www-form-urlencoded"),
            Headers = { { "DPoP", proof } },
        };
        using var token = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK), (read.StatusCode, gone.StatusCode, token.StatusCode));
        Assert.False(gone.Headers.Contains("DPoP-Nonce"));
    }

    [Fact]
    public async Task A_nonce_ends_after_five_minutes()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        var body = await BodyAsync(citizen, issuer);
        town.Time.Now += TimeSpan.FromMinutes(5);
        var sent = 0;
        citizen.Line.Alter = _ => sent++;

        // The wallet asks again by itself, with the fresh one.
        Assert.Equal(IssuanceErrors.InvalidNonce, (await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, body)).Error);
        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task A_bearer_token_is_not_taken_with_the_scheme_of_bound_ones()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town, dpop: false, attested: false);
        var (issuer, tokens) = await citizen.EnterAsync();
        var body = await BodyAsync(citizen, issuer);
        citizen.Line.DpopKey = citizen.NewKey();

        var refused = await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, body);
        citizen.Line.DpopKey = null;

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (refused.Status, refused.Error));
        Assert.Equal(HttpStatusCode.OK, (await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, body)).Status);
    }

    [Fact]
    public async Task Behind_a_proxy_the_address_is_the_one_that_wallets_know()
    {
        await using var town = await StartAsync(("Town:PublicUrl", "https://www.example.org/stadt"));
        var citizen = new AskingWallet(town);
        // The proxy takes its prefix away before the request reaches the town.
        var endpoint = new Uri("https://www.example.org/stadt/issuers/town/token");
        var (_, offer) = (0, await town.Wallet.OpenOfferAsync((await town.OfferAsync()).AnyWalletLinkByValue.OriginalString));

        async Task<IssuerReply> SendAsync(string htu)
        {
            citizen.Line.Alter = request => Replace(request, Resign(citizen, request, claims: claims => claims["htu"] = htu));
            return await citizen.Wallet.PostTokenRequestAsync(new Uri("https://www.example.org/issuers/town/token"), new TokenRequest(offer.PreAuthorizedCode!).ToForm());
        }

        citizen.Line.Instance = null;
        Assert.Equal(AuthorizationErrors.InvalidDpopProof, (await SendAsync("https://www.example.org/issuers/town/token")).Error);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(endpoint.OriginalString)).Status);
    }

    private static async Task<(OfferingIssuer Issuer, CredentialOfferObject Offer)> OfferAsync(IssuingTown town)
    {
        var offer = await town.Wallet.OpenOfferAsync((await town.OfferAsync()).OfferByReference.OriginalString);
        return (await town.Wallet.ReadIssuerAsync(offer), offer);
    }

    private static async Task<byte[]> BodyAsync(AskingWallet citizen, OfferingIssuer issuer) => StrictJson.Write(
        new CredentialRequest(citizen.Wallet.Prove([citizen.NewKey()], issuer, await citizen.Wallet.FetchNonceAsync(issuer))) { ConfigurationId = IssuingTown.Permit }.ToJson());

    private static void Replace(HttpRequestMessage request, string proof)
    {
        request.Headers.Remove("DPoP");
        request.Headers.Add("DPoP", proof);
    }

    /// <summary>The honest proof with another header, and the signature that no longer fits.</summary>
    private static string Alter(HttpRequestMessage request, Action<JsonObject> header)
    {
        var parts = request.Headers.GetValues("DPoP").Single().Split('.');
        var head = JsonNode.Parse(Base64Url.Decode(parts[0]).Expect())!.AsObject();
        header(head);
        return $"{Base64Url.Encode(StrictJson.Write(head))}.{parts[1]}.{parts[2]}";
    }

    /// <summary>The honest proof with any change, rightly signed.</summary>
    private static string Resign(AskingWallet citizen, HttpRequestMessage request, Action<JsonObject>? header = null, Action<JsonObject>? claims = null)
    {
        var proof = CompactJws.Parse(request.Headers.GetValues("DPoP").Single()).Expect();
        header?.Invoke(proof.Header);
        claims?.Invoke(proof.Payload);
        return CompactJws.Sign(proof.Header, proof.Payload, citizen.Line.DpopKey!);
    }

    private static async Task<IssuingTown> StartAsync(params (string, string)[] settings) => await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings);
}
