using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Tests.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

/// <summary>Properties: whatever is issued and chosen, the verifier sees exactly the choice.</summary>
public sealed class SelectiveDisclosureTests
{
    private static readonly Gen<JsonNode> Leaf = Gen.OneOf<JsonNode>(
        Gen.String[Gen.Char["aäß\"\\~.\n€ 1"], 0, 8].Select(text => (JsonNode)text),
        Gen.Long.Select(number => (JsonNode)number),
        Gen.Bool.Select(flag => (JsonNode)flag));

    private static readonly Gen<JsonObject> Claims = Gen.Select(Leaf.Array[0, 5], Leaf.Array[1, 4], Leaf.Array[1, 4], (flat, inner, elements) =>
    {
        var claims = new JsonObject { ["inner"] = Named(inner), ["elements"] = new JsonArray([.. elements.Select(leaf => leaf.DeepClone())]) };
        foreach (var (name, value) in Named(flat).ToList())
            claims[name] = value?.DeepClone();
        return claims;
    });

    [Fact]
    public void The_verifier_sees_exactly_the_chosen_claims()
        => Gen.Select(Claims, Gen.Int[0, 3], Gen.Int).Sample((claims, decoys, seed) =>
        {
            var leaves = LeavesOf(claims);
            var chosen = leaves.Where((_, position) => ((seed >> (position % 31)) & 1) == 1).ToList();
            var contents = new SdJwtContents(claims) { Disclosable = leaves, Decoys = decoys, Type = "test+sd-jwt" };
            var credential = ParsedSdJwt.Parse(SdJwtIssuer.Issue(contents, Keys.Issuer, Keys.Random(seed))).Expect();
            var shown = Verify(SdJwtHolder.Select(credential, chosen).Expect());
            return JsonNode.DeepEquals(Only(claims, chosen), shown);
        }, iter: 300);

    [Fact]
    public void Nested_disclosures_bring_what_they_stand_in_and_what_they_hold()
    {
        var claims = new JsonObject
        {
            ["name"] = "Erika",
            ["address"] = new JsonObject { ["street"] = "Georgstraße 17a", ["country"] = "DE" },
            ["plates"] = new JsonArray("GE-AB 1", "GE-AB 2", "GE-AB 3"),
        };
        ClaimPath[] disclosable =
        [
            ClaimPath.Of("name"), ClaimPath.Of("address"), ClaimPath.Of("address", "street"), ClaimPath.Of("address", "country"),
            ClaimPath.Of("plates"), ClaimPath.Of([ClaimStep.Member("plates"), ClaimStep.EveryElement]),
        ];
        var text = SdJwtIssuer.Issue(new SdJwtContents(claims) { Disclosable = disclosable }, Keys.Issuer, Keys.Random(1));
        var credential = ParsedSdJwt.Parse(text).Expect();
        Assert.Equal(8, credential.Disclosures.Count);
        Assert.True(JsonNode.DeepEquals(claims, SdJwtHolder.Read(credential).Expect()));

        string Show(params ClaimPath[] paths) => Verify(SdJwtHolder.Select(credential, paths).Expect()).ToJsonString();
        Assert.Equal("{}", Show());
        Assert.Equal("""{"address":{"country":"DE"}}""", Show(ClaimPath.Of("address", "country")));
        Assert.Equal("""{"address":{"street":"Georgstra\u00DFe 17a","country":"DE"}}""".Length, Show(ClaimPath.Of("address")).Length);
        Assert.Equal("""{"plates":["GE-AB 2"]}""", Show(ClaimPath.Of([ClaimStep.Member("plates"), ClaimStep.Element(1)])));
        Assert.Equal("""{"plates":["GE-AB 1","GE-AB 2","GE-AB 3"]}""", Show(ClaimPath.Of([ClaimStep.Member("plates"), ClaimStep.EveryElement])));
    }

    [Fact]
    public void A_claim_that_does_not_exist_cannot_be_chosen()
    {
        var text = SdJwtIssuer.Issue(new SdJwtContents(new JsonObject { ["a"] = 1 }), Keys.Issuer, Keys.Random(1));
        Refusal.Is(ErrorCodes.UnknownClaim, SdJwtHolder.Select(ParsedSdJwt.Parse(text).Expect(), [ClaimPath.Of("b")]));
    }

    [Fact]
    public void Every_changed_character_of_a_presentation_is_noticed()
    {
        var contents = new SdJwtContents(new JsonObject { ["a"] = "1", ["b"] = "2" }) { HolderKey = Keys.Holder.PublicKey };
        var credential = ParsedSdJwt.Parse(SdJwtIssuer.Issue(contents, Keys.Issuer, Keys.Random(1))).Expect();
        var binding = new KeyBinding("verifier", "nonce", Keys.Now);
        var text = SdJwtHolder.Present(credential, [ClaimPath.Of("a")], binding, Keys.Holder).Expect();
        var rules = new SdJwtRules(Keys.Now) { KeyBinding = new KeyBindingRules("verifier", "nonce") };
        Assert.Null(SdJwtVerifier.Verify(text, _ => Keys.Issuer.Verifier(), rules).Error);
        Gen.Int[0, text.Length - 1].Sample(
            position => SdJwtVerifier.Verify(CompactJwsTests.Altered(text, position), _ => Keys.Issuer.Verifier(), rules).Error is not null, iter: 500);
    }

    [Fact]
    public void Random_text_never_throws()
        => Gen.String[Gen.Char["abcABC019-_.~=\"{}[]"], 0, 120].Sample(text => { ParsedSdJwt.Parse(text); });

    private static JsonObject Verify(string text)
        => SdJwtVerifier.Verify(text, _ => Keys.Issuer.Verifier(), new SdJwtRules(Keys.Now)).Expect().Claims;

    private static JsonObject Named(JsonNode[] values)
    {
        var result = new JsonObject();
        for (var i = 0; i < values.Length; i++)
            result[$"claim {i}"] = values[i].DeepClone();
        return result;
    }

    private static List<ClaimPath> LeavesOf(JsonObject claims)
    {
        var leaves = claims.Where(claim => claim.Value is JsonValue).Select(claim => ClaimPath.Of(claim.Key)).ToList();
        leaves.AddRange(claims["inner"]!.AsObject().Select(claim => ClaimPath.Of("inner", claim.Key)));
        leaves.AddRange(claims["elements"]!.AsArray().Select((_, position) => ClaimPath.Of([ClaimStep.Member("elements"), ClaimStep.Element(position)])));
        return leaves;
    }

    /// <summary>The naive model: a copy with only the chosen leaves.</summary>
    private static JsonObject Only(JsonObject claims, List<ClaimPath> chosen)
    {
        bool IsChosen(params ClaimStep[] place) => chosen.Any(path => path.IsAt(place));
        var result = new JsonObject();
        foreach (var (name, value) in claims.Where(claim => claim.Value is JsonValue && IsChosen(ClaimStep.Member(claim.Key))))
            result[name] = value!.DeepClone();
        var inner = claims["inner"]!.AsObject().Where(claim => IsChosen(ClaimStep.Member("inner"), ClaimStep.Member(claim.Key)));
        result["inner"] = new JsonObject(inner.Select(claim => KeyValuePair.Create(claim.Key, claim.Value?.DeepClone())));
        var elements = claims["elements"]!.AsArray().Where((_, position) => IsChosen(ClaimStep.Member("elements"), ClaimStep.Element(position)));
        result["elements"] = new JsonArray([.. elements.Select(element => element?.DeepClone())]);
        return result;
    }
}
