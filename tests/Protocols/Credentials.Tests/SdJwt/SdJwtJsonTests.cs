using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

/// <summary>SD-JWTs in the JSON forms of JWS (RFC 9901 §8). Each refusal is one change away from a form that verifies.</summary>
public sealed class SdJwtJsonTests
{
    private static readonly string Issued = SdJwtIssuer.Issue(
        new SdJwtContents(new JsonObject { ["vct"] = "urn:example:card:1", ["plate"] = "GE-AB 123", ["zone"] = "B" }) { HolderKey = Keys.Holder.PublicKey }, Keys.Issuer, Keys.Random(8));

    private static readonly Dictionary<string, (Action<JsonObject> Change, string Code)> Changes = new()
    {
        ["no payload"] = (json => json.Remove("payload"), ErrorCodes.Malformed),
        ["no protected header"] = (json => json.Remove("protected"), ErrorCodes.Malformed),
        ["no signature"] = (json => json.Remove("signature"), ErrorCodes.Malformed),
        ["a header that is no object"] = (json => json["header"] = "x", ErrorCodes.Malformed),
        ["disclosures that are no array"] = (json => json["header"]!["disclosures"] = "x", ErrorCodes.Malformed),
        ["a disclosure that is a number"] = (json => json["header"]!["disclosures"]![0] = 1, ErrorCodes.Malformed),
        ["a disclosure with a tilde"] = (json => json["header"]!["disclosures"]![0] = "WyJhIiwgImIiLCAiYyJd~WyJhIiwgImQiLCAiYyJd", ErrorCodes.Malformed),
        ["a disclosure twice"] = (json => json["header"]!["disclosures"]![0] = json["header"]!["disclosures"]![1]!.DeepClone(), ErrorCodes.Disclosure),
        ["a foreign disclosure"] = (json => json["header"]!["disclosures"]![0] = "WyJhIiwgImIiLCAiYyJd", ErrorCodes.UnreferencedDisclosure),
        ["a key binding with a tilde"] = (json => json["header"]!["kb_jwt"] = "~", ErrorCodes.Malformed),
        ["a key binding that is no JWT"] = (json => json["header"]!["kb_jwt"] = "x", ErrorCodes.Malformed),
        ["an algorithm beside the signature"] = (json => json["header"]!["alg"] = "ES256", ErrorCodes.Malformed),
        ["two forms at once"] = (json => json["signatures"] = new JsonArray(), ErrorCodes.Malformed),
        ["another signature"] = (json => json["signature"] = Base64Url.Encode(new byte[64]), ErrorCodes.Signature),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Fact]
    public void The_flattened_examples_of_RFC_9901_verify()
    {
        var example = Vectors.Read("sd-jwt/rfc9901/8.2-json-flattened.json");
        var rules = new KeyBindingRules(example.Text("expected_aud")!, example.Text("expected_nonce")!);
        var (issued, shown) = (Parse(example["sd_jwt"]!), Parse(example["sd_jwt_kb"]!));

        Assert.True(JsonNode.DeepEquals(example["sd_jwt_processed"], Verify(issued, example["issuer_jwk"]!, null).Claims));
        Assert.True(JsonNode.DeepEquals(example["sd_jwt_kb_processed"], Verify(shown, example["issuer_jwk"]!, rules).Claims));
        Assert.True(JsonNode.DeepEquals(example["sd_jwt_kb"], SdJwtJson.Flatten(shown.SdJwt)));
        Assert.Empty(shown.FurtherSignatures);
    }

    [Fact]
    public void The_general_example_of_RFC_9901_verifies_with_both_signatures()
    {
        var example = Vectors.Read("sd-jwt/rfc9901/8.3-json-general.json");
        var shown = Parse(example["sd_jwt_kb"]!);
        var rules = new KeyBindingRules(example.Text("expected_aud")!, example.Text("expected_nonce")!);

        Assert.True(JsonNode.DeepEquals(example["processed"], Verify(shown, Unlabelled(example["issuer_jwk_1"]!), rules).Claims));
        Assert.Null(Assert.Single(shown.FurtherSignatures).Verify(Vectors.Verifier(Unlabelled(example["issuer_jwk_2"]!)), new JwsRules(Types: null)).Error);
    }

    [Theory]
    [InlineData("json_serialization_flattened")]
    [InlineData("json_serialization_general")]
    public void What_the_reference_implementations_serialise_in_JSON_verifies(string name)
    {
        foreach (var folder in (string[])["testcases", "ietf-examples"])
        {
            var example = Vectors.Read($"sd-jwt/{folder}/{name}.json");
            var keyBinding = example.Text("expected_aud") is { } audience ? new KeyBindingRules(audience, example.Text("expected_nonce")!) : null;
            Assert.True(JsonNode.DeepEquals(example["verified_payload"], Verify(Parse(example["presentation"]!), Vectors.Read("sd-jwt/keys.json")["issuer"]!, keyBinding).Claims));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void One_change_is_refused(string name)
    {
        var json = SdJwtJson.Flatten(ParsedSdJwt.Parse(Issued).Expect());
        Assert.Null(Outcome(json).Error);

        Changes[name].Change(json);
        Refusal.Is(Changes[name].Code, Outcome(json));
    }

    [Theory]
    [InlineData("disclosures")]
    [InlineData("kb_jwt")]
    public void Only_the_first_signature_carries_disclosures_and_key_binding(string parameter)
    {
        var flat = SdJwtJson.Flatten(ParsedSdJwt.Parse(Issued).Expect());
        JsonObject One(JsonObject header) => new() { ["header"] = header, ["protected"] = flat["protected"]!.DeepClone(), ["signature"] = flat["signature"]!.DeepClone() };
        var second = new JsonObject { ["kid"] = "2" };
        var general = new JsonObject { ["payload"] = flat["payload"]!.DeepClone(), ["signatures"] = new JsonArray(One(flat["header"]!.DeepClone().AsObject()), One(second)) };
        Assert.Null(Outcome(general).Error);

        second[parameter] = parameter == "kb_jwt" ? "x" : new JsonArray();
        Refusal.Is(ErrorCodes.Malformed, Outcome(general));
    }

    [Fact]
    public void A_text_without_end_is_refused_unread()
        => Refusal.Is(ErrorCodes.TooLarge, SdJwtJson.Parse(new byte[SdJwtLimits.Default.MaxLength + 1]));

    private static Checked<VerifiedSdJwt> Outcome(JsonObject json)
        => SdJwtJson.Parse(StrictJson.Write(json)).Then(read => SdJwtVerifier.Verify(read.SdJwt, _ => Keys.Issuer.Verifier(), new SdJwtRules(Keys.Now)));

    private static SdJwtJson Parse(JsonNode json) => SdJwtJson.Parse(StrictJson.Write(json)).Expect();

    private static VerifiedSdJwt Verify(SdJwtJson read, JsonNode key, KeyBindingRules? keyBinding)
        => SdJwtVerifier.Verify(read.SdJwt, _ => Vectors.Verifier(key), new SdJwtRules(Vectors.Rfc9901Time) { KeyBinding = keyBinding }).Expect();

    private static JsonObject Unlabelled(JsonNode jwk) => (Vectors.PublicKey(jwk) with { KeyId = null }).ToJson();
}
