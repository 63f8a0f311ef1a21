using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>The authorization code flow from the pushed request to the copies, and what makes a code worthless (attacks 6 and 7).</summary>
public sealed class AuthorizationCodeTests
{
    private static readonly (string, string) Haip = ("Issuer:Policies:permit", "Haip");

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("FAPI2SPFinalHappyFlow")]
    [Oidf("FAPI2SPFinalEnsureDpopProofAtParEndpointBindingSuccess")]
    [Oidf("FAPI2SPFinalParWithoutDuplicateParameters")]
    [Oidf("VCIIssuerHappyFlow")]
    [Oidf("VCIWalletTestCredentialIssuance")]
    [Oidf("VCIWalletTestCredentialIssuanceUsingScopesWithoutAuthorizationDetailsInTokenResponse")]
    public async Task An_attested_wallet_gets_copies_of_a_HAIP_type(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind), Haip);
        var citizen = new AskingWallet(town);

        var (issuer, tokens) = await citizen.EnterAsync();
        var copies = await citizen.FetchAsync(issuer, tokens);

        Assert.True(tokens.IsBound);
        Assert.Equal(IssuingTown.Permit, tokens.Scope);
        Assert.Null(tokens.Details);
        Assert.Equal("GE-AB 123", (string?)copies[0].Credential.Claims["plate"]);
    }

    [Fact]
    [Oidf("VCIIssuerHappyFlowMultipleClients")]
    [Oidf("VCIIssuerHappyFlowAdditionalRequests")]
    public async Task Two_kinds_of_wallets_get_copies_side_by_side_and_more_with_the_same_token()
    {
        await using var town = await StartAsync(Haip);
        var (first, second) = (new AskingWallet(town), new AskingWallet(town, clientId: "https://second-wallet.example"));
        var (issuer, tokens) = await first.EnterAsync("permit/1");
        var asked = await second.Wallet.AskAsync(issuer, IssuingTown.Permit, request => request with { ClientId = "https://second-wallet.example", RedirectUri = "https://second-wallet.example/cb" });
        var (_, waiting) = await second.OpenAsync(asked.Address!);
        var others = await second.Wallet.ExchangeAsync(issuer, asked, (await second.GrantAsync(waiting!.Value, "permit/2"))!);

        Assert.Equal(2, (await first.FetchAsync(issuer, tokens)).Count);
        Assert.Equal(2, (await second.FetchAsync(issuer, others)).Count);
        Assert.Equal(2, (await first.FetchAsync(issuer, tokens)).Count);
        Assert.Equal(2, (await second.FetchAsync(issuer, others)).Count);
    }

    [Fact]
    [Oidf("FAPI2SPFinalTolerateUnregisteredRedirectUri")]
    [Oidf("VCIWalletHappyPathUsingScopesWithoutNotification")]
    public async Task A_wallet_that_proves_nothing_gets_copies_of_a_base_type_at_any_address_of_its_own()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town, dpop: false, attested: false);
        var issuer = await citizen.ReadIssuerAsync();

        var (asked, answer) = await citizen.AuthorizeAsync(issuer, change: request => request with { ClientId = "any-wallet", RedirectUri = "eu.example.any:/callback?keep=this" });
        var tokens = await citizen.Wallet.ExchangeAsync(issuer, asked, answer);

        Assert.StartsWith("eu.example.any:/callback?keep=this&code=", answer.OriginalString, StringComparison.Ordinal);
        Assert.False(tokens.IsBound);
        Assert.Null(tokens.RefreshToken);
        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
    }

    [Fact]
    public async Task A_base_type_can_be_asked_for_in_the_address_as_well()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town, dpop: false, attested: false);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = citizen.Wallet.NewRequest(IssuingTown.Permit);

        var (_, waiting) = await citizen.OpenAsync(new Uri($"{issuer.Server.AuthorizationEndpoint}?{asked.Request.ToForm()}"));
        var tokens = await citizen.Wallet.ExchangeAsync(issuer, asked, (await citizen.GrantAsync(waiting!.Value))!);

        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
    }

    [Fact]
    [Oidf("FAPI2SPFinalUserRejectsAuthentication")]
    public async Task A_person_who_says_no_sends_the_wallet_away_and_stays_at_it()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        var (_, waiting) = await citizen.OpenAsync(asked.Address!);

        var answer = AuthorizationResponse.Parse((await citizen.RefuseAsync(waiting!.Value))!, issuer.Server.Issuer, asked.Request.State).Expect();

        Assert.Equal((AuthorizationErrors.AccessDenied, null), (answer.Error, answer.Code));
        Assert.Null(await citizen.GrantAsync(waiting.Value));
        Assert.Equal(HttpStatusCode.Gone, (await citizen.OpenAsync(asked.Address!)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1_000)]
    [Oidf("FAPI2SPFinalEnsureAuthorizationRequestWithoutStateSuccess")]
    [Oidf("FAPI2SPFinalEnsureAuthorizationRequestWithLongState")]
    public async Task A_long_state_comes_back_and_a_missing_one_does_not(int? length)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();

        var (asked, answer) = await citizen.AuthorizeAsync(issuer, change: request => request with { State = length is null ? null : new string('s', length.Value) });

        Assert.Equal(length is null, !answer.Query.Contains("state=", StringComparison.Ordinal));
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, answer));
    }

    [Theory]
    [InlineData("state=outside")]
    [InlineData("state=outside&redirect_uri=https%3A%2F%2Fattacker.example&code_challenge=x")]
    [Oidf("FAPI2SPFinalEnsureDifferentStateInsideAndOutsideRequestObject")]
    [Oidf("FAPI2SPFinalStateOnlyOutsideRequestObjectNotUsed")]
    public async Task What_stands_in_the_address_beside_a_pushed_request_is_ignored(string outside)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit, request => request with { State = null });

        var (_, waiting) = await citizen.OpenAsync(new Uri($"{asked.Address}&{outside}"));
        var answer = (await citizen.GrantAsync(waiting!.Value))!;

        Assert.StartsWith(HeadlessWallet.RedirectUri, answer.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("state", answer.Query, StringComparison.Ordinal);
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, answer));
    }

    /// <summary>Attack 7.</summary>
    [Fact]
    public async Task The_answer_names_the_server_so_that_no_other_can_claim_it()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);

        Assert.Null(AuthorizationResponse.Parse(answer, issuer.Server.Issuer, asked.Request.State).Error);
        Assert.Equal("RFC 9207 §2.4", AuthorizationResponse.Parse(answer, "https://honest-but-other.example", asked.Request.State).Error!.Clause);
        // Its code is worth nothing at another issuer of this server either.
        var library = new Uri(issuer.Server.TokenEndpoint.OriginalString.Replace("/town/", "/library/", StringComparison.Ordinal));
        citizen.Line.Server = citizen.Line.Server!.Replace("/town", "/library", StringComparison.Ordinal);
        var foreign = await citizen.Wallet.PostTokenRequestAsync(library, asked.ToTokenRequest(AskingWallet.CodeIn(answer)).ToForm());
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), (foreign.Status, foreign.Error));
        citizen.Line.Server = issuer.Server.Issuer;
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, answer));
    }

    /// <summary>Attack 6.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("FAPI2SPFinalAttemptReuseAuthorizationCodeAfterOneSecond")]
    public async Task A_code_is_good_once_and_a_second_use_ends_what_the_first_one_got(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind), Haip);
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);
        var tokens = await citizen.Wallet.ExchangeAsync(issuer, asked, answer);
        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
        town.Time.Now += TimeSpan.FromSeconds(1);

        var again = await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), (again.Status, again.Error));
        await Assert.ThrowsAsync<InvalidOperationException>(() => citizen.FetchAsync(issuer, tokens));
        Assert.Equal(IssuanceErrors.InvalidGrant, (await citizen.PostTokenAsync(issuer, new RefreshTokenRequest(tokens.RefreshToken!) { ClientId = HeadlessWallet.ClientId })).Error);
    }

    [Fact]
    public async Task A_code_used_again_ends_nothing_that_another_wallet_has_got_since()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (first, second) = (new AskingWallet(town), new AskingWallet(town));
        var issuer = await first.ReadIssuerAsync();
        var (asked, answer) = await first.AuthorizeAsync(issuer);
        await first.Wallet.ExchangeAsync(issuer, asked, answer);
        var (_, others) = await second.EnterAsync();

        var again = await first.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), (again.Status, again.Error));
        Assert.Equal(2, (await second.FetchAsync(issuer, others)).Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_requests_with_one_code_at_most_one_gets_tokens_that_last(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await using var another = await town.StartAnotherAsync();
        var citizen = new AskingWallet(town, dpop: false, attested: false);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);
        var form = asked.ToTokenRequest(AskingWallet.CodeIn(answer)).ToForm();

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => (number % 2 == 0 ? town : another).Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, form)));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(11, replies.Count(reply => reply.Error == IssuanceErrors.InvalidGrant));
    }

    /// <summary>Attack 6.</summary>
    [Theory]
    [InlineData("client")]
    [InlineData("redirect address")]
    [InlineData("verifier")]
    [InlineData("key")]
    [InlineData("wallet")]
    [InlineData("no key")]
    [Oidf("FAPI2SPFinalEnsureAuthorizationCodeIsBoundToClient")]
    [Oidf("FAPI2SPFinalEnsureTokenEndpointFailsWithMismatchedDpopProofJkt")]
    [Oidf("FAPI2SPFinalPARIncorrectPKCECodeVerifierRejected")]
    [Oidf("FAPI2SPFinalEnsureClientIdInTokenEndpoint")]
    public async Task A_code_is_good_for_the_wallet_that_asked_and_nobody_else(string other)
    {
        await using var town = await StartAsync(Haip);
        var citizen = new AskingWallet(town);
        var thief = new AskingWallet(town, clientId: other == "client" ? "https://thief.example" : HeadlessWallet.ClientId);
        if (other is not ("key" or "client" or "no key"))
            thief.Line.DpopKey = citizen.Line.DpopKey;
        if (other is not ("wallet" or "client"))
            thief.Line.Instance = citizen.Line.Instance;
        if (other == "no key")
            thief.Line.DpopKey = null;
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);
        var honest = asked.ToTokenRequest(AskingWallet.CodeIn(answer));

        var refused = await thief.PostTokenAsync(issuer, other switch
        {
            "client" => honest with { ClientId = "https://thief.example" },
            "redirect address" => honest with { RedirectUri = "https://thief.example/cb" },
            "verifier" => honest with { Verifier = new string('v', 43) },
            _ => honest,
        });

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), (refused.Status, refused.Error));
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, answer));
    }

    [Fact]
    [Oidf("FAPI2SPFinalEnsureClientIdInTokenEndpoint")]
    public async Task An_attested_wallet_that_names_another_client_is_refused()
    {
        await using var town = await StartAsync(Haip);
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);

        var refused = await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)) with { ClientId = "https://second.example" });

        Assert.Equal(AuthorizationErrors.InvalidClient, refused.Error);
        // Without client_id the attestation alone says who it is.
        Assert.Equal(HttpStatusCode.OK, (await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)) with { ClientId = null })).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [Oidf("FAPI2SPFinalPAREnsurePKCECodeVerifierRequired")]
    public async Task Without_a_verifier_a_code_is_refused_and_not_used_up(string? verifier)
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);
        var form = asked.ToTokenRequest(AskingWallet.CodeIn(answer)).ToForm();

        var refused = await citizen.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, form.Replace(asked.Verifier, verifier ?? "", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidRequest), (refused.Status, refused.Error));
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, answer));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("FAPI2SPFinalAttemptToUseExpiredAuthCode")]
    public async Task A_code_lives_a_minute(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);
        town.Time.Now += TimeSpan.FromSeconds(60);

        var late = await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), (late.Status, late.Error));
    }

    [Fact]
    public async Task A_guessed_code_and_a_request_uri_are_no_codes()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);

        foreach (var guess in (string[])["guess", asked.RequestUri!, asked.RequestUri![PushedRequest.Prefix.Length..], AskingWallet.CodeIn(answer)[..^1] + "A"])
            Assert.Equal(IssuanceErrors.InvalidGrant, (await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(guess))).Error);
    }

    [Fact]
    public async Task A_lost_answer_to_the_browser_is_given_again()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        var (_, waiting) = await citizen.OpenAsync(asked.Address!);

        var first = await citizen.GrantAsync(waiting!.Value);
        var second = await citizen.GrantAsync(waiting.Value);

        Assert.NotNull(first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task With_authorization_details_the_wallet_is_given_identifiers_and_must_use_them()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer, change: request => request with { Scopes = [], Details = [IssuingTown.Permit] });

        var tokens = await citizen.Wallet.ExchangeAsync(issuer, asked, answer);
        var identifier = AuthorizationDetails.ReadIdentifiers(tokens.Details, IssuingTown.Permit).Single();

        async Task<IssuerReply> RequestAsync(Func<CredentialRequest, CredentialRequest> change) => await citizen.Wallet.PostCredentialRequestAsync(
            issuer.Metadata.CredentialEndpoint, tokens.AccessToken, Protocols.Credentials.Jose.StrictJson.Write(
                change(new CredentialRequest(citizen.Wallet.Prove([citizen.NewKey()], issuer, await citizen.Wallet.FetchNonceAsync(issuer)))).ToJson()));

        Assert.Null(tokens.Scope);
        Assert.Equal(IssuanceErrors.InvalidCredentialRequest, (await RequestAsync(request => request with { ConfigurationId = IssuingTown.Permit })).Error);
        Assert.Equal(IssuanceErrors.UnknownCredentialIdentifier, (await RequestAsync(request => request with { CredentialIdentifier = "another" })).Error);
        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(request => request with { CredentialIdentifier = identifier })).Status);
    }

    [Fact]
    public async Task A_wallet_that_was_given_no_identifiers_may_use_none()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var (issuer, tokens) = await citizen.EnterAsync();
        var request = new CredentialRequest(citizen.Wallet.Prove([citizen.NewKey()], issuer, await citizen.Wallet.FetchNonceAsync(issuer))) { CredentialIdentifier = IssuingTown.Permit };

        var reply = await citizen.Wallet.PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, tokens.AccessToken, Protocols.Credentials.Jose.StrictJson.Write(request.ToJson()));

        Assert.Equal(IssuanceErrors.UnknownCredentialIdentifier, reply.Error);
    }

    [Fact]
    [Oidf("FAPI2SPFinalDiscoveryEndpointVerification")]
    public async Task The_server_says_all_that_a_wallet_must_know()
    {
        await using var town = await StartAsync();
        var json = JsonNode.Parse(await town.Client().GetStringAsync("/.well-known/oauth-authorization-server/issuers/town", TestContext.Current.CancellationToken))!.AsObject();
        var issuer = (string)json["issuer"]!;

        Assert.Equal((string[])[$"{issuer}/authorize", $"{issuer}/par", $"{issuer}/token", $"{issuer}/challenge"],
            ((string[])["authorization_endpoint", "pushed_authorization_request_endpoint", "token_endpoint", "challenge_endpoint"]).Select(name => (string)json[name]!));
        Assert.Equal(["code"], Names(json, "response_types_supported"));
        Assert.Equal(["authorization_code", CredentialOfferObject.PreAuthorizedGrant, "refresh_token"], Names(json, "grant_types_supported"));
        Assert.Equal(["S256"], Names(json, "code_challenge_methods_supported"));
        Assert.Equal(["none", "attest_jwt_client_auth"], Names(json, "token_endpoint_auth_methods_supported"));
        Assert.Equal(["ES256"], Names(json, "dpop_signing_alg_values_supported"));
        Assert.Equal(["ES256"], Names(json, "client_attestation_signing_alg_values_supported"));
        Assert.Equal(["ES256"], Names(json, "client_attestation_pop_signing_alg_values_supported"));
        Assert.Equal(["openid_credential"], Names(json, "authorization_details_types_supported"));
        Assert.Equal([IssuingTown.Permit], Names(json, "scopes_supported"));
        Assert.True((bool)json["authorization_response_iss_parameter_supported"]!);
        Assert.True((bool)json["pre-authorized_grant_anonymous_access_supported"]!);
        Assert.False(json.ContainsKey("require_pushed_authorization_requests"));
    }

    [Fact]
    public async Task A_server_whose_types_all_demand_it_says_so()
    {
        await using var town = await StartAsync(Haip);
        var json = JsonNode.Parse(await town.Client().GetStringAsync("/.well-known/oauth-authorization-server/issuers/town", TestContext.Current.CancellationToken))!.AsObject();

        Assert.True((bool)json["require_pushed_authorization_requests"]!);
        Assert.Equal(["attest_jwt_client_auth"], Names(json, "token_endpoint_auth_methods_supported"));
        Assert.False((bool)json["pre-authorized_grant_anonymous_access_supported"]!);
    }

    [Fact]
    public async Task A_system_of_the_town_grants_in_a_persons_place_with_the_key_only()
    {
        await using var town = await StartAsync(Haip);
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        var grant = new JsonObject { ["request_uri"] = asked.RequestUri, ["offer_id"] = (await town.OfferAsync(subject: "permit/9")).Id };

        async Task<HttpResponseMessage> SendAsync(HttpClient client)
        {
            using var body = new StringContent(grant.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            return await client.PostAsync("/management/v1/authorizations", body, TestContext.Current.CancellationToken);
        }

        using var closed = await SendAsync(town.Client());
        using var granted = await SendAsync(town.ManagementClient());
        using var again = await SendAsync(town.ManagementClient());
        var answer = JsonNode.Parse(await granted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var repeated = JsonNode.Parse(await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var tokens = await citizen.Wallet.ExchangeAsync(issuer, asked, new Uri((string)answer["redirect_uri"]!));
        using var late = await SendAsync(town.ManagementClient());

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Gone), (closed.StatusCode, granted.StatusCode, late.StatusCode));
        Assert.Equal((string?)answer["redirect_uri"], (string?)repeated["redirect_uri"]);
        Assert.Equal(2, (await citizen.FetchAsync(issuer, tokens)).Count);
    }

    private static IEnumerable<string> Names(JsonObject json, string member) => json[member]!.AsArray().Select(name => (string)name!);

    private static async Task<IssuingTown> StartAsync(params (string, string)[] settings) => await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings);
}
