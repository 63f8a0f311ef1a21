using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.Credentials.Tests.Cbor;

/// <summary>RFC 8949 Appendix A and Appendix F, and cases beside the RFC. Attack 15: CBOR that is not what it seems.</summary>
public sealed class CborVectorTests
{
    private static readonly CborLimits Everything = CborLimits.Default with { IndefiniteLengths = true };

    [Fact]
    public void The_examples_of_Appendix_A_are_read_and_written_as_printed()
    {
        var written = 0;
        foreach (var entry in AppendixA().Where(entry => Hex(entry) != "f818"))
        {
            var item = StrictCbor.Parse(Bytes(entry), Everything).Expect();
            Assert.Equal(Hex(entry), Convert.ToHexStringLower(item.Encoded.Span));
            if (entry.TryGetPropertyValue("decoded", out var decoded))
                AssertSame(decoded, item);
            if (entry["roundtrip"]!.GetValue<bool>() && Rebuilt.From(item) is { } rebuilt)
            {
                Assert.Equal(Hex(entry), Convert.ToHexStringLower(rebuilt.Encoded.Span));
                written++;
            }
        }

        // All but what nobody writes here: integers beyond 63 bits, undefined and unnamed simple values.
        Assert.Equal(59, written);
    }

    [Fact]
    public void A_simple_value_in_two_bytes_where_one_would_do_is_refused()
        => Refusal.Is(ErrorCodes.Cbor, StrictCbor.Parse(Convert.FromHexString("f818"), Everything));

    [Fact]
    public void Every_item_of_Appendix_F_is_refused()
    {
        var items = Vectors.Read("cbor/not-well-formed.json")["items"]!.AsArray();
        Assert.Equal(94, items.Count);
        Assert.All(items, entry => Refusal.Is(ErrorCodes.Cbor, StrictCbor.Parse(Bytes(entry!.AsObject()), Everything)));
    }

    [Fact]
    public void Trailing_bytes_broken_UTF_8_and_huge_lengths_are_refused()
        => Assert.All(
            Vectors.Read("cbor/further-cases.json")["must_reject"]!.AsArray(),
            entry => Refusal.Is(ErrorCodes.Cbor, StrictCbor.Parse(Bytes(entry!.AsObject()), Everything)));

    [Fact]
    public void Of_what_is_well_formed_long_spellings_pass_and_duplicates_indefinite_lengths_and_abysses_do_not()
    {
        var cases = Vectors.Read("cbor/further-cases.json")["well_formed_but_not_deterministic_or_not_valid"]!.AsArray();
        Assert.Equal(10, cases.Count);
        foreach (var entry in cases.Select(entry => entry!.AsObject()))
        {
            var expected = entry["property"]!.GetValue<string>() switch
            {
                "duplicate key" or "indefinite array" or "indefinite map" or "indefinite string" => ErrorCodes.Cbor,
                "nested too deep" => ErrorCodes.TooLarge,
                _ => null,
            };
            Assert.Equal(expected, StrictCbor.Parse(Bytes(entry)).Error?.Code);
        }
    }

    private static void AssertSame(JsonNode? expected, CborItem item)
    {
        switch (item.Kind)
        {
            case CborKind.Array:
                Assert.Equal(expected!.AsArray().Count, item.Elements!.Count);
                for (var i = 0; i < item.Elements.Count; i++)
                    AssertSame(expected[i], item.Elements[i]);
                break;
            case CborKind.Map:
                Assert.Equal(expected!.AsObject().Count, item.Entries!.Count);
                foreach (var (key, value) in item.Entries)
                    AssertSame(expected[key.Text!], value);
                break;
            case CborKind.Float:
                Assert.Equal(expected!.GetValue<double>(), item.Float);
                break;
            case CborKind.Integer or CborKind.Tag:
                Assert.Equal(BigInteger.Parse(expected!.ToJsonString(), CultureInfo.InvariantCulture), Number(item));
                break;
            default:
                Assert.Equal(expected?.ToJsonString(), item.ToJson()?.ToJsonString());
                break;
        }
    }

    private static BigInteger Number(CborItem item)
    {
        if (item.Integer is { } number)
            return BigInteger.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var magnitude = new BigInteger(item.Tagged!.Bytes!.Value.Span, isUnsigned: true, isBigEndian: true);
        return item.TagNumber == 2 ? magnitude : -1 - magnitude;
    }

    private static IEnumerable<JsonObject> AppendixA()
    {
        Assert.SkipUnless(SharedFiles.Present, SharedFiles.Absent);
        return JsonNode.Parse(SharedFiles.Read("vectors/cbor/appendix_a.json"))!.AsArray().Select(entry => entry!.AsObject());
    }

    private static string Hex(JsonObject entry) => entry["hex"]!.GetValue<string>();

    private static byte[] Bytes(JsonObject entry) => Convert.FromHexString(Hex(entry));
}
