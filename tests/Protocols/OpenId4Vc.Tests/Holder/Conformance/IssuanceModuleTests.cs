using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder.Conformance;

/// <summary>The wallet modules of the OpenID Foundation's suite for issuance: an issuer of the test reads what the wallet sends, and misbehaves.</summary>
public sealed class IssuanceModuleTests
{
    private const string Issuer = "https://issuer.example/town";
    private const string Nonce = "a-nonce-of-the-issuer";

    private static readonly SoftwareSigningKey IssuerKey = Keys.New(1);
    private static readonly SoftwareSigningKey[] Holder = [.. Enumerable.Range(10, 5).Select(Keys.New)];
    private static readonly DecryptionKey RequestKey = DecryptionKey.Create(Keys.Random(40));
    private static readonly TestWalletProvider Provider = new(41);

    private static readonly CredentialConfiguration Permit = CredentialConfiguration.SdJwtVc("permit", "urn:example:permit:1");

    private static readonly CredentialIssuerMetadata Base = new(Issuer, new Uri($"{Issuer}/credential"), [Permit])
    {
        NonceEndpoint = new Uri($"{Issuer}/nonce"), DeferredEndpoint = new Uri($"{Issuer}/deferred"), NotificationEndpoint = new Uri($"{Issuer}/notification"), BatchSize = 5,
    };

    private static readonly CredentialIssuerMetadata Haip = Base with
    {
        Configurations = [Permit with { AttestationAlgorithms = [JoseAlgorithms.Es256], KeyAttestation = new KeyAttestationDemand() }],
        RequestEncryption = new CredentialRequestEncryption([RequestKey.PublicKey with { KeyId = "k" }], MessageEncryption.Encryptions, Required: true),
        ResponseEncryption = new CredentialResponseEncryption([JoseAlgorithms.EcdhEs], MessageEncryption.Encryptions, Required: true),
    };

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public void A_wallet_proves_each_key_once_to_this_issuer_and_asks_in_the_clear_where_nothing_else_is_demanded()
    {
        using var asked = CopyRequest.Prepare(Holder, Rules(Base), Keys.Random(2)).Expect();
        var json = JsonNode.Parse(asked.Body)!.AsObject();

        Assert.Equal("application/json", asked.MediaType);
        Assert.Equal(["credential_configuration_id", "proofs"], json.Select(member => member.Key).Order(StringComparer.Ordinal));
        var proved = KeyProofs.Check(CredentialRequest.Parse(asked.Body, 5).Expect(), new KeyProofRules(Issuer, Keys.Now)).Expect();
        Assert.Equal((Nonce, 5), (proved.Nonce, proved.Keys.Count));
        Assert.All(json["proofs"]!["jwt"]!.AsArray(), proof => Assert.Equal(
            ["aud", "iat", "nonce"], CompactJws.Parse((string)proof!).Expect().Payload.Select(claim => claim.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public void Under_HAIP_one_attestation_names_all_keys_and_request_and_response_are_encrypted()
    {
        using var asked = CopyRequest.Prepare(Holder, Attested(Haip), Keys.Random(2)).Expect();
        var request = Open(asked);

        Assert.Equal("application/jwt", asked.MediaType);
        Assert.Equal("k", CompactJwe.ReadHeader(Encoding.ASCII.GetString(asked.Body)).Expect().Text("kid"));
        var rules = new KeyProofRules(Issuer, Keys.Now) { Attestations = new KeyAttestationRules(Provider.Trust, Keys.Now), RequiresAttestation = true };
        Assert.Equal(Holder.Select(key => key.PublicKey.Thumbprint), KeyProofs.Check(request, rules).Expect().Keys.Select(key => key.Thumbprint));
        var answer = MessageEncryption.Seal(new CredentialResponse([Issue(Holder[0])]).ToJson(), request.ResponseRecipient!, Keys.Random(3));
        Assert.Single(asked.Read("application/jwt", Encoding.ASCII.GetBytes(answer)).Expect().Credentials);
    }

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public void Where_only_signed_proofs_are_read_each_carries_the_attestation_and_the_client_that_was_named()
    {
        var issuer = Base with { Configurations = [Permit with { KeyAttestation = new KeyAttestationDemand() }] };

        using var asked = CopyRequest.Prepare(Holder, Attested(issuer) with { ClientId = "wallet" }, Keys.Random(2)).Expect();

        var rules = new KeyProofRules(Issuer, Keys.Now) { Attestations = new KeyAttestationRules(Provider.Trust, Keys.Now), RequiresAttestation = true, ClientId = "wallet" };
        Assert.Equal(5, KeyProofs.Check(CredentialRequest.Parse(asked.Body, 5).Expect(), rules).Expect().Keys.Count);
    }

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuanceUsingScopesWithoutAuthorizationDetailsInTokenResponse")]
    public void An_identifier_of_the_token_response_takes_the_place_of_the_configuration()
    {
        using var asked = CopyRequest.Prepare(Holder, Rules(Base) with { CredentialIdentifier = "permit-of-2026" }, Keys.Random(2)).Expect();

        Assert.Equal(("permit-of-2026", null), (CredentialRequest.Parse(asked.Body, 5).Expect().CredentialIdentifier, CredentialRequest.Parse(asked.Body, 5).Expect().ConfigurationId));
    }

    [Fact]
    [Oidf("VCIWalletTestBatchCredentialIssuance")]
    public void Copies_in_reversed_order_are_matched_by_their_keys()
    {
        using var asked = CopyRequest.Prepare(Holder, Rules(Base), Keys.Random(2)).Expect();
        var response = Read(asked, new CredentialResponse([.. Holder.Reverse().Select(key => Issue(key))]).ToJson()).Expect();

        var copies = ReceivedCopies.Check(response.Credentials, [.. Holder.Select(key => key.PublicKey)], CopyRules).Expect();

        Assert.Equal(Holder.Reverse().Select(key => key.PublicKey.Thumbprint), copies.Select(copy => copy.Key.Thumbprint));
    }

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuanceWithNotification")]
    public void The_notification_names_what_the_issuer_sent_and_nothing_else()
    {
        using var asked = CopyRequest.Prepare(Holder, Rules(Base), Keys.Random(2)).Expect();
        var answer = new CredentialResponse([Issue(Holder[0])]) { NotificationId = "3fwe98js" }.ToJson();
        answer["a_later_parameter"] = new JsonObject();

        var notification = new NotificationRequest(Read(asked, answer).Expect().NotificationId!, IssuanceEvent.Accepted).ToJson();

        Assert.Equal("""{"notification_id":"3fwe98js","event":"credential_accepted"}""", notification.ToJsonString());
    }

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public void A_deferred_issuance_goes_on_under_its_transaction_id_and_a_new_key()
    {
        using var asked = CopyRequest.Prepare(Holder, Attested(Haip), Keys.Random(2)).Expect();
        var later = Answer(asked, CredentialResponse.Later(new DeferredIssuance("8xLOxBtZp8", TimeSpan.FromSeconds(5))).ToJson()).Expect();

        using var again = CopyRequest.AskAgain(later.Deferred!, Holder.Length, Attested(Haip), Keys.Random(5)).Expect();
        var request = DeferredCredentialRequest.Parse(OpenBody(again)).Expect();

        Assert.Equal("8xLOxBtZp8", request.TransactionId);
        Assert.NotEqual(Open(asked).ResponseRecipient!.Key.Thumbprint, request.ResponseRecipient!.Key.Thumbprint);
        Refusal.Is(ErrorCodes.Malformed, CopyRequest.AskAgain(later.Deferred!, 5, Rules(Base with { DeferredEndpoint = null }), Keys.Random(5)));
    }

    [Fact]
    public void An_issuer_that_changes_the_transaction_id_is_not_believed()
    {
        var before = new DeferredIssuance("8xLOxBtZp8", TimeSpan.FromSeconds(5));
        using var again = CopyRequest.AskAgain(before, 5, Rules(Base), Keys.Random(5)).Expect();

        Assert.Null(again.ReadAgain("application/json", StrictJson.Write(CredentialResponse.Later(before).ToJson()), before).Error);
        Refusal.Is(ErrorCodes.Claim, again.ReadAgain("application/json", StrictJson.Write(CredentialResponse.Later(before with { TransactionId = "another" }).ToJson()), before));
    }

    [Fact]
    public void Attack_26_an_answer_in_the_clear_is_none_to_a_question_for_an_encrypted_one()
    {
        using var asked = CopyRequest.Prepare(Holder, Attested(Haip), Keys.Random(2)).Expect();
        var message = new CredentialResponse([Issue(Holder[0])]).ToJson();

        Assert.Null(Answer(asked, message).Error);
        Refusal.Is(ErrorCodes.Type, asked.Read("application/json", StrictJson.Write(message)));
    }

    [Fact]
    public void An_answer_for_another_key_is_not_read()
    {
        using var asked = CopyRequest.Prepare(Holder, Attested(Haip), Keys.Random(2)).Expect();
        using var other = DecryptionKey.Create(Keys.Random(77));
        var answer = MessageEncryption.Seal(new CredentialResponse([Issue(Holder[0])]).ToJson(), new JweRecipient(other.PublicKey, JoseAlgorithms.A256Gcm), Keys.Random(3));

        Refusal.Is(ErrorCodes.Decryption, asked.Read("application/jwt", Encoding.ASCII.GetBytes(answer)));
    }

    [Fact]
    public void Attack_26_where_encryption_is_demanded_and_impossible_nothing_is_sent()
    {
        var unusable = Haip with { RequestEncryption = Haip.RequestEncryption! with { Keys = [] } };
        var strange = Haip with { ResponseEncryption = Haip.ResponseEncryption! with { Algorithms = ["RSA-OAEP-256"] } };
        var half = Haip with { RequestEncryption = null };

        Assert.Null(CopyRequest.Prepare(Holder, Attested(Haip), Keys.Random(2)).Error);
        Assert.All([unusable, strange, half], issuer => Refusal.Is(ErrorCodes.Malformed, CopyRequest.Prepare(Holder, Attested(issuer), Keys.Random(2))));
    }

    [Fact]
    public void A_wallet_whose_keys_nobody_attests_asks_no_issuer_that_demands_it()
    {
        Assert.Null(CopyRequest.Prepare(Holder, Attested(Haip), Keys.Random(2)).Error);
        Refusal.Is(ErrorCodes.Malformed, CopyRequest.Prepare(Holder, Rules(Haip), Keys.Random(2)));
    }

    [Fact]
    public void A_question_that_the_metadata_do_not_allow_is_not_asked()
    {
        Assert.Null(CopyRequest.Prepare(Holder, Rules(Base), Keys.Random(2)).Error);
        Refusal.Is(ErrorCodes.Malformed, CopyRequest.Prepare([], Rules(Base), Keys.Random(2)));
        Refusal.Is(ErrorCodes.Malformed, CopyRequest.Prepare(Holder, Rules(Base with { BatchSize = 4 }), Keys.Random(2)));
        Refusal.Is(ErrorCodes.Malformed, CopyRequest.Prepare([Holder[0], Holder[0]], Rules(Base), Keys.Random(2)));
        Refusal.Is(ErrorCodes.Malformed, CopyRequest.Prepare(Holder, Rules(Base) with { ConfigurationId = "passport" }, Keys.Random(2)));
        Refusal.Is(ErrorCodes.Malformed, CopyRequest.Prepare(Holder, Rules(Base) with { Nonce = null }, Keys.Random(2)));
        Refusal.Is(ErrorCodes.Malformed, CopyRequest.Prepare(Holder, Rules(Base with { Configurations = [Permit with { ProofAlgorithms = ["ES512"] }] }), Keys.Random(2)));
    }

    [Theory]
    [InlineData("""{"credentials":[]}""")]
    [InlineData("""{"credential":"old"}""")]
    [InlineData("""{"error":"invalid_nonce"}""")]
    [InlineData("""{"credentials":[{"credential":"1"},{"credential":"2"},{"credential":"3"},{"credential":"4"},{"credential":"5"},{"credential":"6"}]}""")]
    [InlineData("""{"transaction_id":"a"}""")]
    public void An_answer_against_the_rules_is_refused(string answer)
    {
        using var asked = CopyRequest.Prepare(Holder, Rules(Base), Keys.Random(2)).Expect();

        Refusal.Is(ErrorCodes.Malformed, Read(asked, JsonNode.Parse(answer)!.AsObject()));
    }

    private static ReceivedCopyRules CopyRules => new(Issuer, "urn:example:permit:1", _ => VerificationKey.Import(IssuerKey.PublicKey), Keys.Now);

    private static CopyRequestRules Rules(CredentialIssuerMetadata issuer) => new(issuer, "permit", Keys.Now) { Nonce = Nonce };

    private static CopyRequestRules Attested(CredentialIssuerMetadata issuer) => Rules(issuer) with
    {
        KeyAttestation = new KeyAttestation([.. Holder.Select(key => key.PublicKey)], Keys.Now) { Nonce = Nonce, ExpiresAt = Keys.Now.AddHours(1) }.Sign(Provider.Key, Provider.X5c),
    };

    private static byte[] OpenBody(CopyRequest asked) => MessageEncryption.OpenRequest(Encoding.ASCII.GetString(asked.Body), _ => RequestKey, asked.Body.Length).Expect();

    private static CredentialRequest Open(CopyRequest asked) => CredentialRequest.Parse(OpenBody(asked), 5).Expect();

    private static Checked<CredentialResponse> Read(CopyRequest asked, JsonObject answer) => asked.Read("application/json", StrictJson.Write(answer));

    private static Checked<CredentialResponse> Answer(CopyRequest asked, JsonObject answer) =>
        asked.Read("application/jwt", Encoding.ASCII.GetBytes(MessageEncryption.Seal(answer, Open(asked).ResponseRecipient!, Keys.Random(3))));

    private static string Issue(SigningKey holder) => SdJwtIssuer.Issue(
        new SdJwtContents(new JsonObject { ["iss"] = Issuer, ["vct"] = "urn:example:permit:1", ["exp"] = Keys.Now.AddDays(9).ToUnixTimeSeconds(), ["plate"] = "GE-AB 123" })
        {
            HolderKey = holder.PublicKey,
        }, IssuerKey, Keys.Random(7));
}
