using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Presentation;

/// <summary>Verifying what a wallet has shown (OpenID4VP 1.0 §8.6, §14.1; RFC 9901 §7.3).</summary>
public sealed class PresentationCheckTests
{
    private const string CardType = "urn:example:card:1";

    private static readonly TestVerifier Verifier = new();
    private static readonly TestIssuer Issuer = new("Test card office", Keys.Now, Keys.Random(1));
    private static readonly PresentableCredential Card = Issue(CardType);

    [Fact]
    public void A_presentation_that_holds_yields_exactly_the_claims_asked_for()
    {
        var checkedCard = Assert.Single(Check(Verifier.Ask(), ("card", Present(Verifier.Ask()))).Expect());

        Assert.Equal(("card", CardType), (checkedCard.QueryId, checkedCard.CredentialType));
        Assert.Equal("""{"given_name":"Erika"}""", checkedCard.Claims.ToJsonString());
        Assert.Equal(Issuer.StatusListAddress.OriginalString, checkedCard.Status!.Uri);
        Assert.Equal(Issuer.Root.RawData, checkedCard.Issuer.Anchor.RawData);
    }

    [Theory]
    [InlineData("another-nonce", null, 0, ErrorCodes.KeyBindingNonce)]
    [InlineData(null, "x509_hash:another", 0, ErrorCodes.KeyBindingAudience)]
    [InlineData(null, null, -301, ErrorCodes.KeyBindingTime)]
    [InlineData(null, null, 61, ErrorCodes.KeyBindingTime)]
    public void A_key_binding_is_for_this_question_and_this_time(string? nonce, string? audience, int seconds, string code)
    {
        var request = Verifier.Ask();
        var binding = new KeyBinding(audience ?? request.ClientId, nonce ?? request.Nonce, Keys.Now.AddSeconds(seconds));
        var presentation = SdJwtHolder.Present(Card.SdJwt, [ClaimPath.Of("given_name")], binding, Card.HolderKey!).Expect();

        Refusal.Is(code, Check(request, ("card", presentation)));
    }

    [Fact]
    public void A_presentation_without_key_binding_is_refused_unless_the_question_does_without()
    {
        var selection = SdJwtHolder.Select(Card.SdJwt, [ClaimPath.Of("given_name")]).Expect();
        var relaxed = Verifier.Ask(new DcqlQuery([TestVerifier.Query.Credentials[0] with { RequiresHolderBinding = false }]));

        Refusal.Is(ErrorCodes.KeyBindingMissing, Check(Verifier.Ask(), ("card", selection)));
        Assert.Null(Check(relaxed, ("card", selection)).Error);
    }

    [Fact]
    public void A_key_binding_that_nobody_asked_for_must_hold_all_the_same()
    {
        var relaxed = Verifier.Ask(new DcqlQuery([TestVerifier.Query.Credentials[0] with { RequiresHolderBinding = false }]));

        Assert.Null(Check(relaxed, ("card", Present(relaxed))).Error);
        Refusal.Is(ErrorCodes.KeyBindingNonce, Check(relaxed, ("card", Present(relaxed with { Nonce = "another" }))));
    }

    [Fact]
    public void A_credential_of_an_authority_that_was_not_asked_for_is_refused_although_it_is_trusted()
    {
        var authority = TrustedAuthorities.KeyIdentifierOf(X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)Card.SdJwt.IssuerJwt.Header["x5c"]![0]!)))!;

        Assert.Null(Check(AskFor(authority), ("card", Bind(Card, AskFor(authority)))).Error);
        Refusal.Is(PresentationErrors.QueryNotSatisfied, Check(AskFor("s9tIpPmhxdiuNkHMEWNpYim8S8Y"), ("card", Bind(Card, AskFor("s9tIpPmhxdiuNkHMEWNpYim8S8Y")))));

        static RequestObject AskFor(string authority) =>
            Verifier.Ask(new DcqlQuery([TestVerifier.Query.Credentials[0] with { TrustedAuthorities = [new TrustedAuthorityQuery("aki", [authority])] }]));
    }

    [Fact]
    public void Another_key_than_the_holder_s_binds_nothing()
    {
        var request = Verifier.Ask();
        var stolen = Present(request, Card with { HolderKey = Keys.New(77) });

        Refusal.Is(ErrorCodes.Signature, Check(request, ("card", stolen)));
    }

    [Fact]
    public void A_credential_of_another_type_or_issuer_is_refused()
    {
        var request = Verifier.Ask();
        var other = Issue("urn:example:library-card:1");
        var foreign = new TestIssuer("Stranger", Keys.Now, Keys.Random(2)).Issue(CardType, Claims, Keys.Now.AddDays(30));

        Refusal.Is(ErrorCodes.CredentialType, Check(request, ("card", Bind(other, request))));
        Refusal.Is(ErrorCodes.UntrustedChain, Check(request, ("card", Bind(foreign, request))));
    }

    [Fact]
    public void An_expired_credential_is_refused()
    {
        var request = Verifier.Ask();

        Refusal.Is(ErrorCodes.Expired, Check(request, ("card", Bind(Issuer.Issue(CardType, Claims, Keys.Now.AddHours(-1)), request))));
    }

    [Fact]
    public void A_credential_without_the_claims_asked_for_is_refused()
    {
        var request = Verifier.Ask(DcqlQuery.ForSdJwt("card", CardType, "given_name", "shoe_size"));

        Refusal.Is(PresentationErrors.QueryNotSatisfied, Check(request, ("card", Bind(Card, request))));
    }

    [Fact]
    public void All_credentials_asked_for_must_be_shown()
    {
        var request = Verifier.Ask(new DcqlQuery([CredentialQuery.SdJwt("card", [CardType], ["given_name"]), CredentialQuery.SdJwt("permit", ["urn:example:permit:1"], [])]));

        Refusal.Is(PresentationErrors.QueryNotSatisfied, Check(request, ("card", Bind(Card, request))));
    }

    [Fact]
    public void A_format_that_cannot_be_verified_is_refused_as_such()
    {
        var request = Verifier.Ask(new DcqlQuery([new CredentialQuery("card", "jwt_vc_json")]));

        Refusal.Is(PresentationErrors.FormatsNotSupported, Check(request, ("card", Present(Verifier.Ask()))));
    }

    [Fact]
    public void The_published_presentation_holds_at_its_time_for_its_verifier()
    {
        var published = Vectors.Read("openid4vp/tokens.json")["sd_jwt_vcld"]!;

        var verified = VerifyPublished(published).Expect();

        Assert.True(JsonNode.DeepEquals(published["verified_payload"], verified.Claims), verified.Claims.ToJsonString());
    }

    [Fact]
    public void The_published_presentation_is_refused_elsewhere_later_and_with_other_disclosures()
    {
        var published = Vectors.Read("openid4vp/tokens.json")["sd_jwt_vcld"]!;
        var parts = ((string)published["presentation"]!).Split('~');
        var issued = ((string)published["sd_jwt"]!).Split('~');
        var removed = string.Join('~', parts.Where((_, number) => number != 1));
        var added = string.Join('~', [.. parts[..^1], issued.First(part => part.Length > 0 && !parts.Contains(part)), parts[^1]]);

        Refusal.Is(ErrorCodes.KeyBindingAudience, VerifyPublished(published, audience: "https://another.example"));
        Refusal.Is(ErrorCodes.KeyBindingNonce, VerifyPublished(published, nonce: "another"));
        Refusal.Is(ErrorCodes.KeyBindingTime, VerifyPublished(published, seconds: 301));
        Refusal.Is(ErrorCodes.KeyBindingHash, VerifyPublished(published, removed));
        Refusal.Is(ErrorCodes.KeyBindingHash, VerifyPublished(published, added));
    }

    private static JsonObject Claims => new() { ["given_name"] = "Erika", ["birthdate"] = "1964-08-12" };

    private static PresentableCredential Issue(string type) => Issuer.Issue(type, Claims, Keys.Now.AddDays(30));

    private static string Present(RequestObject request, PresentableCredential? card = null) =>
        (string)PresentationResponse.Present(request, new Dictionary<string, PresentableCredential> { ["card"] = card ?? Card }, Keys.Now).Expect()["card"]![0]!;

    /// <summary>Shows everything, whatever was asked.</summary>
    private static string Bind(PresentableCredential card, RequestObject request) =>
        SdJwtHolder.Present(card.SdJwt, [ClaimPath.Of("given_name")], new KeyBinding(request.ClientId, request.Nonce, Keys.Now), card.HolderKey!).Expect();

    private static Checked<List<CheckedCredential>> Check(RequestObject request, params (string Id, string Presentation)[] shown)
    {
        var answer = new WalletAnswer.Shown(shown.ToDictionary(each => each.Id, each => (IReadOnlyList<string>)[each.Presentation]));
        var anchors = new ChainRules([Issuer.Root], CertificateRole.CredentialIssuer, Keys.Now);
        return PresentationCheck.Verify(answer, new PresentationRules(request, (_, jwt) => CertificateChains.Validate(jwt, anchors), Keys.Now));
    }

    private static Checked<VerifiedCredential> VerifyPublished(JsonNode published, string? presentation = null, string? audience = null, string? nonce = null, int seconds = 0)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds((long)published["verification_time"]!).AddSeconds(seconds);
        var rules = new SdJwtVcRules(at, CredentialTypes: null)
        {
            KeyBinding = new KeyBindingRules(audience ?? (string)published["expected_aud"]!, nonce ?? (string)published["expected_nonce"]!),
        };
        return SdJwtVc.Verify(presentation ?? (string)published["presentation"]!, _ => VerificationKey.Import(Keys.Public(published["issuer_jwk"]!)), rules);
    }
}
