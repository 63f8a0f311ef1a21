using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>Which questions a wallet believes (OpenID4VP 1.0 §5; HAIP 1.0 §5.1).</summary>
public sealed class PresentationRequestTests
{
    private static readonly TestVerifier Verifier = new();

    private static readonly Dictionary<string, (Action<JsonObject> Change, string Code)> Payloads = new()
    {
        ["another client"] = (payload => payload["client_id"] = "x509_hash:another", PresentationErrors.InvalidRequest),
        ["a client without prefix"] = (payload => payload["client_id"] = Verifier.ClientId["x509_hash:".Length..], PresentationErrors.InvalidRequest),
        ["no client"] = (payload => payload.Remove("client_id"), PresentationErrors.InvalidRequest),
        ["another audience"] = (payload => payload["aud"] = "https://wallet.example", PresentationErrors.InvalidRequest),
        ["no audience"] = (payload => payload.Remove("aud"), PresentationErrors.InvalidRequest),
        ["another response type"] = (payload => payload["response_type"] = "code", PresentationErrors.InvalidRequest),
        ["an answer in the clear"] = (payload => payload["response_mode"] = "direct_post", PresentationErrors.InvalidRequest),
        ["a scope beside the query"] = (payload => payload["scope"] = "citizen_id", PresentationErrors.InvalidRequest),
        ["a nonce that is not URL-safe"] = (payload => payload["nonce"] = "a b", PresentationErrors.InvalidRequest),
        ["a state that is no text"] = (payload => payload["state"] = 7, PresentationErrors.InvalidRequest),
        ["a statement without a format"] = (payload => payload["verifier_info"] = new JsonArray(new JsonObject { ["data"] = "x" }), PresentationErrors.InvalidRequest),
        ["a statement about nothing asked for"] = (payload => payload["verifier_info"] = new JsonArray(new JsonObject { ["format"] = "jwt", ["data"] = "x", ["credential_ids"] = new JsonArray("another") }), PresentationErrors.InvalidRequest),
        ["no statements"] = (payload => payload["verifier_info"] = new JsonArray(), PresentationErrors.InvalidRequest),
        ["a redirect"] = (payload => payload["redirect_uri"] = "https://verifier.example", PresentationErrors.InvalidRequest),
        ["no nonce"] = (payload => payload.Remove("nonce"), PresentationErrors.InvalidRequest),
        ["an empty nonce"] = (payload => payload["nonce"] = "", PresentationErrors.InvalidRequest),
        ["a wallet nonce nobody sent"] = (payload => payload["wallet_nonce"] = "foreign", PresentationErrors.InvalidRequest),
        ["an answer to another host"] = (payload => payload["response_uri"] = "https://attacker.example/answers", PresentationErrors.InvalidRequest),
        ["an answer without encryption of the way"] = (payload => payload["response_uri"] = "http://verifier.example/answers", PresentationErrors.InvalidRequest),
        ["no address for the answer"] = (payload => payload.Remove("response_uri"), PresentationErrors.InvalidRequest),
        ["a presentation definition"] = (payload => (payload["presentation_definition"], _) = (new JsonObject(), payload.Remove("dcql_query")), PresentationErrors.InvalidRequest),
        ["a broken query"] = (payload => payload["dcql_query"]!["credentials"] = new JsonArray(), PresentationErrors.InvalidRequest),
        ["no key for the answer"] = (payload => payload["client_metadata"]!.AsObject().Remove("jwks"), PresentationErrors.InvalidRequest),
        ["no metadata"] = (payload => payload.Remove("client_metadata"), PresentationErrors.InvalidRequest),
        ["only a key of another curve"] = (payload => payload["client_metadata"]!["jwks"]!["keys"]![0]!["crv"] = "P-384", PresentationErrors.InvalidRequest),
        ["only a key for signatures"] = (payload => payload["client_metadata"]!["jwks"]!["keys"]![0]!["use"] = "sig", PresentationErrors.InvalidRequest),
        ["only unknown encryption"] = (payload => payload["client_metadata"]!["encrypted_response_enc_values_supported"] = new JsonArray("A128CBC-HS256"), PresentationErrors.InvalidRequest),
    };

    private static readonly Dictionary<string, (Action<JsonObject> Change, string Code)> Headers = new()
    {
        ["another type"] = (header => header["typ"] = "JWT", ErrorCodes.Type),
        ["no type"] = (header => header.Remove("typ"), ErrorCodes.Type),
        ["a critical extension"] = (header => header["crit"] = new JsonArray("exp"), ErrorCodes.Header),
        ["a key of its own"] = (header => header["jwk"] = Verifier.Key.PublicKey.ToJson(), ErrorCodes.Header),
        ["no certificate"] = (header => header.Remove("x5c"), ErrorCodes.CertificateChain),
        ["the root with it"] = (header => header["x5c"]!.AsArray().Add(Convert.ToBase64String(Verifier.Root.RawData)), ErrorCodes.CertificateChain),
        ["the certificate of another"] = (header => header["x5c"] = new TestVerifier(seed: 30).X5c.DeepClone(), ErrorCodes.UntrustedChain),
    };

    public static IEnumerable<TheoryDataRow<string>> PayloadNames => Payloads.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> HeaderNames => Headers.Keys.Select(name => new TheoryDataRow<string>(name));

    [Fact]
    public void A_question_of_a_trusted_verifier_is_read_as_it_was_asked()
    {
        var asked = Verifier.Ask() with
        {
            ClientName = "Stadt", WalletNonce = "mine", Purpose = new RequestPurpose("Zum Prüfen", "To check"), AnnouncedOffer = new OfferAnnouncement("https://verifier.example/issuers/town", ["permit"]),
        };

        var opened = PresentationRequest.Open(Verifier.Sign(asked), Verifier.Rules with { WalletNonce = "mine" }).Expect();

        Assert.Equal((asked.ResponseUri, asked.Nonce, asked.State, asked.ClientName, asked.Purpose), (opened.Request.ResponseUri, opened.Request.Nonce, opened.Request.State, opened.Request.ClientName, opened.Request.Purpose));
        Assert.Equal(asked.Query.ToJson().ToJsonString(), opened.Request.Query.ToJson().ToJsonString());
        Assert.Equal(("https://verifier.example/issuers/town", "permit"), (opened.Request.AnnouncedOffer!.CredentialIssuer, opened.Request.AnnouncedOffer.ConfigurationIds[0]));
        Assert.Equal(["verifier.example"], opened.Verifier.Certificate!.Names.DnsNames);
        Assert.Equal("key-1", opened.Request.Encryption!.Key.KeyId);
    }

    [Theory, MemberData(nameof(PayloadNames))]
    public void A_question_with_a_false_payload_is_refused(string name)
        => Refusal.Is(Payloads[name].Code, PresentationRequest.Open(Verifier.Sign(Payloads[name].Change), Verifier.Rules));

    [Theory, MemberData(nameof(HeaderNames))]
    public void A_question_with_a_false_header_is_refused(string name)
        => Refusal.Is(Headers[name].Code, PresentationRequest.Open(Verifier.Sign(null, Headers[name].Change), Verifier.Rules));

    [Fact]
    public void The_request_uri_counts_as_audience_only_where_the_wallet_says_so()
    {
        const string fetchedFrom = "https://verifier.example/requests/1";
        var jwt = Verifier.Sign(payload => payload["aud"] = fetchedFrom);

        PresentationRequest.Open(jwt, Verifier.Rules with { FetchedFrom = fetchedFrom }).Expect();
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(jwt, Verifier.Rules));
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(jwt, Verifier.Rules with { FetchedFrom = fetchedFrom + "0" }));
    }

    [Fact]
    public void Statements_of_others_are_read_and_trusted_by_nobody_yet()
    {
        var asked = Verifier.Ask() with { Statements = [new VerifierStatement("registration", JsonValue.Create("a.b.c"), ["card"]), new VerifierStatement("policy", new JsonObject { ["days"] = 2 }, [])] };

        var opened = PresentationRequest.Open(Verifier.Sign(asked), Verifier.Rules).Expect().Request.Statements;

        Assert.Equal(("registration", "a.b.c", "card"), (opened[0].Format, (string?)opened[0].Data, Assert.Single(opened[0].CredentialIds)));
        Assert.Equal(("policy", """{"days":2}"""), (opened[1].Format, opened[1].Data.ToJsonString()));
    }

    [Fact]
    public void A_wallet_answers_in_the_clear_only_where_its_rules_allow_it()
    {
        var jwt = Verifier.Sign(Verifier.Ask() with { Encryption = null });

        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(jwt, Verifier.Rules));
        var request = PresentationRequest.Open(jwt, Verifier.Rules with { AllowsClearAnswers = true }).Expect().Request;
        var form = PresentationResponse.Form(request, new JsonObject { ["card"] = new JsonArray("x~") }, Keys.Random(5));
        Assert.Equal(("""{"card":["x~"]}""", "state-1"), (form["vp_token"], form["state"]));
    }

    [Fact]
    public void Who_asks_for_a_credential_without_holder_binding_sends_a_state()
    {
        var relaxed = Verifier.Ask(new DcqlQuery([TestVerifier.Query.Credentials[0] with { RequiresHolderBinding = false }]));

        Assert.Null(PresentationRequest.Open(Verifier.Sign(relaxed), Verifier.Rules).Error);
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(Verifier.Sign(relaxed with { State = null }), Verifier.Rules));
    }

    [Fact]
    public void A_question_signed_by_another_key_is_refused()
    {
        var forged = Verifier.Ask().Sign(new RequestSigner(Verifier.ClientId, Keys.New(99), Verifier.X5c));

        Refusal.Is(ErrorCodes.Signature, PresentationRequest.Open(forged, Verifier.Rules));
    }

    [Fact]
    public void Only_the_verifier_of_the_link_may_ask()
    {
        var another = new TestVerifier(seed: 30);
        var trustsBoth = Verifier.Rules with { Anchors = [Verifier.Root, another.Root] };

        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(another.Sign(), trustsBoth));
    }

    [Fact]
    public void A_verifier_nobody_vouches_for_is_refused()
    {
        var stranger = new TestVerifier(seed: 30);

        Refusal.Is(ErrorCodes.UntrustedChain, PresentationRequest.Open(stranger.Sign(), stranger.Rules with { Anchors = [Verifier.Root] }));
        Refusal.Is(ErrorCodes.UntrustedChain, PresentationRequest.Open(stranger.Sign(), stranger.Rules with { Anchors = [] }));
    }

    [Fact]
    public void An_issuer_may_not_ask()
    {
        var issuer = new TestVerifier(seed: 30, role: CertificateRole.CredentialIssuer);

        Refusal.Is(ErrorCodes.CertificateRole, PresentationRequest.Open(issuer.Sign(), issuer.Rules));
    }

    [Fact]
    public void A_certificate_is_good_in_its_time_only()
        => Refusal.Is(ErrorCodes.UntrustedChain, PresentationRequest.Open(Verifier.Sign(), Verifier.Rules with { Now = Keys.Now.AddDays(400) }));

    [Theory]
    [InlineData(null)]
    [InlineData("another")]
    public void A_wallet_that_sent_a_nonce_wants_it_back(string? sent)
    {
        var jwt = Verifier.Sign(Verifier.Ask() with { WalletNonce = sent });

        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(jwt, Verifier.Rules with { WalletNonce = "mine" }));
    }

    [Fact]
    public void An_offer_may_be_announced_only_by_whoever_gets_the_answer()
    {
        var foreign = Verifier.Ask() with { AnnouncedOffer = new OfferAnnouncement("https://attacker.example/issuer", ["permit"]) };

        Assert.Null(PresentationRequest.Open(Verifier.Sign(foreign), Verifier.Rules).Expect().Request.AnnouncedOffer);
    }

    [Fact]
    public void Without_a_choice_of_encryption_A128GCM_is_meant()
    {
        var jwt = Verifier.Sign(payload => payload["client_metadata"]!.AsObject().Remove("encrypted_response_enc_values_supported"));

        Assert.Equal([JoseAlgorithms.A128Gcm], PresentationRequest.Open(jwt, Verifier.Rules).Expect().Request.Encryption!.Encryptions);
    }

    [Fact]
    public void Of_several_keys_the_first_usable_one_is_taken()
    {
        var published = Vectors.Read("openid4vp/encrypted-response.json")["request"]!["client_metadata"]!;
        var jwt = Verifier.Sign(payload =>
        {
            var keys = published["jwks"]!["keys"]!.DeepClone().AsArray();
            var first = keys[0];
            keys.RemoveAt(0);
            keys.Add(first);
            payload["client_metadata"] = new JsonObject { ["jwks"] = new JsonObject { ["keys"] = keys } };
        });

        Assert.Equal("ac", PresentationRequest.Open(jwt, Verifier.Rules).Expect().Request.Encryption!.Key.KeyId);
    }

    [Fact]
    public void Unknown_members_are_ignored()
        => Assert.Null(PresentationRequest.Open(Verifier.Sign(payload => payload["later"] = "version", header => header["later"] = 1), Verifier.Rules).Error);
}
