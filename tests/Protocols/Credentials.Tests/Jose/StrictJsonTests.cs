using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.Jose;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("""{"alg":"ES256","alg":"none"}""")]
    [InlineData("""{"alg":"ES256","\u0061lg":"none"}""")]
    [InlineData("""{"outer":[{"a":1,"a":2}]}""")]
    public void A_member_that_occurs_twice_is_refused(string json) => Refusal.Is(ErrorCodes.Json, Parse(json));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("{/* no */}")]
    [InlineData("""{"a":1,}""")]
    [InlineData("{'a':1}")]
    [InlineData("""{"a":NaN}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("\uFEFF{}")]
    public void What_is_not_an_object_in_strict_JSON_is_refused(string json) => Refusal.Is(ErrorCodes.Json, Parse(json));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
        => Refusal.Is(ErrorCodes.Json, StrictJson.ParseObject([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]));

    [Fact]
    public void The_limits_stand_before_parsing()
    {
        var limits = new JsonLimits(MaxBytes: 40, MaxDepth: 3, MaxValues: 5);
        Refusal.Is(ErrorCodes.TooLarge, StrictJson.ParseObject(new byte[41], limits));
        Refusal.Is(ErrorCodes.TooLarge, StrictJson.ParseObject("""{"a":[1,2,3,4]}"""u8, limits));
        Refusal.Is(ErrorCodes.Json, StrictJson.ParseObject("""{"a":[[[1]]]}"""u8, limits));
        Assert.Null(StrictJson.ParseObject("""{"a":[[1,2]]}"""u8, limits).Error);
    }

    [Fact]
    public void Numbers_keep_their_digits()
        => Assert.Equal("""{"a":1e400,"b":0.10}""", Encoding.UTF8.GetString(StrictJson.Write(Parse("""{"a":1e400,"b":0.10}""").Expect())));

    [Theory]
    [InlineData("1e91516239022")]
    [InlineData("1E+91516239022")]
    [InlineData("-1.5e-91516239022")]
    public void A_number_that_nobody_can_compare_is_refused(string number)
    {
        Assert.Null(Parse($$"""{"a":{{number.Replace("91516239022", "9151", StringComparison.Ordinal)}}}""").Error);
        Refusal.Is(ErrorCodes.Json, Parse($$"""{"a":{{number}}}"""));
    }

    [Fact]
    public void Numbers_that_are_read_can_be_compared()
        => Gen.Select(Gen.Int[-99_999, 99_999], Gen.Int[0, 3]).Sample((exponent, sign) =>
        {
            var read = Parse($$"""{"a":1e{{(sign == 0 ? "+" : "")}}{{exponent}}}""");
            return read.Error is not null || JsonNode.DeepEquals(read.Expect(), read.Expect().DeepClone());
        });

    [Fact]
    public void Random_bytes_never_throw()
        => Gen.Byte.Array[0, 100].Sample(bytes => { StrictJson.ParseObject(bytes); });

    [Fact]
    public void Members_are_read_in_exactly_one_type()
    {
        var json = new JsonObject { ["text"] = "1", ["number"] = 1, ["fraction"] = 1.9, ["huge"] = 1e300 };
        Assert.Null(json.Text("number"));
        Assert.Null(json.Integer("text"));
        Assert.Equal(1, json.Integer("number"));
        Assert.Null(json.Integer("fraction"));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(1), json.Instant("fraction"));
        Assert.Null(json.Instant("huge"));
        Assert.Null(json.Instant("text"));
    }

    private static Checked<JsonObject> Parse(string json) => StrictJson.ParseObject(Encoding.UTF8.GetBytes(json));
}
