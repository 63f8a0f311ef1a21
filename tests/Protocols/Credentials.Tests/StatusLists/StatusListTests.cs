using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.Credentials.Tests.StatusLists;

public sealed class StatusListTests
{
    private static readonly Gen<int> Bits = Gen.Int[0, 3].Select(exponent => 1 << exponent);

    public static TheoryData<string> DerivedLists => Vectors.CasesOf("status-list/derived-lists.json");

    [Fact]
    public void A_list_behaves_like_an_array_of_statuses()
        => Gen.Select(Bits, Gen.Int[0, 100].Array[1, 60], Gen.Byte.Array[1, 60]).Sample((bits, indices, values) =>
        {
            var list = new StatusList(bits, 101);
            var model = new byte[list.Count];
            foreach (var (index, value) in indices.Zip(values, (index, value) => (index, (byte)(value & ((1 << bits) - 1)))))
                list[index] = model[index] = value;
            var read = StatusList.Parse(list.ToJson()).Expect();
            return read.Count == list.Count && model.Select((value, index) => read[index] == value && list[index] == value).All(same => same);
        });

    [Fact]
    public void The_short_lists_of_the_specification_are_built_and_read()
        => Assert.All(Vectors.Read("status-list/short-lists.json")["lists"]!.AsArray(), example =>
        {
            var statuses = example!["statuses"]!.AsArray().Select(status => status!.GetValue<byte>()).ToList();
            var list = new StatusList(example["bits"]!.GetValue<int>(), statuses.Count);
            for (var i = 0; i < statuses.Count; i++)
                list[i] = statuses[i];
            Assert.Equal(example["byte_array_hex"]!.GetValue<string>(), Convert.ToHexStringLower(list.Bytes.Span));
            AssertStatuses(example["statuses"]!.AsArray(), StatusList.Parse(example["json"]!.AsObject()).Expect());
            AssertStatuses(example["statuses"]!.AsArray(), StatusList.Parse(StrictCbor.Parse(Convert.FromHexString(example.AsObject().Text("cbor_hex")!)).Expect()).Expect());
        });

    [Theory]
    [InlineData("long-1bit")]
    [InlineData("long-2bit")]
    [InlineData("long-4bit")]
    [InlineData("long-8bit")]
    public void The_long_lists_of_the_specification_are_built_and_read(string name)
    {
        var example = Vectors.Read($"status-list/{name}.json");
        var read = StatusList.Parse(example.Object("json")!).Expect();
        var built = new StatusList((int)example.Integer("bits")!, (int)example.Integer("size")!);
        foreach (var entry in example["entries"]!.AsArray())
        {
            var (index, value) = (entry!["index"]!.GetValue<int>(), entry["value"]!.GetValue<byte>());
            Assert.Equal(value, read[index]);
            built[index] = value;
        }

        Assert.Equal(example.Integer("size"), read.Count);
        Assert.True(StatusList.Parse(StrictCbor.Parse(Convert.FromHexString(example.Text("cbor_hex")!)).Expect()).Expect().Bytes.Span.SequenceEqual(read.Bytes.Span));
        Assert.Equal(example.Text("uncompressed_sha256"), Convert.ToHexStringLower(SHA256.HashData(read.Bytes.Span)));
        Assert.True(read.Bytes.Span.SequenceEqual(built.Bytes.Span));
    }

    [Theory]
    [MemberData(nameof(DerivedLists))]
    public void A_derived_list_is_accepted_or_refused_as_expected(string id)
    {
        var given = Vectors.Case("status-list/derived-lists.json", id);
        var outcome = StatusList.Parse(given.Object("status_list")!);
        switch (given.Text("expect"))
        {
            case "accept":
                AssertStatuses(given["statuses"]!.AsArray(), outcome.Expect());
                break;
            case "limit":
                Refusal.Is(ErrorCodes.TooLarge, outcome);
                break;
            default:
                Refusal.Is(ErrorCodes.StatusList, outcome);
                break;
        }
    }

    [Fact]
    public void The_derived_indices_are_read_or_refused_as_expected()
        => Assert.All(Vectors.Read("status-list/derived-lists.json")["index_checks"]!.AsArray(), given =>
        {
            var outcome = StatusList.Parse(given!["status_list"]!.AsObject()).Expect().StatusAt(given["index"]!.GetValue<int>());
            if (given["expect"]!.GetValue<string>().Split(' ') is ["value", var value])
                Assert.Equal(byte.Parse(value, CultureInfo.InvariantCulture), outcome.Expect());
            else
                Refusal.Is(ErrorCodes.StatusIndex, outcome);
        });

    [Fact]
    public void The_aggregation_of_the_specification_is_read_and_written()
    {
        var json = Vectors.Read("status-list/tokens.json").Object("aggregation")!;
        var read = StatusListAggregation.Parse(StrictJson.Write(json)).Expect();
        Assert.Equal(["https://example.com/statuslists/1", "https://example.com/statuslists/2", "https://example.com/statuslists/3"], read.StatusLists);
        Assert.True(JsonNode.DeepEquals(json, read.ToJson()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status_lists":"https://example.com/statuslists/1"}""")]
    [InlineData("""{"status_lists":["https://example.com/statuslists/1",2]}""")]
    public void A_malformed_aggregation_is_refused(string json)
        => Refusal.Is(ErrorCodes.StatusList, StatusListAggregation.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void An_aggregation_without_end_is_refused_unread()
        => Refusal.Is(ErrorCodes.TooLarge, StatusListAggregation.Parse(Encoding.UTF8.GetBytes($$"""{"status_lists":["{{new string('x', 1024 * 1024)}}"]}""")));

    [Theory]
    [InlineData(1, 15_000)]
    [InlineData(2, 15_000)]
    public void A_list_of_a_million_of_which_one_in_a_hundred_is_revoked_stays_below_15_kilobytes(int bits, int most)
    {
        var list = new StatusList(bits, 1 << 20);
        var random = new SeededRandomness(17);
        for (var revoked = 0; revoked < list.Count / 100; revoked++)
            list[random.NextInt(list.Count)] = StatusValues.Invalid;
        Assert.InRange(list.Compress().Length, 1, most);
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, ErrorCodes.StatusIndex)]
    [InlineData(int.MaxValue, ErrorCodes.StatusIndex)]
    [InlineData(-1, ErrorCodes.StatusIndex)]
    public void An_index_outside_the_list_gets_no_status(int index, string? code)
        => Assert.Equal(code, new StatusList(1, 16).StatusAt(index).Error?.Code);

    [Fact]
    public void A_bomb_stops_at_the_limit()
    {
        var bomb = new StatusList(1, 8 * 3000).ToJson();
        Assert.Null(StatusList.Parse(bomb, maxBytes: 3000).Error);
        Refusal.Is(ErrorCodes.TooLarge, StatusList.Parse(bomb, maxBytes: 2999));
    }

    [Fact]
    public void A_stream_that_asks_for_a_dictionary_is_refused()
    {
        // RFC 1950 section 2.2: 0x20 is FDICT, with the right check bits.
        var list = new JsonObject { ["bits"] = 1, ["lst"] = Base64Url.Encode([0x78, 0x20, 1, 2, 3, 4, 5, 6, 7, 8]) };
        Refusal.Is(ErrorCodes.StatusList, StatusList.Parse(list, maxBytes: 3000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    public void Other_sizes_do_not_exist(int bits) => Assert.Throws<ArgumentOutOfRangeException>(() => new StatusList(bits, 8));

    [Fact]
    public void A_value_that_does_not_fit_is_refused()
    {
        var list = new StatusList(1, 8);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[0] = StatusValues.Suspended);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[8] = StatusValues.Invalid);
    }

    [Fact]
    public void Random_bytes_in_the_place_of_a_list_never_throw()
        => Gen.Byte.Array[0, 60].Sample(bytes => { StatusList.Parse(new JsonObject { ["bits"] = 1, ["lst"] = Base64Url.Encode([0x78, 0xDA, .. bytes]) }); });

    private static void AssertStatuses(JsonArray expected, StatusList list)
    {
        Assert.Equal(expected.Count, list.Count);
        Assert.Equal(expected.Select(status => status!.GetValue<byte>()), Enumerable.Range(0, list.Count).Select(index => list[index]));
    }
}
