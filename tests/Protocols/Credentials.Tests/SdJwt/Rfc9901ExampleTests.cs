using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

/// <summary>The worked examples of RFC 9901 with the signatures printed there.</summary>
public sealed class Rfc9901ExampleTests
{
    [Theory]
    [InlineData("5-simple")]
    [InlineData("A.1-structured-decoys")]
    [InlineData("A.2-complex-structured")]
    [InlineData("A.3-sd-jwt-vc-pid")]
    [InlineData("A.4-w3c-vcdm")]
    public void The_signed_examples_verify_to_the_printed_payload(string name)
    {
        var example = Vectors.Read($"sd-jwt/rfc9901/{name}.json");
        var keyBinding = example["presentation_has_kb"]!.GetValue<bool>()
            ? new KeyBindingRules(example.Text("expected_aud")!, example.Text("expected_nonce")!)
            : null;
        var presented = Verify(example, example.Text("presentation")!, keyBinding);
        Assert.True(JsonNode.DeepEquals(example["verified_payload"], presented.Claims));
        Assert.Equal(keyBinding is not null, presented.IsKeyBound);

        var complete = Verify(example, example.Text("sd_jwt_all_disclosures")!, null);
        Assert.True(JsonNode.DeepEquals(example["verified_payload_all_disclosures"], complete.Claims));
    }

    [Theory]
    [InlineData("6.1-flat")]
    [InlineData("6.2-structured")]
    [InlineData("6.3-recursive")]
    public void The_unsigned_examples_process_to_the_printed_payload(string name)
    {
        var example = Vectors.Read($"sd-jwt/rfc9901/{name}.json");
        var disclosures = example["disclosures"]!.AsArray().Select(entry => entry!["disclosure"]!.GetValue<string>()).ToArray();
        Assert.True(JsonNode.DeepEquals(example["processed_with_all_disclosures"], Process(example, disclosures).Expect()));
        Assert.True(JsonNode.DeepEquals(example["processed_with_no_disclosure"], Process(example, []).Expect()));
    }

    [Fact]
    public void Example_6_3_refuses_a_street_without_its_address()
    {
        var example = Vectors.Read("sd-jwt/rfc9901/6.3-recursive.json");
        var street = example["must_reject_street_without_address"]!["disclosures"]!.AsArray().Select(text => text!.GetValue<string>());
        Refusal.Is(ErrorCodes.UnreferencedDisclosure, Process(example, [.. street]));
    }

    [Fact]
    public void Example_6_2_shows_the_country_that_stands_in_the_clear()
    {
        var example = Vectors.Read("sd-jwt/rfc9901/6.2-structured.json");
        var open = new JsonObject { ["issuer_payload"] = example["issuer_payload_country_in_clear"]!.DeepClone() };
        Assert.Equal("DE", Process(open, []).Expect().Object("address")!.Text("country"));
    }

    [Fact]
    public void The_compact_forms_of_the_JSON_serialisation_examples_verify()
    {
        var flattened = Vectors.Read("sd-jwt/rfc9901/8.2-json-flattened.json");
        var rules = new KeyBindingRules(flattened.Text("expected_aud")!, flattened.Text("expected_nonce")!);
        var bound = Verify(flattened, flattened.Text("sd_jwt_kb_as_compact")!, rules);
        Assert.True(JsonNode.DeepEquals(flattened["sd_jwt_kb_processed"], bound.Claims));
        var unbound = Verify(flattened, flattened.Text("sd_jwt_as_compact")!, null);
        Assert.True(JsonNode.DeepEquals(flattened["sd_jwt_processed"], unbound.Claims));

        var general = Vectors.Read("sd-jwt/rfc9901/8.3-json-general.json");
        general["issuer_jwk"] = WithoutLabel(general["issuer_jwk_1"]!);
        Assert.True(JsonNode.DeepEquals(general["processed"], Verify(general, general.Text("signature_1_as_compact")!, rules).Claims));
    }

    [Fact]
    public void Disclosures_of_section_4_2_read_and_hash_as_printed()
    {
        var example = Vectors.Read("sd-jwt/rfc9901/4.2-disclosures.json");
        foreach (var variant in example["family_name_variants"]!.AsArray())
            CheckDisclosure(variant!.AsObject(), "family_name", "Möbius");
        CheckDisclosure(example.Object("array_element")!, null, "FR");
    }

    private static void CheckDisclosure(JsonObject printed, string? name, string value)
    {
        var disclosure = Disclosure.Parse(printed.Text("disclosure")!).Expect();
        Assert.Equal(name, disclosure.ClaimName);
        Assert.Equal(value, disclosure.Value!.GetValue<string>());
        Assert.Equal(printed.Text("sha256_digest"), Sha256(disclosure.Encoded));
    }

    private static string Sha256(string text)
        => Base64Url.Encode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text)));

    private static VerifiedSdJwt Verify(JsonObject example, string text, KeyBindingRules? keyBinding)
        => SdJwtVerifier.Verify(
            text, _ => Vectors.Verifier(example["issuer_jwk"]!), new SdJwtRules(Vectors.Rfc9901Time) { KeyBinding = keyBinding }).Expect();

    // The unsigned examples are signed here, by a key of ours, as the library verifies before it processes.
    private static Checked<JsonObject> Process(JsonObject example, string[] disclosures)
    {
        var jwt = CompactJws.Sign([], example.Object("issuer_payload")!, Keys.Issuer);
        var rules = new SdJwtRules(Vectors.Rfc9901Time);
        return SdJwtVerifier.Verify(string.Join('~', [jwt, .. disclosures, ""]), _ => Keys.Issuer.Verifier(), rules)
            .Then<JsonObject>(verified => verified.Claims);
    }

    private static JsonObject WithoutLabel(JsonNode jwk) => Vectors.PublicKey(jwk).ToJson();
}
