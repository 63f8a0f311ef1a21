using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.SdJwt.Types;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt.Types;

/// <summary>Type metadata: documents from elsewhere, with their digests, in chains that end; and credentials that keep their promises.</summary>
public sealed class TypeResolutionTests
{
    private const string Child = "https://town.example/types/permit";
    private const string Base = "https://region.example/types/permit";

    private static readonly string BaseDocument = $$"""
        {"vct":"{{Base}}","display":[{"locale":"en","name":"Permit"}],"claims":[
          {"path":["name"],"display":[{"label":"Full name","locale":"en"}]},
          {"path":["address","city"],"display":[{"label":"City","locale":"en"}],"sd":"always","mandatory":true}]}
        """;

    private static readonly string ChildDocument = $$"""
        {"vct":"{{Child}}","extends":"{{Base}}","extends#integrity":"{{Digest(BaseDocument)}}","colour":"blue","claims":[
          {"path":["address","city"],"display":[{"label":"Town","locale":"en"}]},
          {"path":["nationalities"],"display":[{"label":"Nationalities","locale":"en"}]}]}
        """;

    [Fact]
    public void A_type_inherits_what_it_does_not_say_itself()
    {
        var type = Resolve(Digest(ChildDocument), ChildDocument, BaseDocument).Expect();

        // The example of §5.6.5.2.
        Assert.Equal(Child, type.Vct);
        Assert.Equal("Permit", Assert.Single(type.Display!).Name);
        Assert.Equal([("""["name"]""", "Full name"), ("""["address","city"]""", "Town"), ("""["nationalities"]""", "Nationalities")],
            type.Claims.Select(claim => (claim.Path.ToString(), claim.Display!.Single().Label)));
        Assert.Equal((true, ClaimDisclosure.Always), (type.Claims[1].Mandatory, type.Claims[1].Disclosure));
    }

    [Fact]
    public void The_published_example_is_read_and_written()
    {
        var example = Vectors.Read("sd-jwt/sd-jwt-vc.json").Object("type_metadata")!;
        var type = TypeMetadata.Parse(StrictJson.Write(example)).Expect();

        Assert.Equal("https://betelgeuse.example.com/education_credential", type.Vct);
        Assert.Equal(["en-US", "de-DE"], type.Display!.Select(display => display.Locale));
        Assert.Equal(("#12107c", "#FFFFFF"), (type.Display![0].BackgroundColor, type.Display[0].TextColor));
        Assert.Equal(example["claims"]!.AsArray().Count, type.Claims.Count);
        Assert.Equal(type.ToJson().ToJsonString(), TypeMetadata.Parse(StrictJson.Write(type.ToJson())).Expect().ToJson().ToJsonString());
        // Its integrity values belong to documents that were never published; they can be read, but nothing has these digests.
        Assert.Equal(ErrorCodes.Integrity, DocumentIntegrity.Parse(type.ExtendsIntegrity!).Expect().Check("{}"u8)?.Code);
    }

    [Fact]
    public void A_document_that_was_changed_is_refused_before_it_is_read()
    {
        Refusal.Is(ErrorCodes.Integrity, Resolve(Digest(ChildDocument), ChildDocument + " ", BaseDocument));
        Refusal.Is(ErrorCodes.Integrity, Resolve(Digest(ChildDocument), ChildDocument, BaseDocument.Replace("City", "Place", StringComparison.Ordinal)));
        Refusal.Is(ErrorCodes.Integrity, Resolve("md5-AAAA", ChildDocument, BaseDocument));
    }

    [Fact]
    public void A_document_about_another_type_is_refused()
        => Refusal.Is(ErrorCodes.TypeMetadata, Resolve(null, BaseDocument));

    [Fact]
    public void Types_that_extend_each_other_in_a_circle_are_refused()
    {
        Refusal.Is(ErrorCodes.TypeMetadata, Resolve(null, $$"""{"vct":"{{Child}}","extends":"{{Child}}"}"""));
        Refusal.Is(ErrorCodes.TypeMetadata, Resolve(null, $$"""{"vct":"{{Child}}","extends":"{{Base}}"}""", $$"""{"vct":"{{Base}}","extends":"{{Child}}"}"""));
    }

    [Fact]
    public void A_chain_without_end_is_refused()
    {
        var resolution = TypeResolution.Of("urn:example:0", null);
        ProtocolError? refused = null;
        for (var step = 0; refused is null; step++)
        {
            Assert.InRange(step, 0, TypeResolution.MaxTypes - 1);
            refused = resolution.Add(Encoding.UTF8.GetBytes($$"""{"vct":"urn:example:{{step}}","extends":"urn:example:{{step + 1}}"}"""));
        }

        Assert.Equal(ErrorCodes.TypeMetadata, refused.Code);
    }

    [Fact]
    public void A_type_whose_documents_are_not_all_there_says_nothing()
    {
        var resolution = TypeResolution.Of(Child, null);
        Assert.Null(resolution.Add(Encoding.UTF8.GetBytes(ChildDocument)));
        Assert.Equal(new TypeReference(Base, Digest(BaseDocument)), resolution.Wanted);
        Refusal.Is(ErrorCodes.TypeMetadata, resolution.Combine());
    }

    [Theory]
    [InlineData("\"mandatory\":false")]
    [InlineData("\"sd\":\"never\"")]
    [InlineData("\"sd\":\"allowed\"")]
    public void A_type_is_never_more_lenient_than_what_it_extends(string change)
        => Refusal.Is(ErrorCodes.TypeMetadata, Resolve(null, $$"""{"vct":"{{Child}}","extends":"{{Base}}","claims":[{"path":["address","city"],{{change}}}]}""", BaseDocument));

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"vct":1}""")]
    [InlineData("""{"vct":"a","extends":1}""")]
    [InlineData("""{"vct":"a","display":{}}""")]
    [InlineData("""{"vct":"a","display":[1]}""")]
    [InlineData("""{"vct":"a","display":[{"locale":"de"}]}""")]
    [InlineData("""{"vct":"a","display":[{"locale":"de","name":"x","rendering":[]}]}""")]
    [InlineData("""{"vct":"a","claims":[{}]}""")]
    [InlineData("""{"vct":"a","claims":[{"path":[]}]}""")]
    [InlineData("""{"vct":"a","claims":[{"path":[-1]}]}""")]
    [InlineData("""{"vct":"a","claims":[{"path":["a"],"mandatory":"yes"}]}""")]
    [InlineData("""{"vct":"a","claims":[{"path":["a"],"sd":"sometimes"}]}""")]
    [InlineData("""{"vct":"a","claims":[{"path":["a"],"display":[{"locale":"de"}]}]}""")]
    [InlineData("""{"vct":"a","claims":[{"path":["a"]},{"path":["a"]}]}""")]
    public void A_malformed_document_is_refused(string json) => Refusal.Is(ErrorCodes.TypeMetadata, TypeMetadata.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_document_without_end_is_refused_unread() => Refusal.Is(ErrorCodes.TooLarge, TypeMetadata.Parse(new byte[128 * 1024 + 1]));

    [Theory]
    [InlineData("sha256-{256} sha512-{512}", true)]
    [InlineData("sha256-{256} sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", true)]
    [InlineData("sha384-{384}?ignored", true)]
    [InlineData("md5-AAAA sha256-{256}", true)]
    [InlineData("sha512-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA== sha256-{256}", false)]
    public void Of_several_digests_the_strongest_algorithm_counts(string text, bool holds)
    {
        var document = "{}"u8.ToArray();
        text = text
            .Replace("{256}", Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(document)), StringComparison.Ordinal)
            .Replace("{384}", Convert.ToBase64String(System.Security.Cryptography.SHA384.HashData(document)), StringComparison.Ordinal)
            .Replace("{512}", Convert.ToBase64String(System.Security.Cryptography.SHA512.HashData(document)), StringComparison.Ordinal);
        Assert.Equal(holds, DocumentIntegrity.Parse(text).Expect().Check(document) is null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256")]
    [InlineData("sha1-AAAA")]
    [InlineData("sha256-AAAA")]
    [InlineData("sha256-____AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Digests_that_are_none_are_refused(string text) => Refusal.Is(ErrorCodes.Integrity, DocumentIntegrity.Parse(text));

    [Fact]
    public void A_credential_keeps_what_its_type_promises()
    {
        var type = Resolve(null, ChildDocument, BaseDocument).Expect();
        var claims = new JsonObject { ["name"] = "Erika", ["address"] = new JsonObject { ["city"] = "Gelsenkirchen" }, ["nationalities"] = new JsonArray("DE", "FR") };
        var city = ClaimPath.Of("address", "city");
        var each = ClaimPath.Of([ClaimStep.Member("nationalities"), ClaimStep.EveryElement]);
        Assert.Null(TypeRules.Check(Issue(claims, city, each), type));

        // One change each: not disclosable, not there, another shape.
        Assert.Equal(ErrorCodes.TypeMetadata, TypeRules.Check(Issue(claims, ClaimPath.Of("address")), type)?.Code);
        Assert.Equal(ErrorCodes.TypeMetadata, TypeRules.Check(Issue(new JsonObject { ["name"] = "Erika" }, ClaimPath.Of("name")), type)?.Code);
        Assert.Equal(ErrorCodes.TypeMetadata, TypeRules.Check(Issue(new JsonObject { ["address"] = "Gelsenkirchen" }, ClaimPath.Of("address")), type)?.Code);
    }

    [Fact]
    public void An_element_of_an_array_is_disclosable_by_itself_only()
    {
        var type = TypeMetadata.Parse("""{"vct":"a","claims":[{"path":["nationalities",null],"sd":"always"},{"path":["nationalities",5]},{"path":["nationalities"],"sd":"never"}]}"""u8).Expect();
        var claims = new JsonObject { ["nationalities"] = new JsonArray("DE", "FR") };
        Assert.Null(TypeRules.Check(Issue(claims, ClaimPath.Of([ClaimStep.Member("nationalities"), ClaimStep.EveryElement])), type));

        Assert.Equal(ErrorCodes.TypeMetadata, TypeRules.Check(Issue(claims, ClaimPath.Of([ClaimStep.Member("nationalities"), ClaimStep.Element(0)])), type)?.Code);
        Assert.Equal(ErrorCodes.TypeMetadata, TypeRules.Check(Issue(claims, ClaimPath.Of("nationalities")), type)?.Code);
    }

    private static ParsedSdJwt Issue(JsonObject claims, params ClaimPath[] disclosable)
        => ParsedSdJwt.Parse(SdJwtIssuer.Issue(new SdJwtContents(claims.DeepClone().AsObject()) { Disclosable = disclosable }, Keys.Issuer, Keys.Random(9))).Expect();

    private static Checked<TypeMetadata> Resolve(string? integrity, params string[] documents)
    {
        var resolution = TypeResolution.Of(Child, integrity);
        foreach (var document in documents)
        {
            if (resolution.Add(Encoding.UTF8.GetBytes(document)) is { } refused)
                return refused;
        }

        return resolution.Combine();
    }

    private static string Digest(string document) => DocumentIntegrity.Of(Encoding.UTF8.GetBytes(document));
}
