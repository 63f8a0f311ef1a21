using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Protocols.OpenId4Vc.Registration;
using Modellstadt.Protocols.OpenId4Vc.Tests.Authorization;

namespace Modellstadt.Protocols.OpenId4Vc.Tests;

/// <summary>Whatever a stranger sends, a parser answers with a value or a refusal that names code, clause and detail; it never throws.</summary>
public sealed class ParserPropertyTests
{
    private const string Issuer = "https://issuer.example/town";

    private static readonly TestVerifier Verifier = new();
    private static readonly RequestObject Request = Verifier.Ask();
    private static readonly DigitalCredentialQuestion BrowserQuestion = DigitalCredentialQuestion.Of(Request, "https://verifier.example");
    private static readonly DigitalCredentialRules BrowserRules = new("https://verifier.example", [Verifier.Root], Keys.Now);
    private static readonly TestWalletProvider Provider = new();
    private static readonly TestRegistrar Registrar = new();
    private static readonly RegistrationCertificate Registered = new("LEIXG-1", "Town", Keys.Now, [new RegisteredCredential(CredentialQuery.SdJwtFormat, ["v"], [ClaimPath.Of("c")])]);
    private static readonly VerifierAttestation Attestation = new(Issuer, "verifier.example", Keys.New(2).PublicKey, Keys.Now.AddHours(1)) { ResponseAddresses = ["https://verifier.example/answers/1"] };
    private static readonly PresentationRequestRules Unsigned = new("redirect_uri:https://verifier.example/answers/1", [], Keys.Now) { AllowsUnsignedRequests = true };
    private static readonly Transaction Declaration = Transaction.Create(TransactionType.Declaration.Name, ["card"], new Dictionary<string, string> { ["statement_de"] = "Ja.", ["statement_en"] = "Yes." });
    private static readonly WalletAttestation Attested = new("https://wallet.example", Keys.New(1).PublicKey, Keys.Now.AddHours(1)) { WalletName = "w" };

    private static readonly Dictionary<string, (JsonObject Valid, Func<byte[], ProtocolError?> Parse)> Messages = new()
    {
        ["credential offer"] = (JsonNode.Parse("""{"credential_issuer":"https://issuer.example/town","credential_configuration_ids":["permit"],"grants":{"authorization_code":{"issuer_state":"s"},"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"c","authorization_server":"a","tx_code":{"input_mode":"text","length":6,"description":"d"}}}}""")!.AsObject(), bytes => CredentialOfferObject.Parse(bytes).Error),
        ["issuer metadata"] = (IssuerMetadata(), bytes => CredentialIssuerMetadata.Parse(bytes, Issuer).Error),
        ["server metadata"] = (new AuthorizationServerMetadata(Issuer, new Uri($"{Issuer}/token")).ToJson(), bytes => AuthorizationServerMetadata.Parse(bytes, Issuer).Error),
        ["token response"] = (new TokenResponse("t", TimeSpan.FromMinutes(1)).ToJson(), bytes => TokenResponse.Parse(bytes).Error),
        ["pushed request"] = (new PushedRequest(PushedRequest.Prefix + "x", TimeSpan.FromMinutes(1)).ToJson(), bytes => PushedRequest.Parse(bytes).Error),
        ["credential request"] = (new CredentialRequest(["p", "q"]) { ConfigurationId = "permit" }.ToJson(), bytes => CredentialRequest.Parse(bytes, 10).Error),
        ["credential response"] = (new CredentialResponse(["a", "b"]).ToJson(), bytes => CredentialResponse.Parse(bytes, 10).Error),
        ["DCQL query"] = (JsonNode.Parse("""{"credentials":[{"id":"a","format":"dc+sd-jwt","multiple":true,"meta":{"vct_values":["v"]},"trusted_authorities":[{"type":"aki","values":["k"]}],"claims":[{"id":"x","path":["p",null,0],"values":["v",1,true]}],"claim_sets":[["x"]]},{"id":"m","format":"mso_mdoc","meta":{"doctype_value":"d"},"claims":[{"path":["n","e"]}]}],"credential_sets":[{"options":[["a"],["m"]],"required":false}]}""")!.AsObject(), bytes => StrictJson.ParseObject(bytes).Then(json => DcqlQuery.Parse(json)).Error),
        ["unsigned question through the browser"] = (BrowserQuestion.ToUnsigned(), bytes => DigitalCredentialRequest.Open(DigitalCredentialProtocols.Unsigned, bytes, BrowserRules).Error),
        ["signed question through the browser"] = (BrowserQuestion.ToSigned(Verifier.SignerFor(Verifier.ClientId)), bytes => DigitalCredentialRequest.Open(DigitalCredentialProtocols.Signed, bytes, BrowserRules).Error),
        ["question through the browser signed by several"] = (BrowserQuestion.ToMultiSigned([Verifier.SignerFor(Verifier.ClientId)]), bytes => DigitalCredentialRequest.Open(DigitalCredentialProtocols.MultiSigned, bytes, BrowserRules).Error),
        ["question in the words of Annex C"] = (IsoMdocQuestion.Of(Verifier.Ask(new DcqlQuery([CredentialQuery.Mdoc("m", "d", "n", ["e"])])), "https://verifier.example").ToData(null), bytes => IsoMdocRequest.Open(bytes, BrowserRules).Error),
        ["receipt of a post"] = (new JsonObject { ["redirect_uri"] = "https://verifier.example/cb" }, bytes => PostReceipt.Parse(bytes).Error),
        ["wallet answer"] = (JsonNode.Parse("""{"vp_token":{"card":["x~"]},"state":"state-1"}""")!.AsObject(), bytes => StrictJson.ParseObject(bytes).Then(json => WalletAnswer.Read(json, Request)).Error),
        ["wallet metadata"] = (new JsonObject { ["jwks"] = new JsonObject { ["keys"] = new JsonArray(Keys.New(1).PublicKey.ToJson()) }, ["client_id_prefixes_supported"] = new JsonArray("x509_hash") }, bytes => WalletMetadata.Parse(System.Text.Encoding.UTF8.GetString(bytes)).Error),
        ["transaction data"] = (StrictJson.ParseObject(Base64Url.Decode(Declaration.Encoded).Expect()).Expect(), bytes => Transaction.Parse(new JsonArray(Base64Url.Encode(bytes)), TestVerifier.Query, [TransactionType.Declaration]).Error),
        ["wallet's no"] = (JsonNode.Parse("""{"error":"access_denied","error_description":"d","state":"state-1"}""")!.AsObject(), bytes => StrictJson.ParseObject(bytes).Then(json => WalletAnswer.Read(json, Request)).Error),
    };

    private static readonly Dictionary<string, (string Valid, Func<string, ProtocolError?> Parse)> Texts = new()
    {
        ["offer link"] = ("openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fissuer.example%2Foffers%2F1", text => CredentialOfferLink.Parse(text).Error),
        ["token request"] = (new TokenRequest("a+b&c", "123456").ToForm(), text => TokenGrant.Parse(text, Issuer).Error),
        ["code for a token"] = (new CodeTokenRequest("c", "https://wallet.example/cb", new string('v', 43)) { ClientId = "w", Details = ["permit"] }.ToForm(), text => TokenGrant.Parse(text, Issuer).Error),
        ["authorization request"] = (AuthorizationRequestTests.Honest.ToForm(), text => FormParameters.Parse(text).Then(form => AuthorizationRequest.Parse(form, Issuer)).Error),
        ["authorization response"] = (new AuthorizationResponse(Issuer, "s") { Code = "c" }.AddressAt("https://wallet.example/cb"), text => Uri.TryCreate(text, UriKind.Absolute, out var address) ? AuthorizationResponse.Parse(address, Issuer, "s").Error : DpopProof.Check(text, DpopProofTests.Rules).Error),
        ["DPoP proof"] = (DpopProof.Create(Keys.New(1), DpopProofTests.Rules, "n", Keys.Random(4)), text => DpopProof.Check(text, DpopProofTests.Rules).Error),
        ["key proof"] = (HolderKeyProof.Create(Keys.New(1), Issuer, "n", Keys.Now), text => KeyProofs.Check([text], new KeyProofRules(Issuer, Keys.Now)).Error),
        ["wallet attestation"] = (Attested.Sign(Provider.Key, Provider.X5c), text => WalletAttestation.Verify(text, new WalletAttestationRules(Provider.Trust, Keys.Now)).Error),
        ["proof of a wallet attestation"] = (new WalletAttestationProof("j", Keys.Now, "c").Sign(Keys.New(1), Issuer), text => WalletAttestationProof.Verify(text, Attested, new WalletAttestationProofRules(Issuer, Keys.Now)).Error),
        ["key attestation"] = (new KeyAttestation([Keys.New(1).PublicKey], Keys.Now) { Nonce = "n", KeyStorage = [AttackPotential.Basic] }.Sign(Provider.Key, Provider.X5c), text => KeyAttestation.Verify(text, new KeyAttestationRules(Provider.Trust, Keys.Now)).Error),
        ["registration certificate"] = (Registered.Sign(Registrar.Key, Registrar.X5c), text => RegistrationCheck.Verify(text, new RegistrationRules([Registrar.Root], Registrar.Access("LEIXG-1"), Keys.Now)).Error),
        ["verifier attestation"] = (Attestation.Sign(Keys.New(1)), text => VerifierAttestation.Verify(text, new Dictionary<string, VerificationKey> { [Issuer] = VerificationKey.Import(Keys.New(1).PublicKey) }, Keys.Now).Error),
        ["presentation link"] = ("openid4vp://?client_id=x509_hash%3Aa&request_uri=https%3A%2F%2Fverifier.example%2F1&request_uri_method=post", text => PresentationLink.Parse(text).Error),
        ["question in a link"] = ($"openid4vp://?{(Request with { ClientId = Unsigned.ClientId }).ToLinkParameters()}", text => PresentationLink.Parse(text).Then(link => PresentationRequest.OpenUnsigned(link, Unsigned)).Error),
        ["request object"] = (Verifier.Sign(), text => PresentationRequest.Open(text, Verifier.Rules).Error),
        ["encrypted answer"] = (PresentationResponse.Encrypt(Request, new JsonObject { ["card"] = new JsonArray("x~") }, Keys.Random(3)), text => WalletAnswer.Open(text, Verifier.Decryption, Request).Error),
        ["copy of a credential"] = (Copy(), text => ReceivedCopies.Check([text], [Keys.New(2).PublicKey], new ReceivedCopyRules(Issuer, "v", _ => VerificationKey.Import(Keys.New(1).PublicKey), Keys.Now)).Error),
    };

    public static TheoryData<string> MessageNames => [.. Messages.Keys];

    public static TheoryData<string> TextNames => [.. Texts.Keys];

    [Theory, MemberData(nameof(MessageNames))]
    public void A_valid_message_is_read(string name) => Assert.Null(Messages[name].Parse(StrictJson.Write(Messages[name].Valid)));

    [Theory, MemberData(nameof(MessageNames))]
    public void Random_bytes_never_throw(string name)
        => Gen.Byte.Array[0, 200].Sample(bytes => IsRefused(Messages[name].Parse(bytes)), iter: 500);

    [Theory, MemberData(nameof(MessageNames))]
    public void A_message_with_changed_bytes_never_throws(string name)
        => Mutation.OfBytes(StrictJson.Write(Messages[name].Valid)).Sample(bytes => IsValueOrRefusal(Messages[name].Parse(bytes)), iter: 3_000);

    [Theory, MemberData(nameof(MessageNames))]
    public void A_message_with_members_of_other_types_never_throws(string name)
        => Mutation.OfJson(Messages[name].Valid).Sample(json => IsValueOrRefusal(Messages[name].Parse(StrictJson.Write(json))), iter: 3_000);

    [Theory, MemberData(nameof(TextNames))]
    public void A_valid_text_is_read(string name) => Assert.Null(Texts[name].Parse(Texts[name].Valid));

    [Theory, MemberData(nameof(TextNames))]
    public void Random_text_never_throws(string name)
        => Gen.String.Sample(text => IsValueOrRefusal(Texts[name].Parse(text)), iter: 500);

    [Theory, MemberData(nameof(TextNames))]
    public void A_changed_text_never_throws(string name)
        => Mutation.OfText(Texts[name].Valid).Sample(text => IsValueOrRefusal(Texts[name].Parse(text)), iter: 500);

    [Fact]
    public void A_signed_question_with_members_of_other_types_never_throws()
    {
        var payload = StrictJson.ParseObject(Base64Url.Decode(Verifier.Sign().Split('.')[1]).Expect()).Expect();
        var header = new JsonObject { ["typ"] = RequestObject.Type, ["x5c"] = Verifier.X5c.DeepClone() };

        Mutation.OfJson(payload).Sample(json => IsValueOrRefusal(PresentationRequest.Open(CompactJws.Sign(header, json, Verifier.Key), Verifier.Rules).Error), iter: 300);
    }

    [Fact]
    public void A_proof_with_members_of_other_types_never_throws()
    {
        var key = Keys.New(1);
        var proof = new JsonObject
        {
            ["header"] = new JsonObject { ["typ"] = KeyProofs.Type, ["jwk"] = key.PublicKey.ToJson() },
            ["payload"] = new JsonObject { ["aud"] = new JsonArray(Issuer), ["iat"] = Keys.Now.ToUnixTimeSeconds(), ["nonce"] = "n" },
        };

        Mutation.OfJson(proof).Sample(json => IsValueOrRefusal(
            KeyProofs.Check([CompactJws.Sign(json.Object("header") ?? [], json.Object("payload") ?? [], key)], new KeyProofRules(Issuer, Keys.Now)).Error), iter: 1_000);
    }

    [Fact]
    public void Any_claims_can_be_matched_with_any_query()
    {
        var claims = JsonNode.Parse("""{"p":[{"x":1},{"x":[null,"v"]}],"n":{"e":true}}""")!.AsObject();
        var query = JsonNode.Parse("""{"credentials":[{"id":"a","format":"dc+sd-jwt","meta":{"vct_values":["v"]},"claims":[{"path":["p",null,"x"],"values":["v",1]},{"path":["n","e"]}]}]}""")!.AsObject();

        Gen.Select(Mutation.OfJson(claims), Mutation.OfJson(query)).Sample((some, asked) =>
            !DcqlQuery.Parse(asked).TryGetValue(out var parsed, out _) || IsValueOrRefusal(CredentialMatch.Of(parsed.Credentials[0], some).Error), iter: 2_000);
    }

    private static bool IsRefused(ProtocolError? error) => error is { Code.Length: > 0, Clause.Length: > 0, Detail.Length: > 0 };

    private static bool IsValueOrRefusal(ProtocolError? error) => error is null || IsRefused(error);

    private static JsonObject IssuerMetadata()
    {
        var permit = CredentialConfiguration.SdJwtVc("permit", "v") with { Display = [new DisplayText("n", "de")], Claims = [new ClaimDescription(ClaimPath.Of("c"), [new DisplayText("c", "de")], true)] };
        return new CredentialIssuerMetadata(Issuer, new Uri($"{Issuer}/credential"), [permit])
        {
            NonceEndpoint = new Uri($"{Issuer}/nonce"), BatchSize = 10, Display = [new DisplayText("i", "de")], AuthorizationServers = [Issuer],
        }.ToJson();
    }

    private static string Copy()
    {
        var claims = new JsonObject { ["iss"] = Issuer, ["vct"] = "v", ["exp"] = Keys.Now.AddDays(1).ToUnixTimeSeconds(), ["plate"] = "GE-AB 123" };
        return SdJwtIssuer.Issue(new SdJwtContents(claims) { HolderKey = Keys.New(2).PublicKey }, Keys.New(1), Keys.Random(4));
    }
}
