// RFC 8949 §3 (data items), §3.4.5.1 (tag 24, encoded CBOR), §4.2.1 (deterministic encoding).
using System.Text;

namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>
/// A data item and the bytes it was read from, or the deterministic bytes it is made of. What is put into another item keeps its bytes,
/// so that digests and signatures over received items stay what they were.
/// </summary>
public sealed class CborItem
{
    /// <summary>Encoded CBOR data item (RFC 8949 §3.4.5.1).</summary>
    public const ulong EncodedCbor = 24;

    internal const byte NullByte = 0xf6;

    private readonly object? content;
    private readonly ulong number;

    internal CborItem(CborKind kind, ReadOnlyMemory<byte> encoded, object? content, ulong number = 0)
    {
        Kind = kind;
        Encoded = encoded;
        this.content = content;
        this.number = number;
    }

    /// <summary>What the item is.</summary>
    public CborKind Kind { get; }

    /// <summary>The bytes of the whole item, as received.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>null.</summary>
    public static CborItem Null { get; } = new(CborKind.Simple, new[] { NullByte }, content: null, 22);

    /// <summary>The integer from -2^64 to 2^64-1, or null for other kinds.</summary>
    public Int128? Integer => Kind == CborKind.Integer ? (Int128)content! : null;

    /// <summary>The text, or null for other kinds.</summary>
    public string? Text => Kind == CborKind.Text ? (string)content! : null;

    /// <summary>The content of a byte string, or null for other kinds.</summary>
    public ReadOnlyMemory<byte>? Bytes => Kind == CborKind.Bytes ? (ReadOnlyMemory<byte>?)content! : null;

    /// <summary>The elements of an array, or null for other kinds.</summary>
    public IReadOnlyList<CborItem>? Elements => Kind == CborKind.Array ? (CborItem[])content! : null;

    /// <summary>The pairs of a map in their order, or null for other kinds.</summary>
    public IReadOnlyList<CborEntry>? Entries => Kind == CborKind.Map ? (CborEntry[])content! : null;

    /// <summary>The tag number, or null for other kinds.</summary>
    public ulong? TagNumber => Kind == CborKind.Tag ? number : null;

    /// <summary>What the tag encloses, or null for other kinds.</summary>
    public CborItem? Tagged => Kind == CborKind.Tag ? (CborItem)content! : null;

    /// <summary>The bytes in tag 24, or null for everything else.</summary>
    public ReadOnlyMemory<byte>? Embedded => TagNumber == EncodedCbor ? Tagged!.Bytes : null;

    /// <summary>The floating-point number, or null for other kinds.</summary>
    public double? Float => Kind == CborKind.Float ? (double)content! : null;

    /// <summary>The number of a simple value (20 false, 21 true, 22 null, 23 undefined), or null for other kinds.</summary>
    public int? Simple => Kind == CborKind.Simple ? (int)number : null;

    /// <summary>true or false, or null for everything else.</summary>
    public bool? Boolean => Simple is 20 or 21 ? number == 21 : null;

    /// <summary>True for null.</summary>
    public bool IsNull => Simple is 22;

    /// <summary>An integer.</summary>
    public static CborItem Of(long value) => new(
        CborKind.Integer,
        value < 0 ? CborHead.Encode(CborHead.Negative, (ulong)~value) : CborHead.Encode(CborHead.Unsigned, (ulong)value),
        (Int128)value);

    /// <summary>A text string.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half a surrogate pair.</exception>
    public static CborItem Of(string text)
    {
        var utf8 = CborHead.StrictUtf8.GetBytes(text);
        return new CborItem(CborKind.Text, CborHead.Encode(CborHead.TextString, (ulong)utf8.Length, utf8), text);
    }

    /// <summary>A byte string.</summary>
    public static CborItem Of(ReadOnlySpan<byte> bytes)
    {
        var encoded = CborHead.Encode(CborHead.ByteString, (ulong)bytes.Length, bytes);
        return new CborItem(CborKind.Bytes, encoded, new ReadOnlyMemory<byte>(encoded, encoded.Length - bytes.Length, bytes.Length));
    }

    /// <summary>true or false.</summary>
    public static CborItem Of(bool value) => new(CborKind.Simple, new byte[] { value ? (byte)0xf5 : (byte)0xf4 }, content: null, value ? 21u : 20u);

    /// <summary>A floating-point number in the shortest form that keeps its value (RFC 8949 §4.2.1).</summary>
    public static CborItem Of(double value) => new(CborKind.Float, CborHead.Encode(value), value);

    /// <summary>An array of items as they are.</summary>
    public static CborItem Array(params IEnumerable<CborItem> elements)
    {
        var all = elements.ToArray();
        return new CborItem(CborKind.Array, CborHead.Encode(CborHead.Array, (ulong)all.Length, all), all);
    }

    /// <summary>A map in the bytewise order of its encoded keys (RFC 8949 §4.2.1).</summary>
    /// <exception cref="ArgumentException">A key occurs twice or is neither a number nor a string.</exception>
    public static CborItem Map(params IEnumerable<CborEntry> entries)
    {
        var all = entries.ToArray();
        if (!CborKey.AreDistinct(all))
            throw new ArgumentException("A key occurs twice or is neither a number nor a string.", nameof(entries));
        System.Array.Sort(all, (left, right) => left.Key.Encoded.Span.SequenceCompareTo(right.Key.Encoded.Span));
        return new CborItem(CborKind.Map, CborHead.Encode(CborHead.Map, (ulong)all.Length, all.SelectMany(entry => new[] { entry.Key, entry.Value })), all);
    }

    /// <summary>A tagged item.</summary>
    public static CborItem Tag(ulong tag, CborItem item) => new(CborKind.Tag, CborHead.Encode(CborHead.Tag, tag, [item]), item, tag);

    /// <summary>Tag 24 around the bytes of an item (RFC 8949 §3.4.5.1).</summary>
    public static CborItem Embed(CborItem item) => Tag(EncodedCbor, Of(item.Encoded.Span));

    /// <summary>The value under a name, or null when this is no map or has no such key.</summary>
    public CborItem? Member(string key) => Find(entry => entry.Key.Text == key);

    /// <summary>The value under a number, or null when this is no map or has no such key.</summary>
    public CborItem? Member(long key) => Find(entry => entry.Key.Integer == key);

    private CborItem? Find(Func<CborEntry, bool> isWanted)
    {
        foreach (var entry in Entries ?? [])
        {
            if (isWanted(entry))
                return entry.Value;
        }

        return null;
    }
}
