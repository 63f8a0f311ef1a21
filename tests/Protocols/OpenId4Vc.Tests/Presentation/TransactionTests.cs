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

/// <summary>What a person authorises by showing a credential (OpenID4VP 1.0 §8.4, Appendix B.3.3.1).</summary>
public sealed class TransactionTests
{
    private static readonly TestVerifier Verifier = new();
    private static readonly TestIssuer Issuer = new("Test card office", Keys.Now, Keys.Random(1));
    private static readonly PresentableCredential Card = Issuer.Issue("urn:example:card:1", new JsonObject { ["given_name"] = "Erika" }, Keys.Now.AddDays(30));
    private static readonly Transaction Application = Declare("card");

    private static readonly Dictionary<string, Action<JsonObject>> Changes = new()
    {
        ["another type"] = content => content["type"] = "urn:example:payment",
        ["no type"] = content => content.Remove("type"),
        ["an unknown member"] = content => content["amount"] = "10 EUR",
        ["a missing member"] = content => content.Remove("statement_de"),
        ["an empty member"] = content => content["statement_de"] = "",
        ["a member of another type"] = content => content["statement_de"] = 7,
        ["an endless member"] = content => content["statement_de"] = new string('a', 1_001),
        ["no credential"] = content => content["credential_ids"] = new JsonArray(),
        ["credentials that are no list"] = content => content["credential_ids"] = "card",
        ["a credential that is not asked for"] = content => content["credential_ids"] = new JsonArray("card", "passport"),
        ["an unknown hash"] = content => content["transaction_data_hashes_alg"] = new JsonArray("md5"),
        ["no hash"] = content => content["transaction_data_hashes_alg"] = new JsonArray(),
        ["a hash that is no list"] = content => content["transaction_data_hashes_alg"] = "sha-256",
    };

    public static IEnumerable<TheoryDataRow<string>> ChangeNames => Changes.Keys.Select(name => new TheoryDataRow<string>(name));

    [Fact]
    public void A_transaction_is_read_as_it_was_asked_and_its_hash_comes_back_in_the_key_binding()
    {
        var opened = Open(Verifier.Ask() with { Transactions = [Application] }).Expect().Request;

        var token = PresentationResponse.Present(opened, Chosen(Card), Keys.Now).Expect();

        Assert.Equal("Ich beantrage den Ausweis.", opened.Transactions[0].Content.Text("statement_de"));
        var binding = ParsedSdJwt.Parse((string)token["card"]![0]!).Expect().KeyBindingJwt!.Payload;
        Assert.Equal([Application.Hash("sha-256")], binding["transaction_data_hashes"]!.AsArray().Select(hash => (string)hash!));
        Assert.Equal("sha-256", binding.Text("transaction_data_hashes_alg"));
        Assert.Null(Check(opened, token).Error);
    }

    [Fact]
    public void The_hash_is_taken_over_the_text_in_the_request()
        => Assert.Equal(
            Base64Url.Encode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Application.Encoded))),
            Application.Hash(Transaction.DefaultHash));

    [Theory, MemberData(nameof(ChangeNames))]
    [Oidf("VP1FinalWalletUnknownTransactionDataType")]
    public void Transaction_data_that_a_wallet_does_not_understand_refuses_the_request(string name)
    {
        var content = StrictJson.ParseObject(Base64Url.Decode(Application.Encoded).Expect()).Expect();
        Changes[name](content);
        var changed = Application with { Encoded = Base64Url.Encode(StrictJson.Write(content)) };

        Assert.Null(Open(Verifier.Ask() with { Transactions = [Application] }).Error);
        Refusal.Is(PresentationErrors.InvalidTransaction, Open(Verifier.Ask() with { Transactions = [Application, changed] }));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[7]")]
    [InlineData("""["not base64url!"]""")]
    [InlineData("""["W10"]""")]
    public void Transaction_data_is_a_list_of_encoded_objects(string value)
        => Refusal.Is(PresentationErrors.InvalidTransaction, PresentationRequest.Open(Verifier.Sign(payload => payload["transaction_data"] = JsonNode.Parse(value)), Rules));

    [Fact]
    public void A_wallet_that_knows_no_types_refuses_every_transaction()
        => Refusal.Is(PresentationErrors.InvalidTransaction, PresentationRequest.Open(Verifier.Sign(Verifier.Ask() with { Transactions = [Application] }), Verifier.Rules));

    [Fact]
    public void A_credential_without_key_binding_authorises_nothing()
    {
        var relaxed = Verifier.Ask(new DcqlQuery([TestVerifier.Query.Credentials[0] with { RequiresHolderBinding = false }])) with { Transactions = [Application] };

        Refusal.Is(PresentationErrors.InvalidTransaction, Open(relaxed));
    }

    [Fact]
    public void Of_several_credentials_exactly_one_authorises()
    {
        var permit = Issuer.Issue("urn:example:permit:1", new JsonObject { ["plate"] = "GE-AB 123" }, Keys.Now.AddDays(30));
        var query = new DcqlQuery([TestVerifier.Query.Credentials[0], CredentialQuery.SdJwt("permit", ["urn:example:permit:1"], ["plate"])]);
        var request = Verifier.Ask(query) with { Transactions = [Declare("permit", "card"), Declare("card")] };

        var token = PresentationResponse.Present(request, new Dictionary<string, PresentableCredential> { ["card"] = Card, ["permit"] = permit }, Keys.Now).Expect();

        Assert.Equal((1, 1), (HashesIn(token, "card"), HashesIn(token, "permit")));
        Assert.Null(Check(request, token).Error);
    }

    [Fact]
    public void The_wallet_takes_a_hash_that_was_offered()
    {
        var content = StrictJson.ParseObject(Base64Url.Decode(Application.Encoded).Expect()).Expect();
        content["transaction_data_hashes_alg"] = new JsonArray("blake2s-256", "sha-512");
        var request = Open(Verifier.Ask() with { Transactions = [Application with { Encoded = Base64Url.Encode(StrictJson.Write(content)) }] }).Expect().Request;

        var token = PresentationResponse.Present(request, Chosen(Card), Keys.Now).Expect();

        Assert.Equal("sha-512", ParsedSdJwt.Parse((string)token["card"]![0]!).Expect().KeyBindingJwt!.Payload.Text("transaction_data_hashes_alg"));
        Assert.Null(Check(request, token).Error);
    }

    [Fact]
    public void An_answer_that_authorises_something_else_or_nothing_is_refused()
    {
        var request = Verifier.Ask() with { Transactions = [Application] };
        var other = Declare("card", german: "Ich beantrage zwei Ausweise.");

        Assert.Null(Check(request, Bind(request, Application.Hash("sha-256"))).Error);
        Refusal.Is(PresentationErrors.TransactionNotAuthorised, Check(request, Bind(request)));
        Refusal.Is(PresentationErrors.TransactionNotAuthorised, Check(request, Bind(request, other.Hash("sha-256"))));
        Refusal.Is(PresentationErrors.TransactionNotAuthorised, Check(request, Bind(request, Application.Hash("sha-256"), other.Hash("sha-256"))));
        Refusal.Is(PresentationErrors.TransactionNotAuthorised, Check(request, Bind(request, Application.Hash("sha-256"), Application.Hash("sha-256"))));
        Refusal.Is(PresentationErrors.TransactionNotAuthorised, Check(request, Bind(request, "sha-512", [Application.Hash("sha-512")])));
        Refusal.Is(PresentationErrors.TransactionNotAuthorised, Check(request, Bind(request, null, [Application.Hash("sha-256")])));
        Refusal.Is(PresentationErrors.TransactionNotAuthorised, Check(Verifier.Ask(), Bind(request, Application.Hash("sha-256"))));
    }

    private static PresentationRequestRules Rules => Verifier.Rules with { TransactionTypes = [TransactionType.Declaration] };

    private static Transaction Declare(params IReadOnlyList<string> ids) => Declare(ids, "Ich beantrage den Ausweis.");

    private static Transaction Declare(string id, string german) => Declare([id], german);

    private static Transaction Declare(IReadOnlyList<string> ids, string german) => Transaction.Create(
        TransactionType.Declaration.Name, ids, new Dictionary<string, string> { ["statement_de"] = german, ["statement_en"] = "I apply for the permit." });

    private static Checked<PresentationRequest> Open(RequestObject request) => PresentationRequest.Open(Verifier.Sign(request), Rules);

    private static Dictionary<string, PresentableCredential> Chosen(PresentableCredential card) => new() { ["card"] = card };

    private static int HashesIn(JsonObject token, string id) =>
        ParsedSdJwt.Parse((string)token[id]![0]!).Expect().KeyBindingJwt!.Payload["transaction_data_hashes"]!.AsArray().Count;

    private static JsonObject Bind(RequestObject request, params IReadOnlyList<string> hashes) => Bind(request, "sha-256", hashes);

    private static JsonObject Bind(RequestObject request, string? algorithm, IReadOnlyList<string> hashes)
    {
        var claims = new JsonObject();
        if (hashes.Count > 0)
            claims["transaction_data_hashes"] = new JsonArray([.. hashes]);
        if (algorithm is not null)
            claims["transaction_data_hashes_alg"] = algorithm;
        var binding = new KeyBinding(request.ClientId, request.Nonce, Keys.Now) { Claims = claims };
        return new JsonObject { ["card"] = new JsonArray(SdJwtHolder.Present(Card.SdJwt, [ClaimPath.Of("given_name")], binding, Card.HolderKey!).Expect()) };
    }

    private static Checked<List<CheckedCredential>> Check(RequestObject request, JsonObject token)
    {
        var anchors = new ChainRules([Issuer.Root], CertificateRole.CredentialIssuer, Keys.Now);
        var shown = (WalletAnswer.Shown)WalletAnswer.Read(new JsonObject { ["vp_token"] = token.DeepClone(), ["state"] = request.State }, request).Expect();
        return PresentationCheck.Verify(shown, new PresentationRules(request, (_, jwt) => CertificateChains.Validate(jwt, anchors), Keys.Now));
    }
}
