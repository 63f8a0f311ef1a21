using CsCheck;
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Tests.Cbor;

/// <summary>Attack 15: CBOR from strangers.</summary>
public sealed class StrictCborTests
{
    private static readonly Gen<CborItem> Scalars = Gen.OneOf(
        Gen.Long.Select(CborItem.Of),
        Gen.Double.Select(CborItem.Of),
        Gen.Bool.Select(CborItem.Of),
        Gen.Byte.Array[0, 300].Select(bytes => CborItem.Of(bytes)),
        Gen.String[Gen.Char.AlphaNumeric, 0, 300].Select(CborItem.Of),
        Gen.Const(CborItem.Null));

    private static readonly Gen<CborItem> Items = Gen.Recursive<CborItem>((depth, inner) => depth > 4
        ? Scalars
        : Gen.OneOf(
            Scalars,
            inner.Array[0, 5].Select(elements => CborItem.Array(elements)),
            inner.Array[0, 5].Select(values => CborItem.Map(values.Select((value, i) => i % 2 == 0 ? CborEntry.Of(i, value) : CborEntry.Of($"k{i}", value)))),
            inner.Select(item => CborItem.Tag(1004, item)),
            inner.Select(CborItem.Embed)));

    [Fact]
    public void What_is_written_is_read_as_the_same_bytes_and_can_be_written_again()
        => Items.Sample(item =>
        {
            var read = StrictCbor.Parse(item.Encoded).Expect();
            return read.Encoded.Span.SequenceEqual(item.Encoded.Span) && Rebuilt.From(read)!.Encoded.Span.SequenceEqual(item.Encoded.Span);
        }, iter: 2_000);

    [Fact]
    public void Random_bytes_never_throw_and_what_passes_is_kept_as_received()
        => Gen.Byte.Array[0, 200].Sample(bytes =>
            !StrictCbor.Parse(bytes, CborLimits.Default with { IndefiniteLengths = true }).TryGetValue(out var item, out _)
            || (item.Encoded.Span.SequenceEqual(bytes) && item.ToJson()?.ToJsonString() is null or { Length: > 0 }), iter: 20_000);

    [Fact]
    public void A_changed_byte_never_throws()
        => Gen.Select(Items, Gen.Int[0, 10_000], Gen.Byte).Sample((item, position, value) =>
        {
            var bytes = item.Encoded.ToArray();
            bytes[position % bytes.Length] = value;
            StrictCbor.Parse(bytes, CborLimits.Default with { IndefiniteLengths = true });
        }, iter: 5_000);

    [Theory]
    [InlineData("9b7fffffffffffffff01")]
    [InlineData("9b800000000000000001")]
    [InlineData("bb7fffffffffffffff0101")]
    [InlineData("5b7fffffffffffffff01")]
    [InlineData("7b800000000000000001")]
    [InlineData("9a7fffffff01")]
    [InlineData("5a7fffffff01")]
    public void A_huge_announced_length_is_refused_without_memory_for_it(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        StrictCbor.Parse(bytes); // the first call pays for the code
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = StrictCbor.Parse(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_096);
        Refusal.Is(ErrorCodes.Cbor, refused);
    }

    [Fact]
    public void The_limits_stand_before_parsing()
    {
        var limits = new CborLimits(MaxBytes: 12, MaxDepth: 3, MaxItems: 6);
        Refusal.Is(ErrorCodes.TooLarge, StrictCbor.Parse(new byte[13], limits));
        Refusal.Is(ErrorCodes.TooLarge, StrictCbor.Parse(Convert.FromHexString("860102030405" + "06"), limits));
        Refusal.Is(ErrorCodes.TooLarge, StrictCbor.Parse(Convert.FromHexString("8181818100"), limits));
        Assert.Null(StrictCbor.Parse(Convert.FromHexString("818181" + "00"), limits).Error);
    }

    [Theory]
    [InlineData(0xc6)] // tags
    [InlineData(0x81)] // arrays
    public void An_abyss_of_tags_or_arrays_is_refused(byte head)
        => Refusal.Is(ErrorCodes.TooLarge, StrictCbor.Parse(Enumerable.Repeat(head, 200_000).ToArray()));

    [Theory]
    [InlineData("a2616101616102")] // "a" twice
    [InlineData("a2616101" + "78016102")] // "a" in a longer spelling
    [InlineData("a20101" + "180102")] // 1 in a longer spelling
    [InlineData("a2410101" + "58010102")] // h'01' in a longer spelling
    public void A_key_that_occurs_twice_is_refused_however_it_is_spelt(string hex)
        => Refusal.Is(ErrorCodes.Cbor, StrictCbor.Parse(Convert.FromHexString(hex)));

    [Fact]
    public void Keys_of_different_kinds_are_different_keys()
        => Assert.Equal(3, StrictCbor.Parse(Convert.FromHexString("a3" + "6101" + "00" + "01" + "00" + "4101" + "00")).Expect().Entries!.Count);

    [Theory]
    [InlineData("a1f401")] // false
    [InlineData("a1800" + "1")] // []
    [InlineData("a1c10001")] // a tagged number
    [InlineData("a1f93c0001")] // 1.0
    public void A_key_that_is_neither_number_nor_string_is_refused(string hex)
        => Refusal.Is(ErrorCodes.Cbor, StrictCbor.Parse(Convert.FromHexString(hex)));

    [Fact]
    public void Maps_are_written_in_one_order_and_never_with_a_key_twice()
    {
        var one = CborItem.Map(CborEntry.Of("b", CborItem.Null), CborEntry.Of(-1, CborItem.Null), CborEntry.Of("aa", CborItem.Null), CborEntry.Of(10, CborItem.Null));
        Assert.Equal("a4" + "0af6" + "20f6" + "6162f6" + "626161f6", Convert.ToHexStringLower(one.Encoded.Span));
        Assert.Throws<ArgumentException>(() => CborItem.Map(CborEntry.Of(1, CborItem.Null), CborEntry.Of(1, CborItem.Null)));
    }

    [Fact]
    public void An_embedded_item_is_read_from_tag_24_only()
    {
        var item = CborItem.Array(CborItem.Of(1));
        Assert.Equal(item.Encoded.ToArray(), StrictCbor.ParseEmbedded(CborItem.Embed(item)).Expect().Encoded.ToArray());
        Refusal.Is(ErrorCodes.Cbor, StrictCbor.ParseEmbedded(item));
        Refusal.Is(ErrorCodes.Cbor, StrictCbor.ParseEmbedded(CborItem.Tag(25, CborItem.Of(item.Encoded.Span))));
        Refusal.Is(ErrorCodes.Cbor, StrictCbor.ParseEmbedded(null));
    }

    [Fact]
    public void Dates_are_read_in_one_spelling_only()
    {
        var instant = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(instant, CborDates.Of(instant).Instant());
        Assert.Equal(new DateOnly(2026, 2, 28), CborDates.Of(new DateOnly(2026, 2, 28)).Day());
        Assert.Null(CborItem.Tag(0, CborItem.Of("2026-11-24T12:00:00.5Z")).Instant());
        Assert.Null(CborItem.Tag(0, CborItem.Of("2026-11-24T12:00:00+01:00")).Instant());
        Assert.Null(CborItem.Of("2026-11-24T12:00:00Z").Instant());
        Assert.Null(CborItem.Tag(1004, CborItem.Of("2026-02-30")).Day());
    }

    [Fact]
    public void The_JSON_form_follows_RFC_8949()
    {
        var item = CborItem.Map(
            CborEntry.Of("day", CborDates.Of(new DateOnly(2026, 2, 28))),
            CborEntry.Of("picture", CborItem.Of([0xff, 0xfe])),
            CborEntry.Of("list", CborItem.Array(CborItem.Of(1), CborItem.Of(true), CborItem.Null, CborItem.Of(0.5))),
            CborEntry.Of(3, CborItem.Of("three")));
        Assert.Equal("""{"3":"three","day":"2026-02-28","list":[1,true,null,0.5],"picture":"__4"}""", item.ToJson()!.ToJsonString());
    }
}
