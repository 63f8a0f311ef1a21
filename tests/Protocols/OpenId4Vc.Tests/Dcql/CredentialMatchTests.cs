using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Dcql;

/// <summary>Which claims answer a query (OpenID4VP 1.0 §6.3, §6.4.1, §7).</summary>
public sealed class CredentialMatchTests
{
    private const string Claims = """
        {"vct":"urn:pid","name":"Doe","age":42,"adult":true,"nothing":null,
         "address":{"street":"Georgstraße 17a","locality":"Gelsenkirchen"},
         "degrees":[{"type":"B.Sc.","university":"Buer"},{"type":"M.Sc.","university":"Horst"}],
         "nationalities":["DE","PL"],"matrix":[[1,2],[3,4]]}
        """;

    public static TheoryData<int> PathCases => SharedFiles.Present
        ? new TheoryData<int>(Enumerable.Range(0, Vectors.Read("openid4vp/claims-path-pointer.json")["cases"]!.AsArray().Count))
        : [0];

    [Theory, MemberData(nameof(PathCases))]
    public void A_published_path_selects_what_the_specification_says(int number)
    {
        var vectors = Vectors.Read("openid4vp/claims-path-pointer.json");
        var published = vectors["cases"]![number]!;

        IReadOnlyList<JsonNode?> selected = ClaimPath.Parse(published["path"]!.AsArray()).TryGetValue(out var path, out _)
            ? path.Select(vectors["credential"]!.AsObject())
            : [];

        Assert.Equal(published["expect"]?.AsArray().Select(value => value!.ToJsonString()) ?? [], selected.Select(value => value!.ToJsonString()));
    }

    [Theory]
    [InlineData("""["name"]""", """{"name":"Doe"}""")]
    [InlineData("""["nothing"]""", """{"nothing":null}""")]
    [InlineData("""["address"]""", """{"address":{"street":"Georgstraße 17a","locality":"Gelsenkirchen"}}""")]
    [InlineData("""["address","street"]""", """{"address":{"street":"Georgstraße 17a"}}""")]
    [InlineData("""["degrees",null,"type"]""", """{"degrees":[{"type":"B.Sc."},{"type":"M.Sc."}]}""")]
    [InlineData("""["degrees",1,"type"]""", """{"degrees":[{},{"type":"M.Sc."}]}""")]
    [InlineData("""["nationalities",1]""", """{"nationalities":[null,"PL"]}""")]
    [InlineData("""["matrix",null,0]""", """{"matrix":[[1,null],[3,null]]}""")]
    public void Exactly_the_claims_asked_for_are_handed_on(string path, string expected)
    {
        var match = Match($$"""[{"path":{{path}}}]""").Expect();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), match.Claims), match.Claims.ToJsonString());
    }

    [Theory]
    [InlineData("""["missing"]""")]
    [InlineData("""["name","first"]""")]
    [InlineData("""["address",0]""")]
    [InlineData("""["address",null]""")]
    [InlineData("""["nationalities",2]""")]
    [InlineData("""["degrees","type"]""")]
    [InlineData("""["degrees",null,"grade"]""")]
    public void A_claim_that_is_not_there_answers_nothing(string path)
        => Refusal.Is(PresentationErrors.QueryNotSatisfied, Match($$"""[{"path":["name"]},{"path":{{path}}}]"""));

    [Theory]
    [InlineData("""["name"]""", """["Doe"]""", true)]
    [InlineData("""["name"]""", """["Roe","Doe"]""", true)]
    [InlineData("""["name"]""", """["doe"]""", false)]
    [InlineData("""["age"]""", "[42]", true)]
    [InlineData("""["age"]""", """["42"]""", false)]
    [InlineData("""["adult"]""", "[true]", true)]
    [InlineData("""["adult"]""", """["true"]""", false)]
    [InlineData("""["adult"]""", "[1]", false)]
    [InlineData("""["nationalities",null]""", """["PL"]""", true)]
    [InlineData("""["nationalities",null]""", """["FR"]""", false)]
    [InlineData("""["nationalities"]""", """["PL"]""", false)]
    public void A_value_must_be_equal_in_type_and_content(string path, string values, bool answers)
        => Assert.Equal(answers, Match($$"""[{"path":{{path}},"values":{{values}}}]""").Error is null);

    [Theory]
    [InlineData("""[["a","b"],["b"]]""", "name,age")]
    [InlineData("""[["a","missing"],["b"],["a"]]""", "age")]
    [InlineData("""[["missing"],["a"]]""", "name")]
    [InlineData("""[["missing"]]""", null)]
    public void Of_claim_sets_the_first_that_can_be_answered_counts(string sets, string? names)
    {
        var match = Match("""[{"id":"a","path":["name"]},{"id":"b","path":["age"]},{"id":"missing","path":["missing"]}]""", sets);

        Assert.Equal(names, match.TryGetValue(out var found, out _) ? string.Join(',', found.Claims.Select(claim => claim.Key)) : null);
    }

    [Fact]
    public void Without_claims_nothing_that_could_be_hidden_is_asked_for()
    {
        var match = Match(claims: null).Expect();

        Assert.Empty(match.Paths);
        Assert.Empty(match.Claims);
    }

    [Fact]
    public void A_path_into_an_mdoc_is_a_namespace_and_an_element()
    {
        var query = CredentialQuery.Mdoc("mdl", "org.iso.18013.5.1.mDL", "org.iso.18013.5.1", ["family_name"]);
        var elements = JsonNode.Parse("""{"org.iso.18013.5.1":{"family_name":"Doe","birth_date":"1964-08-12"},"other":{"family_name":"Roe"}}""")!.AsObject();

        Assert.Equal("""{"org.iso.18013.5.1":{"family_name":"Doe"}}""", CredentialMatch.Of(query, elements).Expect().Claims.ToJsonString());
    }

    [Fact]
    public void The_claims_handed_on_are_a_copy()
    {
        var claims = JsonNode.Parse(Claims)!.AsObject();
        var match = CredentialMatch.Of(Query("""[{"path":["address"]}]""", null), claims).Expect();

        match.Claims["address"]!["street"] = "changed";

        Assert.Equal("Georgstraße 17a", (string?)claims["address"]!["street"]);
    }

    private static Checked<CredentialMatch> Match(string? claims, string? sets = null) =>
        CredentialMatch.Of(Query(claims, sets), JsonNode.Parse(Claims)!.AsObject());

    private static CredentialQuery Query(string? claims, string? sets)
    {
        var credential = JsonNode.Parse("""{"id":"pid","format":"dc+sd-jwt","meta":{"vct_values":["urn:pid"]}}""")!.AsObject();
        if (claims is not null)
            credential["claims"] = JsonNode.Parse(claims);
        if (sets is not null)
            credential["claim_sets"] = JsonNode.Parse(sets);
        return DcqlQuery.Parse(new JsonObject { ["credentials"] = new JsonArray(credential) }).Expect().Credentials[0];
    }
}
