using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>Questions for mdocs in the words of ISO/IEC TS 18013-7 Annex C, and the way from them to a checked answer.</summary>
public sealed class IsoMdocRequestTests
{
    private const string Origin = "https://verifier.example";
    private const string Licence = "org.example.licence.1";
    private const string Permit = "org.example.permit.1";

    private static readonly TestVerifier Verifier = new();
    private static readonly TestIssuer Issuer = new("Test licence office", Keys.Now, Keys.Random(1));
    private static readonly PresentableMdoc[] Mdocs =
    [
        Issuer.IssueMdoc(Licence, new Dictionary<string, string> { ["family_name"] = "Mustermann", ["given_name"] = "Erika" }, Keys.Now.AddDays(30)),
        Issuer.IssueMdoc(Permit, new Dictionary<string, string> { ["plate"] = "GE-AB 123" }, Keys.Now.AddDays(30)),
    ];

    private static readonly DcqlQuery Query = new([CredentialQuery.Mdoc("licence", Licence, Licence, ["family_name"]), CredentialQuery.Mdoc("permit", Permit, Permit, ["plate"])]);
    private static readonly IsoMdocQuestion Question = IsoMdocQuestion.Of(Verifier.Ask(Query), Origin);
    private static readonly DigitalCredentialRules Rules = new(Origin, [Verifier.Root], Keys.Now);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_question_is_read_as_it_was_asked_and_its_answer_holds_for_its_origin(bool isSigned)
    {
        var opened = Open(Question.ToData(isSigned ? Verifier.SignerFor(Verifier.ClientId) : null)).Expect();

        var checkedMdocs = Check(Question, Answer(opened.Question)).Expect();

        Assert.Equal(isSigned ? Verifier.ClientId["x509_hash:".Length..] : null, opened.Reader?.Hash);
        Assert.Equal(["licence", "permit"], checkedMdocs.Select(mdoc => mdoc.QueryId));
        Assert.Equal("""{"org.example.licence.1":{"family_name":"Mustermann"}}""", checkedMdocs[0].Claims.ToJsonString());
    }

    [Fact]
    public void The_same_request_always_leads_to_the_same_question()
        => Assert.Equal(Question.Info.Text, IsoMdocQuestion.Of(Verifier.Ask(Query), Origin).Info.Text);

    [Fact]
    public void Attack_15_an_answer_made_for_another_origin_question_or_key_is_refused()
    {
        var elsewhere = Question with { Origin = "https://attacker.example" };
        var other = IsoMdocQuestion.Of(Verifier.Ask(Query) with { Nonce = "another" }, Origin);
        var foreignKey = new TestVerifier(seed: 30).Ask(Query);

        Assert.Null(Check(Question, Answer(Question)).Error);
        Refusal.Is(PresentationErrors.InvalidResponse, Check(Question, Answer(elsewhere)));
        Refusal.Is(PresentationErrors.InvalidResponse, Check(Question, Answer(other)));
        Refusal.Is(PresentationErrors.InvalidResponse, Check(Question, Answer(IsoMdocQuestion.Of(foreignKey, Origin))));
        // The device signed for another origin, and somebody encrypted its answer anew for this one.
        var stolen = PresentationResponse.Present(elsewhere, PresentationResponse.Choose(Query, Mdocs).Expect(), Keys.Now).Expect();
        Refusal.Is(ErrorCodes.DeviceAuthentication, Check(Question, DigitalCredentialAnswer.Of(Question, stolen, Keys.Random(5))));
    }

    [Fact]
    public void A_signature_over_another_origin_or_by_a_stranger_is_refused()
    {
        var signed = Question.ToData(Verifier.SignerFor(Verifier.ClientId));
        var stranger = new TestVerifier(seed: 30);

        Assert.Null(Open(signed).Error);
        Refusal.Is(ErrorCodes.ReaderAuthentication, Open(signed, Rules with { Origin = "https://attacker.example" }));
        Refusal.Is(ErrorCodes.UntrustedChain, Open(Question.ToData(stranger.SignerFor(stranger.ClientId))));
        Refusal.Is(ErrorCodes.ReaderAuthentication, Open(Question.ToData(Verifier.SignerFor(Verifier.ClientId) with { Key = Keys.New(99) })));
    }

    [Fact]
    public void A_request_that_only_half_is_signed_is_refused()
    {
        var signer = Verifier.SignerFor(Verifier.ClientId);
        var both = DeviceRequest.Parse(Base64Url.Decode((string)Question.ToData(signer)["deviceRequest"]!).Expect()).Expect();
        var unsigned = DeviceRequest.Parse(Base64Url.Decode((string)Question.ToData(null)["deviceRequest"]!).Expect()).Expect();
        var mixed = Question.ToData(signer);
        mixed["deviceRequest"] = Base64Url.Encode(new DeviceRequest([both.Documents[0], unsigned.Documents[1]]).ToItem().Encoded.Span);

        Refusal.Is(ErrorCodes.ReaderAuthentication, Open(mixed));
    }

    [Fact]
    public void What_a_device_request_cannot_say_is_not_asked_by_one()
    {
        var licence = Query.Credentials[0];
        DcqlQuery[] unsayable =
        [
            TestVerifier.Query,
            Query with { CredentialSets = [new CredentialSetQuery([["licence"], ["permit"]])] },
            new([licence with { Claims = [new ClaimQuery(ClaimPath.Of(Licence, "family_name")) { Values = [JsonValue.Create("Mustermann")] }] }]),
            new([licence with { TrustedAuthorities = [new TrustedAuthorityQuery("aki", ["s9tIpPmhxdiuNkHMEWNpYim8S8Y"])] }]),
            new([licence with { Multiple = true }]),
            new([licence with { Claims = [] }]),
            new([licence, licence with { Id = "again" }]),
        ];

        Assert.True(IsoMdocQuestion.CanAsk(Query));
        Assert.All(unsayable, query => Assert.False(IsoMdocQuestion.CanAsk(query)));
    }

    [Fact]
    public void Documents_that_nobody_asked_for_or_twice_are_refused_and_none_is_a_no()
    {
        var licence = Question with { Query = new DcqlQuery([Query.Credentials[0]]) };

        Refusal.Is(PresentationErrors.UnknownQuery, licence.Open(Answer(Question), Verifier.Decryption));
        Refusal.Is(PresentationErrors.PresentationCount, Question.Open(Answer(Question, repeat: 2), Verifier.Decryption));
        Assert.IsType<WalletAnswer.Declined>(Question.Open(Answer(Question, repeat: 0), Verifier.Decryption).Expect());
        Refusal.Is(PresentationErrors.InvalidResponse, Question.Open(new JsonObject { ["error"] = "access_denied" }, Verifier.Decryption));
    }

    [Theory]
    [InlineData("""{}""", PresentationErrors.InvalidRequest)]
    [InlineData("""{"deviceRequest":"AA"}""", PresentationErrors.InvalidRequest)]
    [InlineData("""{"deviceRequest":"oA","encryptionInfo":"oA"}""", ErrorCodes.Malformed)]
    [InlineData("""{"deviceRequest":"=","encryptionInfo":"="}""", ErrorCodes.Base64Url)]
    public void A_malformed_request_is_refused(string data, string code)
        => Refusal.Is(code, IsoMdocRequest.Open(Encoding.UTF8.GetBytes(data), Rules));

    [Fact]
    public void Only_pages_over_https_are_answered()
        => Refusal.Is(PresentationErrors.InvalidRequest, Open(Question.ToData(null), Rules with { Origin = "http://verifier.example" }));

    [Fact]
    public void The_published_requests_are_read_and_the_published_answer_is_opened()
    {
        var published = Vectors.Read("mdoc/iso18013-7.json")["annex_c"]!.AsArray();
        var (first, second) = (published[0]!, published[1]!);
        var key = Convert.FromHexString((string)first["recipient_private_key_hex"]!);

        var question = OpenPublished(first).Expect().Question;
        var answer = question.Open(new JsonObject { ["response"] = (string)first["encrypted_response_base64url"]! }, PrivateKey(key, question.Info.RecipientKey));

        var asked = Assert.Single(question.Query.Credentials);
        Assert.Equal(("org.iso.18013.5.1.mDL", "age_over_18"), (asked.DocumentType, asked.Claims[0].Path.Steps[1].Name));
        // The example holds no document: the wallet shows nothing.
        Assert.IsType<WalletAnswer.Declined>(answer.Expect());
        // The other one is signed by a reader nobody here trusts; that it brings its own root along does not help.
        Refusal.Is(ErrorCodes.CertificateChain, OpenPublished(second));
        Assert.Contains("root", OpenPublished(second).Error!.Detail, StringComparison.Ordinal);
    }

    private static DecryptionKey PrivateKey(byte[] secret, JsonWebKey publicKey)
    {
        var parameters = publicKey.ToParameters();
        parameters.D = secret;
        return new DecryptionKey(System.Security.Cryptography.ECDiffieHellman.Create(parameters));
    }

    private static Checked<IsoMdocRequest> OpenPublished(JsonNode example) => Open(
        new JsonObject { ["deviceRequest"] = (string)example["device_request_base64url"]!, ["encryptionInfo"] = (string)example["encryption_info_base64url"]! },
        Rules with { Origin = (string)example["origin"]! });

    private static Checked<IsoMdocRequest> Open(JsonObject data, DigitalCredentialRules? rules = null) => IsoMdocRequest.Open(StrictJson.Write(data), rules ?? Rules);

    private static JsonObject Answer(IsoMdocQuestion question, int repeat = 1)
    {
        var token = PresentationResponse.Present(question, PresentationResponse.Choose(question.Query, Mdocs).Expect(), Keys.Now).Expect();
        return DigitalCredentialAnswer.Of(question, new JsonObject(token.Select(pair => KeyValuePair.Create<string, JsonNode?>(
            pair.Key, new JsonArray([.. Enumerable.Repeat((string)pair.Value![0]!, repeat)])))), Keys.Random(5));
    }

    private static Checked<List<CheckedCredential>> Check(IsoMdocQuestion question, JsonObject data) => question.Open(data, Verifier.Decryption)
        .Then(answer => PresentationCheck.Verify((WalletAnswer.Shown)answer, new PresentationRules(question, (_, _) => throw new InvalidOperationException(), Keys.Now)
        {
            MdocTrust = (_, headers) => MdocTrust.By(new ChainRules([Issuer.Root], CertificateRole.CredentialIssuer, Keys.Now))(headers),
        }));
}
