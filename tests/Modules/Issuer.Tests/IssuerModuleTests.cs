using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>
/// What the issuer modules of the OpenID Foundation's suite do, and no other test does already: the whole way under HAIP, further requests, several clients,
/// and what stands in the documents.
/// </summary>
public sealed class IssuerModuleTests
{
    private static readonly (string, string) Haip = ("Issuer:Policies:permit", "Haip");
    private static readonly string[] Slugs = ["town", "library", "archive", "office"];

    private static readonly HashSet<string> IssuerParameters =
    [
        "credential_issuer", "authorization_servers", "credential_endpoint", "nonce_endpoint", "deferred_credential_endpoint", "notification_endpoint",
        "credential_request_encryption", "credential_response_encryption", "batch_credential_issuance", "display", "credential_configurations_supported",
    ];

    private static readonly HashSet<string> ConfigurationParameters =
    [
        "format", "scope", "credential_signing_alg_values_supported", "cryptographic_binding_methods_supported", "proof_types_supported", "credential_metadata", "vct", "doctype",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Oidf("VCIIssuerHappyFlow")]
    [Oidf("VCIEnsureBatchSdJwtCredentialDatasetsMatch")]
    [Oidf("VCIEnsureNotMoreCredentialsThanRequestedProofs")]
    public async Task A_wallet_goes_the_whole_way_under_HAIP(bool encrypted)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), Haip);
        var asking = new AskingWallet(town);
        asking.Wallet.Encrypts = encrypted;
        var (issuer, tokens) = await asking.EnterAsync();

        var asked = await asking.Wallet.AskForCopiesAsync(issuer, IssuingTown.Permit, tokens.AccessToken, 10);
        var copies = asking.Wallet.Keep(issuer, IssuingTown.Permit, asked.Keys, asked.Response);
        var taken = await asking.Wallet.NotifyAsync(issuer, tokens.AccessToken, new NotificationRequest(asked.Response.NotificationId!, IssuanceEvent.Accepted));

        Assert.Equal(10, copies.Count);
        Assert.Equal(HttpStatusCode.NoContent, taken.Status);
    }

    [Fact]
    [Oidf("VCIIssuerBatchIssuance")]
    public async Task A_wallet_gets_ten_copies_under_one_key_attestation_and_HAIP()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), Haip);
        var asking = new AskingWallet(town);
        var (issuer, tokens) = await asking.EnterAsync();
        var keys = asking.Wallet.NewKeys(10);
        var attestation = town.Provider.Attest(keys, await asking.Wallet.FetchNonceAsync(issuer), town.Time.Now);

        var reply = await asking.Wallet.SendAsync(issuer, issuer.Metadata.CredentialEndpoint, tokens.AccessToken,
            new CredentialRequest([attestation]) { ConfigurationId = IssuingTown.Permit, ProofType = KeyProofs.ByAttestation }.ToJson());

        var copies = asking.Wallet.Keep(issuer, IssuingTown.Permit, keys, CredentialResponse.Parse(reply.ExpectBody(), 10).Expect());
        Assert.Equal(10, copies.Count);
    }

    [Theory]
    [InlineData("x-fapi-customer-ip-address", "2001:db8::1893:25c8:1946")]
    [InlineData("Accept", "application/json;charset=utf-8")]
    [InlineData("Accept", "application/json;charset=utf-8, application/json;q=0.5, */*;q=0.1")]
    [Oidf("VCIIssuerHappyFlowAdditionalRequests")]
    public async Task Further_requests_on_the_same_token_are_answered(string header, string value)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        await town.Wallet.FetchCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 2);

        using var request = new HttpRequestMessage(HttpMethod.Post, visit.Endpoint);
        request.Content = JsonContent.Create(new CredentialRequest([attacker.Prove(visit, await attacker.NonceAsync(visit))]) { ConfigurationId = visit.Configuration }.ToJson());
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", visit.Token);
        request.Headers.Add(header, value);
        using var answer = await town.Client().SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    [Oidf("VCIIssuerHappyFlowMultipleClients")]
    public async Task Two_clients_get_their_own_and_neither_can_use_what_the_other_was_given()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), Haip);
        var (one, other) = (new AskingWallet(town), new AskingWallet(town, clientId: "https://another-wallet.example"));
        var (issuer, mine) = await one.EnterAsync("permit/1");
        var (_, yours) = await EnterAsync(other, issuer, "https://another-wallet.example", "permit/2");

        var stolen = await other.Wallet.SendAsync(issuer, issuer.Metadata.CredentialEndpoint, mine.AccessToken, await RequestAsync(other, issuer));

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (stolen.Status, stolen.Error));
        Assert.Equal(2, (await one.FetchAsync(issuer, mine)).Count);
        Assert.Equal(2, (await other.FetchAsync(issuer, yours)).Count);
    }

    [Fact]
    [Oidf("VCIIssuerFailOnInvalidJwtProofSignature")]
    public async Task A_proof_that_names_another_client_is_refused_and_one_that_names_its_own_is_not()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), Haip);
        var asking = new AskingWallet(town);
        var (issuer, tokens) = await asking.EnterAsync();
        var nonce = await asking.Wallet.FetchNonceAsync(issuer);
        var visit = new Visit(issuer, new CredentialOfferObject(issuer.Metadata.CredentialIssuer, [IssuingTown.Permit]), tokens.AccessToken);
        var attacker = new Attacker(town);

        var foreign = await PostAsync(asking, visit, attacker.Prove(visit, nonce, claims: claims => claims["iss"] = "https://another-wallet.example"));
        var own = await PostAsync(asking, visit, attacker.Prove(visit, nonce, claims: claims => claims["iss"] = HeadlessWallet.ClientId));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (foreign.Status, foreign.Error));
        Assert.Equal(HttpStatusCode.OK, own.Status);
    }

    [Theory]
    [InlineData("Base")]
    [InlineData("Haip")]
    [Oidf("VCIIssuerMetadataTest")]
    [Oidf("VCICheckRequiredMetadataFields")]
    [Oidf("VCIEnsureHttpsUrlsMetadata")]
    [Oidf("CheckForUnexpectedParametersInCredentialIssuerMetadata")]
    [Oidf("VCICheckForOldSdJwtFormatInCredentialConfigurations")]
    [Oidf("VCIEnsureCredentialEncryptionMetadataIsConsistent")]
    public async Task The_metadata_of_every_issuer_hold_what_they_must_and_nothing_else(string policy)
    {
        await using var town = await IssuingTown.StartAsync(
            await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Issuer:Policies:permit", policy), ("Town:PublicUrl", "https://town.example"), ("Town:WalletUrl", "https://wallet.town.example"));

        foreach (var slug in Slugs)
        {
            var metadata = (await town.Client().GetFromJsonAsync<JsonObject>($"/.well-known/openid-credential-issuer/issuers/{slug}", Cancellation))!;

            Assert.Empty(metadata.Select(member => member.Key).Except(IssuerParameters));
            Assert.All(metadata.Where(member => member.Key.EndsWith("_endpoint", StringComparison.Ordinal)), member => Assert.StartsWith("https://town.example/", (string)member.Value!, StringComparison.Ordinal));
            Assert.Equal(metadata["credential_request_encryption"]!["encryption_required"]!.GetValue<bool>(), metadata["credential_response_encryption"]!["encryption_required"]!.GetValue<bool>());
            Assert.All(metadata["credential_configurations_supported"]!.AsObject(), each => AssertConfiguration(each.Value!.AsObject()));
            Assert.Null(CredentialIssuerMetadata.Parse(StrictJson.Write(metadata), $"https://town.example/issuers/{slug}").Error);
        }
    }

    [Fact]
    [Oidf("CheckForUnexpectedParametersInCredentialOffer")]
    public async Task An_offer_holds_what_it_must_and_nothing_else()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var offer = JsonNode.Parse(await town.Client().GetStringAsync((await town.OfferAsync(transactionCodeLength: 6)).OfferByReference, Cancellation))!.AsObject();

        Assert.Equal(["credential_configuration_ids", "credential_issuer", "grants"], offer.Select(member => member.Key).Order(StringComparer.Ordinal));
        var grants = offer["grants"]!.AsObject();
        Assert.Empty(grants.Select(grant => grant.Key).Except(["authorization_code", "urn:ietf:params:oauth:grant-type:pre-authorized_code"]));
        Assert.Empty(grants.SelectMany(grant => grant.Value!.AsObject()).Select(member => member.Key).Except(["issuer_state", "authorization_server", "pre-authorized_code", "tx_code"]));
    }

    [Fact]
    [Oidf("VCIEnsureMandatoryClaimsArePresent")]
    [Oidf("VCICheckExpClaimInCredential")]
    [Oidf("VCIEnsureResolvedCredentialConfigurationMatchesSelection")]
    public async Task A_copy_has_the_mandatory_claims_of_the_type_that_was_asked_for_and_a_sensible_end()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var visit = await new Attacker(town).EnterAsync();
        var configuration = visit.Issuer.Metadata.Configurations.Single(each => each.Id == visit.Configuration);

        var copies = await town.Wallet.FetchCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 2);

        Assert.All(copies, copy =>
        {
            Assert.Equal(configuration.CredentialType, copy.Credential.CredentialType);
            Assert.All(configuration.Claims.Where(claim => claim.Mandatory), claim => Assert.NotEmpty(claim.Path.Select(copy.Credential.Claims)));
            Assert.InRange(copy.Credential.Claims.Instant("exp")!.Value, town.Time.Now.AddDays(1), town.Time.Now.AddDays(366));
        });
    }

    private static void AssertConfiguration(JsonObject configuration)
    {
        Assert.Empty(configuration.Select(member => member.Key).Except(ConfigurationParameters));
        Assert.Contains((string)configuration["format"]!, (string[])["dc+sd-jwt", "mso_mdoc"]);
        Assert.NotNull(configuration["scope"]);
        Assert.NotEmpty(configuration["credential_signing_alg_values_supported"]!.AsArray());
        Assert.NotEmpty(configuration["cryptographic_binding_methods_supported"]!.AsArray());
        Assert.All(configuration["proof_types_supported"]!.AsObject(), type => Assert.NotEmpty(type.Value!["proof_signing_alg_values_supported"]!.AsArray()));
    }

    private static async Task<(OfferingIssuer Issuer, TokenResponse Tokens)> EnterAsync(AskingWallet asking, OfferingIssuer issuer, string clientId, string subject)
    {
        var (asked, answer) = await asking.AuthorizeAsync(issuer, subject, request => request with { ClientId = clientId });
        return (issuer, await asking.Wallet.ExchangeAsync(issuer, asked, answer));
    }

    private static async Task<JsonObject> RequestAsync(AskingWallet asking, OfferingIssuer issuer) =>
        new CredentialRequest(asking.Wallet.Prove(asking.Wallet.NewKeys(1), issuer, await asking.Wallet.FetchNonceAsync(issuer))) { ConfigurationId = IssuingTown.Permit }.ToJson();

    private static Task<IssuerReply> PostAsync(AskingWallet asking, Visit visit, string proof) =>
        asking.Wallet.SendAsync(visit.Issuer, visit.Endpoint, visit.Token, new CredentialRequest([proof]) { ConfigurationId = visit.Configuration }.ToJson());
}
