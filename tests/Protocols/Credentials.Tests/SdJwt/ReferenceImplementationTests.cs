using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

/// <summary>The cases of the two reference implementations: verified as serialised by them, and issued again by ours.</summary>
public sealed class ReferenceImplementationTests
{
    public static TheoryData<string> Cases => [.. Vectors.FilesIn("sd-jwt/testcases"), .. Vectors.FilesIn("sd-jwt/ietf-examples")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_presentation_of_the_reference_implementation_verifies(string file)
    {
        var example = Vectors.Read(file);
        var keys = Vectors.Read("sd-jwt/keys.json");
        var keyBinding = example.Text("expected_aud") is { } audience ? new KeyBindingRules(audience, example.Text("expected_nonce")!) : null;
        var rules = new SdJwtRules(Vectors.Rfc9901Time) { KeyBinding = keyBinding };

        var outcome = SdJwtVerifier.Verify(Compact(example["presentation"]!), _ => Vectors.Verifier(keys["issuer"]!), rules);
        if (file.EndsWith("header_mod.json", StringComparison.Ordinal))
        {
            // Its kid is a number, which RFC 7515 §4.1.4 does not allow.
            Refusal.Is(ErrorCodes.Header, outcome);
            return;
        }

        Assert.True(JsonNode.DeepEquals(example["verified_payload"], outcome.Expect().Claims));
        var complete = SdJwtVerifier.Verify(Compact(example["sd_jwt"]!), _ => Vectors.Verifier(keys["issuer"]!), new SdJwtRules(Vectors.Rfc9901Time));
        Assert.True(JsonNode.DeepEquals(example["verified_payload_all_disclosures"], complete.Expect().Claims));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_claims_issued_by_us_hide_and_show_the_same(string file)
    {
        var specification = Vectors.Read(file).Object("specification")!;
        var claims = specification.Object("user_claims")!;
        var paths = specification["selectively_disclosable_paths"]!.AsArray().Select(path => ClaimPath.Parse(path!.AsArray()).Expect()).ToList();
        var text = SdJwtIssuer.Issue(new SdJwtContents(claims) { Disclosable = paths, Type = "example+sd-jwt" }, Keys.Issuer, Keys.Random(5));

        var parsed = ParsedSdJwt.Parse(text).Expect();
        Assert.Equal(paths.Count, parsed.Disclosures.Count);
        Assert.True(JsonNode.DeepEquals(claims, Verify(text)));
        Assert.True(JsonNode.DeepEquals(VisibleOf(claims, paths, []), Verify($"{parsed.IssuerJwt.Text}~")));
    }

    private static JsonObject Verify(string text)
        => SdJwtVerifier.Verify(text, _ => Keys.Issuer.Verifier(), new SdJwtRules(Vectors.Rfc9901Time)).Expect().Claims;

    /// <summary>The naive model: the claims with everything cut out that stands at one of the paths.</summary>
    private static JsonNode? VisibleOf(JsonNode? node, List<ClaimPath> hidden, IReadOnlyList<ClaimStep> place)
    {
        switch (node)
        {
            case JsonObject claims:
                var visible = new JsonObject();
                foreach (var (name, value) in claims)
                {
                    IReadOnlyList<ClaimStep> inner = [.. place, ClaimStep.Member(name)];
                    if (!hidden.Any(path => path.IsAt(inner)))
                        visible[name] = VisibleOf(value, hidden, inner);
                }

                return visible;
            case JsonArray elements:
                var kept = new JsonArray();
                for (var i = 0; i < elements.Count; i++)
                {
                    IReadOnlyList<ClaimStep> inner = [.. place, ClaimStep.Element(i)];
                    if (!hidden.Any(path => path.IsAt(inner)))
                        kept.Add(VisibleOf(elements[i], hidden, inner));
                }

                return kept;
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>The compact form: itself, or put together from the JSON serialisation (RFC 9901 §8.1).</summary>
    private static string Compact(JsonNode serialised)
    {
        if (serialised.GetValueKind() == JsonValueKind.String)
            return serialised.GetValue<string>();
        var signature = serialised["signatures"]?[0] ?? serialised;
        var header = serialised["header"]?["disclosures"] is null ? signature["header"]! : serialised["header"]!;
        var disclosures = header["disclosures"]!.AsArray().Select(text => text!.GetValue<string>());
        var jwt = $"{signature["protected"]}.{serialised["payload"]}.{signature["signature"]}";
        return string.Join('~', [jwt, .. disclosures, header["kb_jwt"]?.GetValue<string>() ?? ""]);
    }
}
