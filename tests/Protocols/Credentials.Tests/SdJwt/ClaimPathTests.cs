using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

public sealed class ClaimPathTests
{
    // OpenID4VP 1.0 §7.3
    private static readonly JsonObject Claims = JsonNode.Parse("""
        {"name":"Arthur Dent","address":{"street_address":"42 Market Street"},"degrees":[{"type":"Bachelor"},{"type":"Master"}],"nationalities":["British","Betelgeusian"]}
        """)!.AsObject();

    [Theory]
    [InlineData("""["name"]""", """["Arthur Dent"]""")]
    [InlineData("""["address","street_address"]""", """["42 Market Street"]""")]
    [InlineData("""["degrees",null,"type"]""", """["Bachelor","Master"]""")]
    [InlineData("""["nationalities",1]""", """["Betelgeusian"]""")]
    [InlineData("""["nationalities",2]""", "[]")]
    [InlineData("""["name",0]""", "[]")]
    [InlineData("""["address",null]""", "[]")]
    [InlineData("""["missing"]""", "[]")]
    public void A_path_selects_what_OpenID4VP_says(string path, string expected)
    {
        var selected = ClaimPath.Parse(JsonNode.Parse(path)!.AsArray()).Expect().Select(Claims);
        Assert.Equal(expected, new JsonArray([.. selected.Select(node => node?.DeepClone())]).ToJsonString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[-1]")]
    [InlineData("[1.5]")]
    [InlineData("[true]")]
    [InlineData("[[]]")]
    [InlineData("""["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17"]""")]
    public void A_malformed_or_endless_path_is_refused(string path)
        => Refusal.Is(ErrorCodes.Malformed, ClaimPath.Parse(JsonNode.Parse(path)!.AsArray()));

    [Fact]
    public void Paths_with_the_same_steps_are_equal_and_write_themselves()
    {
        var path = ClaimPath.Parse(JsonNode.Parse("""["degrees",null,"type"]""")!.AsArray()).Expect();
        Assert.Equal(ClaimPath.Of([ClaimStep.Member("degrees"), ClaimStep.EveryElement, ClaimStep.Member("type")]), path);
        Assert.Equal("""["degrees",null,"type"]""", path.ToString());
    }
}
