using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Presentation;

/// <summary>Opening what a wallet posts (OpenID4VP 1.0 §8).</summary>
public sealed class WalletAnswerTests
{
    private static readonly TestVerifier Verifier = new();
    private static readonly RequestObject Request = Verifier.Ask();

    [Theory]
    [InlineData(JoseAlgorithms.A128Gcm)]
    [InlineData(JoseAlgorithms.A256Gcm)]
    public void An_encrypted_answer_is_opened(string encryption)
    {
        var answer = Open(Encrypt("""{"vp_token":{"card":["x~"]},"state":"state-1"}""", encryption)).Expect();

        Assert.Equal(["x~"], Assert.IsType<WalletAnswer.Shown>(answer).Presentations["card"]);
    }

    [Theory]
    [InlineData("access_denied")]
    [InlineData("vp_formats_not_supported")]
    public void A_no_is_an_answer_in_the_clear_or_encrypted(string code)
    {
        var parameters = new JsonObject { ["error"] = code, ["error_description"] = "any text", ["state"] = "state-1" };

        var clear = WalletAnswer.Read(parameters, Request).Expect();
        var encrypted = Open(Encrypt(parameters.ToJsonString())).Expect();

        Assert.Equal(code, Assert.IsType<WalletAnswer.Declined>(clear).ErrorCode);
        Assert.Equal(code, Assert.IsType<WalletAnswer.Declined>(encrypted).ErrorCode);
    }

    [Theory]
    [InlineData("""{"vp_token":{"card":["x~"]}}""", PresentationErrors.WrongState)]
    [InlineData("""{"vp_token":{"card":["x~"]},"state":"another"}""", PresentationErrors.WrongState)]
    [InlineData("""{"vp_token":{"card":["x~"]},"state":7}""", PresentationErrors.WrongState)]
    [InlineData("""{"state":"state-1"}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"vp_token":{},"state":"state-1"}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"vp_token":"x~","state":"state-1"}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"vp_token":{"other":["x~"]},"state":"state-1"}""", PresentationErrors.UnknownQuery)]
    [InlineData("""{"vp_token":{"card":"x~"},"state":"state-1"}""", PresentationErrors.PresentationCount)]
    [InlineData("""{"vp_token":{"card":[]},"state":"state-1"}""", PresentationErrors.PresentationCount)]
    [InlineData("""{"vp_token":{"card":["x~","y~"]},"state":"state-1"}""", PresentationErrors.PresentationCount)]
    [InlineData("""{"vp_token":{"card":[{}]},"state":"state-1"}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"error":7,"state":"state-1"}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"error":"","state":"state-1"}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"error":"größer","state":"state-1"}""", PresentationErrors.InvalidResponse)]
    [InlineData("""{"vp_token":{"card":["x~"],"card":["x~"]},"state":"state-1"}""", ErrorCodes.Json)]
    [InlineData("[]", ErrorCodes.Json)]
    public void An_answer_against_the_rules_is_refused(string parameters, string code) => Refusal.Is(code, Open(Encrypt(parameters)));

    [Fact]
    public void Up_to_eight_presentations_answer_a_query_for_several()
    {
        var query = CredentialQuery.SdJwt("card", ["urn:example:card:1"], []) with { Multiple = true };
        var request = Verifier.Ask(new DcqlQuery([query]));

        Assert.Null(Read(8).Error);
        Refusal.Is(PresentationErrors.PresentationCount, Read(9));

        Checked<WalletAnswer> Read(int count) => WalletAnswer.Read(
            new JsonObject { ["vp_token"] = new JsonObject { ["card"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => $"{number}~")]) }, ["state"] = "state-1" }, request);
    }

    [Fact]
    public void A_question_without_state_gets_an_answer_without_state()
    {
        var request = Request with { State = null };

        Assert.Null(WalletAnswer.Read(new JsonObject { ["error"] = "access_denied" }, request).Error);
        Refusal.Is(PresentationErrors.WrongState, WalletAnswer.Read(new JsonObject { ["error"] = "access_denied", ["state"] = "state-1" }, request));
    }

    [Theory]
    [InlineData("kid", "\"another\"", PresentationErrors.InvalidResponse)]
    [InlineData("kid", null, PresentationErrors.InvalidResponse)]
    [InlineData("enc", "\"A128CBC-HS256\"", PresentationErrors.InvalidResponse)]
    [InlineData("enc", null, PresentationErrors.InvalidResponse)]
    [InlineData("alg", "\"ECDH-ES+A128KW\"", ErrorCodes.Algorithm)]
    [InlineData("alg", "\"dir\"", ErrorCodes.Algorithm)]
    [InlineData("zip", "\"DEF\"", ErrorCodes.Header)]
    [InlineData("crit", "[\"x\"]", ErrorCodes.Header)]
    [InlineData("epk", null, ErrorCodes.Header)]
    [InlineData("apu", "\"!\"", ErrorCodes.Header)]
    [InlineData("later", "1", ErrorCodes.Decryption)]
    public void A_changed_header_opens_nothing(string member, string? value, string code)
    {
        var parts = Encrypt("""{"error":"access_denied","state":"state-1"}""").Split('.');
        var header = StrictJson.ParseObject(Base64Url.Decode(parts[0]).Expect()).Expect();
        header.Remove(member);
        if (value is not null)
            header[member] = JsonNode.Parse(value);
        parts[0] = Base64Url.Encode(StrictJson.Write(header));

        Refusal.Is(code, Open(string.Join('.', parts)));
    }

    [Fact]
    public void An_encryption_that_was_not_offered_is_refused()
    {
        var strict = Request with { Encryption = Request.Encryption! with { Encryptions = [JoseAlgorithms.A256Gcm] } };

        Refusal.Is(PresentationErrors.InvalidResponse, WalletAnswer.Open(Encrypt("{}", JoseAlgorithms.A128Gcm), Verifier.Decryption, strict));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("e30....")]
    [InlineData("a.b.c.d.e.f")]
    public void What_is_no_encrypted_answer_is_refused(string response) => Refusal.Is(PresentationErrors.InvalidResponse, Open(response));

    [Fact]
    public void Limits_hold_before_and_after_decryption()
    {
        Refusal.Is(PresentationErrors.InvalidResponse, Open(new string('a', 300_000)));
        Refusal.Is(ErrorCodes.Json, Open(Encrypt($$"""{"deep":{{new string('[', 20)}}{{new string(']', 20)}}}""")));
        Refusal.Is(ErrorCodes.TooLarge, Open(Encrypt($$"""{"many":[{{string.Join(',', Enumerable.Range(0, 300))}}]}""")));
    }

    [Fact]
    public void The_published_answer_is_opened_with_the_published_key()
    {
        var (response, key, request) = Published();

        var answer = WalletAnswer.Open(response, key, request).Expect();

        Assert.Equal(["eyJhb...YMetA"], Assert.IsType<WalletAnswer.Shown>(answer).Presentations["example_credential_id"]);
    }

    [Fact]
    public void The_published_answer_with_any_changed_part_is_refused()
    {
        var (response, key, request) = Published();
        var parts = response.Split('.');

        foreach (var part in (int[])[0, 2, 3, 4])
        {
            var bytes = Base64Url.Decode(parts[part]).Expect();
            for (var at = 0; at < bytes.Length; at++)
            {
                var changed = bytes.ToArray();
                changed[at] ^= 1;
                Assert.NotNull(WalletAnswer.Open(string.Join('.', parts.Select((text, number) => number == part ? Base64Url.Encode(changed) : text)), key, request).Error);
            }
        }
    }

    [Fact]
    public void The_published_answer_is_closed_to_other_keys_and_choices()
    {
        var (response, key, request) = Published();

        Refusal.Is(ErrorCodes.Decryption, WalletAnswer.Open(response, Verifier.Decryption, request));
        Refusal.Is(PresentationErrors.InvalidResponse, WalletAnswer.Open(response, key, request with { Encryption = request.Encryption! with { Encryptions = [JoseAlgorithms.A256Gcm] } }));
    }

    private static Checked<WalletAnswer> Open(string response) => WalletAnswer.Open(response, Verifier.Decryption, Request);

    private static string Encrypt(string parameters, string encryption = JoseAlgorithms.A128Gcm) =>
        CompactJwe.Encrypt(Encoding.UTF8.GetBytes(parameters), new JweRecipient(Request.Encryption!.Key, encryption), Keys.Random(9));

    private static (string Response, DecryptionKey Key, RequestObject Request) Published()
    {
        var published = Vectors.Read("openid4vp/encrypted-response.json");
        var jwk = published["recipient_private_jwk"]!;
        var request = Verifier.Ask(new DcqlQuery([CredentialQuery.SdJwt("example_credential_id", ["urn:example"], [])])) with
        {
            State = null,
            Encryption = new ResponseEncryption(Keys.Public(jwk), [JoseAlgorithms.A128Gcm]),
        };
        return ((string)published["response"]!["response"]!, Keys.Decryption(jwk), request);
    }
}
