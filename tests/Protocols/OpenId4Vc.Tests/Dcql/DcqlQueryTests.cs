using System.Text.Json.Nodes;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Dcql;

/// <summary>Which queries are queries (OpenID4VP 1.0 §6).</summary>
public sealed class DcqlQueryTests
{
    private const string Valid = """
        {"credentials":[
          {"id":"pid","format":"dc+sd-jwt","meta":{"vct_values":["urn:pid"]},"claims":[{"id":"a","path":["name"]},{"id":"b","path":["address",null,0]}],"claim_sets":[["a"],["b"]]},
          {"id":"mdl","format":"mso_mdoc","multiple":true,"require_cryptographic_holder_binding":false,"meta":{"doctype_value":"mdl"},"trusted_authorities":[{"type":"aki","values":["x"]}],"claims":[{"path":["ns","element"],"values":["a",1,true],"intent_to_retain":true}]}],
         "credential_sets":[{"options":[["pid"],["mdl"]]},{"options":[["mdl"]],"required":false}]}
        """;

    public static TheoryData<string> Published =>
    [
        .. ((string[])["1.0-final", "1.0-errata-draft", "1.1-draft"]).SelectMany(version =>
            Vectors.Files($"openid4vp/{version}/examples/query_lang", "*.json").Concat(Vectors.Files($"openid4vp/{version}/examples/request", "dcql_*.json"))).Distinct(),
    ];

    [Theory, MemberData(nameof(Published))]
    public void A_published_query_survives_a_round_trip(string file)
    {
        var query = DcqlQuery.Parse(Vectors.Read(file)).Expect();

        Assert.True(JsonNode.DeepEquals(Vectors.Read(file), query.ToJson()), query.ToJson().ToJsonString());
    }

    [Fact]
    public void Every_member_survives_a_round_trip()
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Valid), DcqlQuery.Parse(Json(Valid)).Expect().ToJson()));

    [Theory]
    [InlineData("""{"credentials":[]}""")]
    [InlineData("""{"credentials":{}}""")]
    [InlineData("{}")]
    [InlineData("""{"credentials":[7]}""")]
    public void A_query_asks_for_something(string json) => Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(Json(json)));

    [Theory]
    [InlineData("id", null)]
    [InlineData("id", "7")]
    [InlineData("id", "\"\"")]
    [InlineData("id", "\"with blank\"")]
    [InlineData("id", "\"mdl\"")]
    [InlineData("format", null)]
    [InlineData("format", "\"\"")]
    [InlineData("meta", null)]
    [InlineData("meta", "[]")]
    [InlineData("meta", "{}")]
    [InlineData("meta", """{"vct_values":[]}""")]
    [InlineData("meta", """{"vct_values":"urn:pid"}""")]
    [InlineData("meta", """{"vct_values":[1]}""")]
    [InlineData("multiple", "\"true\"")]
    [InlineData("multiple", "null")]
    [InlineData("require_cryptographic_holder_binding", "1")]
    [InlineData("trusted_authorities", "[]")]
    [InlineData("trusted_authorities", """[{"type":"aki"}]""")]
    [InlineData("trusted_authorities", """[{"values":["x"]}]""")]
    [InlineData("claims", "[]")]
    [InlineData("claims", "[{}]")]
    [InlineData("claims", """[{"path":[]}]""")]
    [InlineData("claims", """[{"path":["a",-1]}]""")]
    [InlineData("claims", """[{"path":["a",1.5]}]""")]
    [InlineData("claims", """[{"path":["a",true]}]""")]
    [InlineData("claims", """[{"id":"a","path":["x"]},{"id":"a","path":["y"]},{"id":"b","path":["z"]}]""")]
    [InlineData("claims", """[{"path":["a"],"values":[]}]""")]
    [InlineData("claims", """[{"path":["a"],"values":[1.5]}]""")]
    [InlineData("claims", """[{"path":["a"],"values":[null]}]""")]
    [InlineData("claims", """[{"path":["a"],"values":[{}]}]""")]
    [InlineData("claims", null)]
    [InlineData("claim_sets", "[]")]
    [InlineData("claim_sets", "[[]]")]
    [InlineData("claim_sets", """["a"]""")]
    [InlineData("claim_sets", """[["a","c"]]""")]
    public void A_credential_query_against_the_rules_is_refused(string member, string? value)
    {
        var json = Json(Valid);
        var credential = json["credentials"]![0]!.AsObject();
        credential.Remove(member);
        if (value is not null)
            credential[member] = JsonNode.Parse(value);

        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(json));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"doctype_value":7}""")]
    public void An_mdoc_is_asked_for_by_its_document_type(string meta)
    {
        var json = Json(Valid);
        json["credentials"]![1]!["meta"] = JsonNode.Parse(meta);

        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(json));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    public void An_intent_to_retain_is_said_or_not_said(string intent)
    {
        var json = Json(Valid);
        json["credentials"]![1]!["claims"]![0]!["intent_to_retain"] = JsonNode.Parse(intent);

        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(json));
    }

    [Theory]
    [InlineData("""["one"]""")]
    [InlineData("""["one",0]""")]
    [InlineData("""["one","two","three"]""")]
    public void A_path_into_an_mdoc_is_a_namespace_and_an_element(string path)
    {
        var json = Json(Valid);
        json["credentials"]![1]!["claims"]![0]!["path"] = JsonNode.Parse(path);

        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(json));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("""[{"options":[]}]""")]
    [InlineData("""[{"options":[[]]}]""")]
    [InlineData("""[{"options":[["unknown"]]}]""")]
    [InlineData("""[{"options":[["pid"]],"required":"yes"}]""")]
    public void A_credential_set_combines_credentials_that_are_asked_for(string sets)
    {
        var json = Json(Valid);
        json["credential_sets"] = JsonNode.Parse(sets);

        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(json));
    }

    [Fact]
    public void Unknown_members_are_ignored()
    {
        var json = Json(Valid);
        json["later"] = true;
        json["credentials"]![0]!["later"] = new JsonObject();
        json["credentials"]![0]!["claims"]![0]!["later"] = 1;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Valid), DcqlQuery.Parse(json).Expect().ToJson()));
    }

    [Fact]
    public void A_presentation_definition_of_an_early_draft_is_no_query()
        => Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(Vectors.Read("haip/outdated-examples/presentation_definition_sd_jwt_vc.json")));

    [Fact]
    public void A_query_has_limits_of_size()
    {
        var limits = new DcqlLimits(MaxCredentials: 2, MaxClaims: 2, MaxCombinations: 2, MaxValues: 3);
        Assert.Null(DcqlQuery.Parse(Json(Valid), limits).Error);

        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(Json(Valid), limits with { MaxCredentials = 1 }));
        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(Json(Valid), limits with { MaxClaims = 1 }));
        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(Json(Valid), limits with { MaxCombinations = 1 }));
        Refusal.Is(PresentationErrors.InvalidRequest, DcqlQuery.Parse(Json(Valid), limits with { MaxValues = 2 }));
    }

    [Theory]
    [InlineData("pid", true)]
    [InlineData("other_pid", true)]
    [InlineData("pid_reduced_cred_1", false)]
    [InlineData("pid_reduced_cred_1 pid_reduced_cred_2", true)]
    [InlineData("nice_to_have", false)]
    [InlineData("", false)]
    public void Of_credential_sets_one_option_of_every_required_set_is_enough(string shown, bool enough)
    {
        var query = DcqlQuery.Parse(Vectors.Read("openid4vp/1.0-final/examples/query_lang/credentials_alternatives.json")).Expect();

        Assert.Equal(enough, query.IsAnsweredBy(shown.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet()));
    }

    [Fact]
    public void Without_credential_sets_everything_is_asked_for()
    {
        var query = DcqlQuery.Parse(Vectors.Read("openid4vp/1.0-final/examples/query_lang/multi_credentials.json")).Expect();
        var all = query.Credentials.Select(credential => credential.Id).ToHashSet();

        Assert.True(query.IsAnsweredBy(all));
        Assert.All(all, id => Assert.False(query.IsAnsweredBy(all.Where(other => other != id).ToHashSet())));
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
