using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>Questions that a browser brings, and the way from them to a checked answer (OpenID4VP 1.0 Appendix A; HAIP 1.0 §5.2).</summary>
public sealed class DigitalCredentialRequestTests
{
    private const string Origin = "https://verifier.example";

    private static readonly TestVerifier Verifier = new();
    private static readonly TestVerifier Stranger = new(seed: 30);
    private static readonly TestIssuer Issuer = new("Test card office", Keys.Now, Keys.Random(1));
    private static readonly PresentableCredential Card = Issuer.Issue("urn:example:card:1", new JsonObject { ["given_name"] = "Erika", ["birthdate"] = "1964-08-12" }, Keys.Now.AddDays(30));
    private static readonly DigitalCredentialQuestion Question = new(Origin, "nonce-of-the-verifier", TestVerifier.Query, Verifier.Ask().Encryption);
    private static readonly DigitalCredentialRules Rules = new(Origin, [Verifier.Root], Keys.Now);

    private static readonly Dictionary<string, (Action<JsonObject> Change, string Code)> SharedMembers = new()
    {
        ["another response type"] = (payload => payload["response_type"] = "code", PresentationErrors.InvalidRequest),
        ["an answer by post"] = (payload => payload["response_mode"] = "direct_post.jwt", PresentationErrors.InvalidRequest),
        ["an answer in the clear"] = (payload => payload["response_mode"] = "dc_api", PresentationErrors.InvalidRequest),
        ["no nonce"] = (payload => payload.Remove("nonce"), PresentationErrors.InvalidRequest),
        ["an empty nonce"] = (payload => payload["nonce"] = "", PresentationErrors.InvalidRequest),
        ["no query"] = (payload => payload.Remove("dcql_query"), PresentationErrors.InvalidRequest),
        ["a broken query"] = (payload => payload["dcql_query"]!["credentials"] = new JsonArray(), PresentationErrors.InvalidRequest),
        ["no key for the answer"] = (payload => payload["client_metadata"]!.AsObject().Remove("jwks"), PresentationErrors.InvalidRequest),
        ["only a key of another kind"] = (payload => payload["client_metadata"]!["jwks"]!["keys"]![0]!["kty"] = "AKP", PresentationErrors.InvalidRequest),
        ["transaction data of a type nobody knows"] = (payload => payload["transaction_data"] = new JsonArray("e30"), PresentationErrors.InvalidTransaction),
    };

    private static readonly Dictionary<string, (Action<JsonObject> Change, string Code)> SignedMembers = new()
    {
        ["no client"] = (payload => payload.Remove("client_id"), PresentationErrors.InvalidRequest),
        ["another client"] = (payload => payload["client_id"] = "x509_hash:another", PresentationErrors.InvalidRequest),
        ["a client without prefix"] = (payload => payload["client_id"] = Verifier.ClientId["x509_hash:".Length..], PresentationErrors.InvalidRequest),
        ["the reserved prefix of origins"] = (payload => payload["client_id"] = "origin:" + Origin, PresentationErrors.InvalidRequest),
        ["another audience"] = (payload => payload["aud"] = "https://wallet.example", PresentationErrors.InvalidRequest),
        ["no expected origins"] = (payload => payload.Remove("expected_origins"), PresentationErrors.InvalidRequest),
        ["an empty list of origins"] = (payload => payload["expected_origins"] = new JsonArray(), PresentationErrors.InvalidRequest),
        ["other origins"] = (payload => payload["expected_origins"] = new JsonArray("https://attacker.example"), PresentationErrors.InvalidRequest),
        ["an origin with a slash"] = (payload => payload["expected_origins"] = new JsonArray(Origin + "/"), PresentationErrors.InvalidRequest),
        ["an origin in capitals"] = (payload => payload["expected_origins"] = new JsonArray("https://VERIFIER.example"), PresentationErrors.InvalidRequest),
        ["an origin that is no text"] = (payload => payload["expected_origins"] = new JsonArray(Origin, 7), PresentationErrors.InvalidRequest),
        ["one origin instead of a list"] = (payload => payload["expected_origins"] = Origin, PresentationErrors.InvalidRequest),
    };

    private static readonly Dictionary<string, (Action<JsonObject> Change, string Code)> Headers = new()
    {
        ["another type"] = (header => header["typ"] = "JWT", ErrorCodes.Type),
        ["no type"] = (header => header.Remove("typ"), ErrorCodes.Type),
        ["a critical extension"] = (header => header["crit"] = new JsonArray("exp"), ErrorCodes.Header),
        ["no certificate"] = (header => header.Remove("x5c"), ErrorCodes.CertificateChain),
        ["the root with it"] = (header => header["x5c"]!.AsArray().Add(Convert.ToBase64String(Verifier.Root.RawData)), ErrorCodes.CertificateChain),
        ["the certificate of another"] = (header => header["x5c"] = Stranger.X5c.DeepClone(), ErrorCodes.UntrustedChain),
    };

    public static IEnumerable<TheoryDataRow<string>> SharedNames => SharedMembers.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> SignedNames => SignedMembers.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> HeaderNames => Headers.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [InlineData(DigitalCredentialProtocols.Unsigned)]
    [InlineData(DigitalCredentialProtocols.Signed)]
    [InlineData(DigitalCredentialProtocols.MultiSigned)]
    public void A_question_is_read_as_it_was_asked_and_its_answer_holds_for_its_origin(string protocol)
    {
        var opened = Open(protocol, Data(protocol)).Expect();
        var data = Answer(opened.Question);

        Assert.Equal((Origin, Question.Nonce, $"origin:{Origin}"), (opened.Question.Origin, opened.Question.Nonce, opened.Question.Audience));
        Assert.Equal(protocol == DigitalCredentialProtocols.Unsigned, opened.Verifier is null);
        Assert.Equal("response", Assert.Single(data).Key);
        var card = Assert.Single(Check(Question, data).Expect());
        Assert.Equal("""{"given_name":"Erika"}""", card.Claims.ToJsonString());
    }

    [Theory]
    [InlineData(DigitalCredentialProtocols.Unsigned)]
    [InlineData(DigitalCredentialProtocols.Signed)]
    public void Without_encryption_the_credentials_come_in_the_clear_where_a_wallet_allows_it(string protocol)
    {
        var question = Question with { Encryption = null };
        var asked = protocol == DigitalCredentialProtocols.Signed ? question.ToSigned(Signer(Verifier)) : question.ToUnsigned();

        var opened = Open(protocol, asked, Rules with { AllowsClearAnswers = true }).Expect();
        var data = Answer(opened.Question);

        Refusal.Is(PresentationErrors.InvalidRequest, Open(protocol, asked));
        Assert.Equal("vp_token", Assert.Single(data).Key);
        Assert.NotNull(WalletAnswer.Read(data, question).Then(answer => PresentationCheck.Verify((WalletAnswer.Shown)answer, RulesFor(question))).Expect());
    }

    [Fact]
    public void Attack_14_an_answer_given_to_one_origin_is_worth_nothing_at_another()
    {
        var elsewhere = Question with { Origin = "https://attacker.example" };

        Assert.Null(Check(Question, Answer(Question)).Error);
        Refusal.Is(ErrorCodes.KeyBindingAudience, Check(Question, Answer(elsewhere)));
        Refusal.Is(ErrorCodes.KeyBindingNonce, Check(Question, Answer(Question with { Nonce = "another" })));
        Refusal.Is(ErrorCodes.KeyBindingAudience, Check(Question, Answer(Question, audience: Verifier.ClientId)));
        Refusal.Is(ErrorCodes.KeyBindingAudience, Check(Question, Answer(Question, audience: Origin)));
    }

    [Theory, MemberData(nameof(SharedNames))]
    public void A_question_with_a_false_member_is_refused_however_it_comes(string name)
    {
        var (change, code) = SharedMembers[name];

        Refusal.Is(code, Open(DigitalCredentialProtocols.Unsigned, Changed(Question.ToUnsigned(), change)));
        Refusal.Is(code, Open(DigitalCredentialProtocols.Signed, Signed(change)));
        Refusal.Is(code, Open(DigitalCredentialProtocols.MultiSigned, MultiSigned(change)));
    }

    [Theory, MemberData(nameof(SignedNames))]
    public void A_signed_question_with_a_false_member_is_refused(string name)
        => Refusal.Is(SignedMembers[name].Code, Open(DigitalCredentialProtocols.Signed, Signed(SignedMembers[name].Change)));

    [Theory, MemberData(nameof(HeaderNames))]
    public void A_signed_question_with_a_false_header_is_refused(string name)
        => Refusal.Is(Headers[name].Code, Open(DigitalCredentialProtocols.Signed, Signed(null, Headers[name].Change)));

    [Fact]
    public void A_signed_question_with_a_foreign_signature_is_refused()
    {
        var forged = Question.ToSigned(Signer(Verifier) with { Key = Keys.New(99) });

        Refusal.Is(ErrorCodes.Signature, Open(DigitalCredentialProtocols.Signed, forged));
    }

    [Fact]
    public void A_verifier_nobody_vouches_for_is_refused_and_so_is_an_issuer()
    {
        var issuer = new TestVerifier(seed: 40, role: CertificateRole.CredentialIssuer);

        Refusal.Is(ErrorCodes.UntrustedChain, Open(DigitalCredentialProtocols.Signed, Question.ToSigned(Signer(Stranger))));
        Refusal.Is(ErrorCodes.CertificateRole, Open(DigitalCredentialProtocols.Signed, Question.ToSigned(Signer(issuer)), Rules with { Anchors = [issuer.Root] }));
        Refusal.Is(ErrorCodes.UntrustedChain, Open(DigitalCredentialProtocols.Signed, Question.ToSigned(Signer(Verifier)), Rules with { Now = Keys.Now.AddDays(400) }));
    }

    [Fact]
    public void In_an_unsigned_question_the_name_and_the_origins_it_claims_count_for_nothing()
    {
        var boasting = Changed(Question.ToUnsigned(), payload => (payload["client_id"], payload["expected_origins"]) = ("x509_hash:another", new JsonArray("https://another.example")));

        Assert.Equal(Question.Audience, Open(DigitalCredentialProtocols.Unsigned, boasting).Expect().Question.Audience);
    }

    [Fact]
    public void Of_several_signatures_one_that_holds_is_enough_and_says_who_asks()
    {
        var data = Question.ToMultiSigned([Signer(Stranger), Signer(Verifier) with { Key = Keys.New(99) }, Signer(Verifier)]);

        Assert.Equal(Verifier.ClientId, Open(DigitalCredentialProtocols.MultiSigned, data).Expect().Verifier!.Client.ToString());
    }

    [Fact]
    public void One_certificate_may_stand_for_two_names_and_the_statements_go_with_the_signature()
    {
        var statement = new VerifierStatement("registration_cert", JsonValue.Create("e.e.e"), []);
        var data = (Question with { Statements = [statement] }).ToMultiSigned([Signer(Stranger), Signer(Verifier) with { ClientId = "x509_san_dns:verifier.example" }]);

        var opened = Open(DigitalCredentialProtocols.MultiSigned, data).Expect();

        Assert.Equal(("x509_san_dns:verifier.example", "registration_cert"), (opened.Verifier!.Client.ToString(), Assert.Single(opened.Question.Statements).Format));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.MultiSigned, MultiSigned(payload => payload["verifier_info"] = new JsonArray(new JsonObject { ["format"] = "x", ["data"] = "y" }))));
    }

    [Fact]
    public void When_no_signature_holds_the_question_is_refused()
    {
        Refusal.Is(ErrorCodes.Signature, Open(DigitalCredentialProtocols.MultiSigned, Question.ToMultiSigned([Signer(Stranger), Signer(Verifier) with { Key = Keys.New(99) }])));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.MultiSigned, Question.ToMultiSigned([])));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.MultiSigned, Question.ToMultiSigned([.. Enumerable.Repeat(Signer(Verifier), 9)])));
    }

    [Fact]
    public void With_several_signatures_the_client_stands_in_their_headers_and_nowhere_else()
    {
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.MultiSigned, MultiSigned(payload => payload["client_id"] = Verifier.ClientId)));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.MultiSigned, MultiSigned(null, header => header.Remove("client_id"))));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.MultiSigned, MultiSigned(payload => payload["expected_origins"] = new JsonArray("https://attacker.example"))));
    }

    [Theory]
    [InlineData("openid4vp-v2-signed")]
    [InlineData("openid4vp")]
    [InlineData("")]
    public void Another_protocol_is_refused(string protocol)
        => Refusal.Is(PresentationErrors.InvalidRequest, Open(protocol, Data(DigitalCredentialProtocols.Signed)));

    [Fact]
    public void One_protocol_is_not_read_as_another()
    {
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.Unsigned, Data(DigitalCredentialProtocols.Signed)));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.Signed, Data(DigitalCredentialProtocols.Unsigned)));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.Signed, Data(DigitalCredentialProtocols.MultiSigned)));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.MultiSigned, Data(DigitalCredentialProtocols.Signed)));
    }

    [Theory]
    [InlineData("http://verifier.example")]
    [InlineData("ftp://verifier.example")]
    [InlineData("null")]
    [InlineData("")]
    public void Only_pages_over_https_are_answered(string origin)
    {
        var question = Question with { Origin = origin, ExpectedOrigins = [origin] };

        Refusal.Is(PresentationErrors.InvalidRequest, Open(DigitalCredentialProtocols.Signed, question.ToSigned(Signer(Verifier)), Rules with { Origin = origin }));
    }

    [Fact]
    public void A_question_too_large_or_nested_too_deeply_is_refused_unread()
    {
        var large = Encoding.UTF8.GetBytes($$"""{"request":"{{new string('x', 130 * 1024)}}"}""");

        Refusal.Is(ErrorCodes.TooLarge, DigitalCredentialRequest.Open(DigitalCredentialProtocols.Signed, large, Rules));
        Refusal.Is(ErrorCodes.Json, DigitalCredentialRequest.Open(DigitalCredentialProtocols.Signed, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40)), Rules));
        Refusal.Is(ErrorCodes.Json, DigitalCredentialRequest.Open(DigitalCredentialProtocols.Unsigned, "{\"nonce\":\"a\",\"nonce\":\"b\"}"u8, Rules));
    }

    [Fact]
    public void An_error_goes_back_as_its_code_alone()
    {
        var published = Vectors.Read("openid4vp/1.0-final/examples/digital_credentials_api/error_invalid_request.json");
        var refused = Open(DigitalCredentialProtocols.Signed, Signed(SignedMembers["other origins"].Change)).Error!;

        Assert.True(JsonNode.DeepEquals(published, DigitalCredentialAnswer.Refusing(refused)));
        Assert.Equal("""{"error":"access_denied"}""", DigitalCredentialAnswer.Refusing(PresentationResponse.Choose(TestVerifier.Query, []).Error!).ToJsonString());
    }

    [Theory]
    [InlineData("https://origin1.example.com", true)]
    [InlineData("https://origin2.example.com", true)]
    [InlineData("https://origin3.example.com", false)]
    public void The_published_payload_of_a_signed_question_is_accepted_from_its_two_origins(string origin, bool accepted)
    {
        var rules = Rules with { Origin = origin, AllowsClearAnswers = true };

        var opened = Open(DigitalCredentialProtocols.Signed, SignPublished("signed_request_payload_compact.json", payload => payload["client_id"] = Verifier.ClientId), rules);

        Assert.Equal(accepted, opened.Error is null);
        Assert.Equal(accepted ? "n-0S6_WzA2Mj" : PresentationErrors.InvalidRequest, opened.Error?.Code ?? opened.Expect().Question.Nonce);
    }

    [Fact]
    public void The_published_payload_of_a_question_signed_by_several_is_accepted()
    {
        var rules = Rules with { Origin = "https://origin2.example.com", AllowsClearAnswers = true };
        var parts = ((string)SignPublished("signed_request_payload.json", _ => { }, header => header["client_id"] = Verifier.ClientId)["request"]!).Split('.');

        var opened = Open(DigitalCredentialProtocols.MultiSigned, Rebuild(parts), rules).Expect();

        Assert.Equal("n-0S6_WzA2Mj", opened.Question.Nonce);
    }

    [Fact]
    public void The_published_unsigned_question_with_four_keys_is_answered_to_the_usable_one()
    {
        var published = Vectors.Read("openid4vp/encrypted-response.json")["request"]!.AsObject();

        var question = Open(DigitalCredentialProtocols.Unsigned, published).Expect().Question;

        Assert.Equal(("ac", "xyz123ltcaccescbwc777"), (question.Encryption!.Key.KeyId, question.Nonce));
        Assert.Equal([JoseAlgorithms.A128Gcm], question.Encryption.Encryptions);
    }

    private static RequestSigner Signer(TestVerifier verifier) => new(verifier.ClientId, verifier.Key, verifier.X5c);

    private static JsonObject Data(string protocol) => protocol switch
    {
        DigitalCredentialProtocols.Unsigned => Question.ToUnsigned(),
        DigitalCredentialProtocols.Signed => Question.ToSigned(Signer(Verifier)),
        _ => Question.ToMultiSigned([Signer(Stranger), Signer(Verifier)]),
    };

    private static Checked<DigitalCredentialRequest> Open(string protocol, JsonObject data, DigitalCredentialRules? rules = null) =>
        DigitalCredentialRequest.Open(protocol, StrictJson.Write(data), rules ?? Rules);

    private static JsonObject Answer(DigitalCredentialQuestion question, string? audience = null)
    {
        var chosen = PresentationResponse.Choose(question.Query, [Card]).Expect();
        WalletQuestion bound = audience is null ? question : Verifier.Ask() with { ClientId = audience };
        return DigitalCredentialAnswer.Of(question, PresentationResponse.Present(bound, chosen, Keys.Now).Expect(), Keys.Random(5));
    }

    private static Checked<List<CheckedCredential>> Check(DigitalCredentialQuestion question, JsonObject data) =>
        WalletAnswer.Open((string)data["response"]!, Verifier.Decryption, question).Then(answer => PresentationCheck.Verify((WalletAnswer.Shown)answer, RulesFor(question)));

    private static PresentationRules RulesFor(DigitalCredentialQuestion question) =>
        new(question, (_, jwt) => CertificateChains.Validate(jwt, new ChainRules([Issuer.Root], CertificateRole.CredentialIssuer, Keys.Now)), Keys.Now);

    private static JsonObject Changed(JsonObject data, Action<JsonObject> change)
    {
        change(data);
        return data;
    }

    private static JsonObject Signed(Action<JsonObject>? payload, Action<JsonObject>? header = null) =>
        Resign((string)Question.ToSigned(Signer(Verifier))["request"]!, payload, header);

    private static JsonObject MultiSigned(Action<JsonObject>? payload, Action<JsonObject>? header = null)
    {
        var request = Question.ToMultiSigned([Signer(Verifier)])["request"]!;
        var compact = $"{request["signatures"]![0]!["protected"]}.{request["payload"]}.{request["signatures"]![0]!["signature"]}";
        return Rebuild(((string)Resign(compact, payload, header)["request"]!).Split('.'));
    }

    private static JsonObject Rebuild(string[] parts) => new()
    {
        ["request"] = new JsonObject { ["payload"] = parts[1], ["signatures"] = new JsonArray(new JsonObject { ["protected"] = parts[0], ["signature"] = parts[2] }) },
    };

    private static JsonObject Resign(string jwt, Action<JsonObject>? payload, Action<JsonObject>? header)
    {
        var parts = jwt.Split('.');
        var (head, body) = (Decode(parts[0]), Decode(parts[1]));
        payload?.Invoke(body);
        header?.Invoke(head);
        return new JsonObject { ["request"] = CompactJws.Sign(head, body, Verifier.Key) };
    }

    /// <summary>The published payload; its elided query is filled in.</summary>
    private static JsonObject SignPublished(string file, Action<JsonObject> payload, Action<JsonObject>? header = null)
    {
        var text = Encoding.UTF8.GetString(Vectors.Bytes($"openid4vp/1.0-final/examples/digital_credentials_api/{file}"));
        var body = JsonNode.Parse(text.Replace("{...}", TestVerifier.Query.ToJson().ToJsonString(), StringComparison.Ordinal))!.AsObject();
        payload(body);
        var head = new JsonObject { ["typ"] = RequestObject.Type, ["x5c"] = Verifier.X5c.DeepClone() };
        header?.Invoke(head);
        return new JsonObject { ["request"] = CompactJws.Sign(head, body, Verifier.Key) };
    }

    private static JsonObject Decode(string part) => StrictJson.ParseObject(Base64Url.Decode(part).Expect()).Expect();
}
