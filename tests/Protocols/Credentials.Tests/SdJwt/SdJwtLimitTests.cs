using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

/// <summary>Bombs: long texts, many Disclosures, Disclosures inside Disclosures without end (attacks 12 and 16).</summary>
public sealed class SdJwtLimitTests
{
    [Fact]
    public void A_long_text_is_refused_before_it_is_read()
        => Refusal.Is(ErrorCodes.TooLarge, ParsedSdJwt.Parse(new string('~', 200_000)));

    [Fact]
    public void Too_many_disclosures_are_refused()
        => Refusal.Is(ErrorCodes.TooLarge, ParsedSdJwt.Parse($"e30.e30.AA{string.Concat(Enumerable.Repeat("~AA", 501))}~"));

    [Theory]
    [InlineData(30, null)]
    [InlineData(60, ErrorCodes.Json)]
    public void Disclosures_inside_disclosures_end_at_a_depth(int levels, string? code)
    {
        var disclosures = new List<string>();
        var payload = new JsonObject { ["leaf"] = 1 };
        for (var i = 0; i < levels; i++)
        {
            var disclosure = Base64Url.Encode(StrictJson.Write(new JsonArray($"salt {i}", "inner", payload)));
            disclosures.Add(disclosure);
            payload = new JsonObject { ["_sd"] = new JsonArray(Digest(disclosure)) };
        }

        var text = string.Join('~', [CompactJws.Sign([], payload, Keys.Issuer), .. disclosures, ""]);
        Assert.Equal(code, SdJwtVerifier.Verify(text, _ => Keys.Issuer.Verifier(), new SdJwtRules(Keys.Now)).Error?.Code);
    }

    private static string Digest(string text) => Base64Url.Encode(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
