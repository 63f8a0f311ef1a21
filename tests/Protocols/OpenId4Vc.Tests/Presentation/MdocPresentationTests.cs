using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Presentation;

/// <summary>mdocs in OpenID4VP 1.0 (Appendix B.2): from the question to the checked elements. Attack 15: an answer to another question.</summary>
public sealed class MdocPresentationTests
{
    private const string PermitType = "org.example.permit.1";

    private static readonly TestVerifier Verifier = new();
    private static readonly TestIssuer Issuer = new("Test permit office", Keys.Now, Keys.Random(31));
    private static readonly TestIssuer OtherIssuer = new("Another office", Keys.Now, Keys.Random(32));
    private static readonly PresentableMdoc Permit = Issue(Issuer);
    private static readonly DcqlQuery Query = new([CredentialQuery.Mdoc("permit", PermitType, PermitType, ["plate"])]);

    [Fact]
    public void An_mdoc_that_holds_yields_exactly_the_elements_asked_for()
    {
        var permit = Assert.Single(Check(Ask(), Present(Ask())).Expect());
        Assert.Equal(("permit", PermitType), (permit.QueryId, permit.CredentialType));
        Assert.Equal("""{"org.example.permit.1":{"plate":"MS-AB 123"}}""", permit.Claims.ToJsonString());
        Assert.Equal(Issuer.StatusListAddress.OriginalString, permit.Status!.Uri);
        Assert.Equal(Issuer.Root.RawData, permit.Issuer.Anchor.RawData);
    }

    [Fact]
    public void The_wallet_sends_no_element_that_was_not_asked_for()
    {
        var document = Assert.Single(DeviceResponse.ParseText(Present(Ask())).Expect().Documents);
        Assert.Equal(["plate"], document.IssuerSigned.NameSpaces.SelectMany(space => space.Value).Select(item => item.Identifier));
    }

    [Fact]
    [Oidf("VP1FinalVerifierInvalidSessionTranscript")]
    public void An_answer_counts_for_its_question_only()
    {
        var presentation = Present(Ask());
        Assert.Null(Check(Ask(), presentation).Error);
        Refusal.Is(ErrorCodes.DeviceAuthentication, Check(Ask() with { Nonce = "another" }, presentation));
        Refusal.Is(ErrorCodes.DeviceAuthentication, Check(Ask() with { ClientId = "x509_hash:another" }, presentation));
        Refusal.Is(ErrorCodes.DeviceAuthentication, Check(Ask() with { ResponseUri = new Uri("https://verifier.example/answers/2") }, presentation));
        Refusal.Is(ErrorCodes.DeviceAuthentication, Check(Ask() with { Encryption = null }, presentation));
        Refusal.Is(ErrorCodes.DeviceAuthentication, Check(DigitalCredentialQuestion.Of(Ask(), "https://verifier.example"), presentation));
    }

    [Fact]
    [Oidf("VP1FinalVerifierInvalidSessionTranscript")]
    public void An_answer_through_the_browser_counts_for_its_origin_only()
    {
        var question = DigitalCredentialQuestion.Of(Ask(), "https://verifier.example");
        var presentation = Present(question);
        Assert.Null(Check(question, presentation).Error);
        Refusal.Is(ErrorCodes.DeviceAuthentication, Check(question with { Origin = "https://other.example" }, presentation));
    }

    [Fact]
    public void Another_type_of_document_answers_nothing()
    {
        var other = new DcqlQuery([CredentialQuery.Mdoc("permit", "org.example.citizen.1", PermitType, ["plate"])]);
        Refusal.Is(ErrorCodes.CredentialType, Permit.Match(other.Credentials[0]));
        Refusal.Is(ErrorCodes.CredentialType, Check(Ask(other), Present(Ask())));
        Refusal.Is(ErrorCodes.CredentialType, Permit.Match(CredentialQuery.SdJwt("permit", [PermitType], ["plate"])));
    }

    [Fact]
    public void Without_trust_in_the_signer_nothing_is_accepted()
    {
        var foreign = (string)PresentationResponse.Present(Ask(), new Dictionary<string, Presentable> { ["permit"] = Issue(OtherIssuer) }, Keys.Now).Expect()["permit"]![0]!;
        Refusal.Is(ErrorCodes.UntrustedChain, Check(Ask(), foreign));
        var answer = new WalletAnswer.Shown(new Dictionary<string, IReadOnlyList<string>> { ["permit"] = [Present(Ask())] });
        Refusal.Is(ErrorCodes.UntrustedIssuer, PresentationCheck.Verify(answer, new PresentationRules(Ask(), (_, _) => throw new NotSupportedException(), Keys.Now)));
    }

    [Fact]
    public void A_value_that_was_demanded_must_be_there()
    {
        DcqlQuery Demanding(string plate) => new([Query.Credentials[0] with { Claims = [Query.Credentials[0].Claims[0] with { Values = [JsonValue.Create(plate)] }] }]);
        Assert.Null(Check(Ask(Demanding("MS-AB 123")), Present(Ask(Demanding("MS-AB 123")))).Error);
        Refusal.Is(PresentationErrors.QueryNotSatisfied, Permit.Match(Demanding("MS-AB 124").Credentials[0]));
        Refusal.Is(PresentationErrors.QueryNotSatisfied, Check(Ask(Demanding("MS-AB 124")), Present(Ask())));
    }

    [Fact]
    public void An_authority_that_was_named_must_have_signed()
    {
        DcqlQuery From(TestIssuer issuer)
        {
            var signer = CoseCertificates.Read(Issue(issuer).Issued.IssuerAuth.Headers).Expect();
            var identifier = TrustedAuthorities.KeyIdentifierOf(System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(signer[0].Span))!;
            return new([Query.Credentials[0] with { TrustedAuthorities = [new TrustedAuthorityQuery(TrustedAuthorityQuery.AuthorityKeyIdentifier, [identifier])] }]);
        }

        Assert.Null(Check(Ask(From(Issuer)), Present(Ask())).Error);
        Refusal.Is(PresentationErrors.QueryNotSatisfied, Check(Ask(From(OtherIssuer)), Present(Ask())));
        Refusal.Is(PresentationErrors.QueryNotSatisfied, Permit.Match(From(OtherIssuer).Credentials[0]));
    }

    [Fact]
    public void A_presentation_holds_one_document()
    {
        var document = MdocHolder.Sign(Permit.Issued, Ask().Transcript, Permit.DeviceKey).Expect();
        Assert.Null(Check(Ask(), DeviceResponse.WriteText(document)).Error);
        Refusal.Is(PresentationErrors.PresentationCount, Check(Ask(), DeviceResponse.WriteText(document, document)));
        Refusal.Is(PresentationErrors.PresentationCount, Check(Ask(), DeviceResponse.WriteText()));
    }

    [Fact]
    public void After_its_end_an_mdoc_is_refused()
        => Refusal.Is(ErrorCodes.Expired, Check(Ask(), Present(Ask()), Keys.Now.AddDays(31)));

    [Fact]
    public void A_question_names_the_algorithms_of_the_formats_it_asks_for()
    {
        var formats = Formats(Query);
        Assert.Equal("""{"issuerauth_alg_values":[-7,-9],"deviceauth_alg_values":[-7,-9]}""", formats["mso_mdoc"]!.ToJsonString());
        Assert.False(formats.ContainsKey("dc+sd-jwt"));
        Assert.False(Formats(TestVerifier.Query).ContainsKey("mso_mdoc"));
    }

    private static JsonObject Formats(DcqlQuery query)
        => DigitalCredentialQuestion.Of(Verifier.Ask(query), "https://verifier.example").ToUnsigned()["client_metadata"]!["vp_formats_supported"]!.AsObject();

    private static PresentableMdoc Issue(TestIssuer issuer)
        => issuer.IssueMdoc(PermitType, new Dictionary<string, string> { ["plate"] = "MS-AB 123", ["zone"] = "Kreuzviertel" }, Keys.Now.AddDays(30));

    private static RequestObject Ask(DcqlQuery? query = null) => Verifier.Ask(query ?? Query);

    private static string Present(WalletQuestion question)
        => (string)PresentationResponse.Choose(question.Query, [Permit]).Then(chosen => PresentationResponse.Present(question, chosen, Keys.Now)).Expect()["permit"]![0]!;

    private static Checked<List<CheckedCredential>> Check(WalletQuestion question, string presentation, DateTimeOffset? at = null)
    {
        var answer = new WalletAnswer.Shown(new Dictionary<string, IReadOnlyList<string>> { ["permit"] = [presentation] });
        var anchors = new ChainRules([Issuer.Root], CertificateRole.CredentialIssuer, at ?? Keys.Now);
        return PresentationCheck.Verify(answer, new PresentationRules(question, (_, jwt) => CertificateChains.Validate(jwt, anchors), at ?? Keys.Now)
        {
            MdocTrust = (_, headers) => CoseCertificates.Validate(headers, anchors),
        });
    }
}
