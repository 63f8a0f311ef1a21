// RFC 8949 §3, Appendix C (well-formedness), Appendix D (half precision).
using System.Buffers.Binary;
using System.Text.Unicode;

namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>One walk through the bytes of one item.</summary>
internal sealed class CborParsing(ReadOnlyMemory<byte> bytes, CborLimits limits)
{
    private const byte Break = 0xff;
    private const int Indefinite = 31;

    private int position;
    private int items;
    private int depth;
    private ProtocolError? error;

    /// <summary>The item, when it is the only one.</summary>
    public Checked<CborItem> Parse()
    {
        if (ReadItem() is not { } item)
            return error!;
        return position == bytes.Length ? item : Refuse("§5.3", "Bytes follow the item.");
    }

    private int Remaining => bytes.Length - position;

    private CborItem? ReadItem()
    {
        if (++items > limits.MaxItems)
            return Fail(new ProtocolError(ErrorCodes.TooLarge, "RFC 8949 §10", $"The CBOR holds more than {limits.MaxItems} items."));
        var start = position;
        if (ReadHead() is not { } head)
            return null;
        if (head.Info == Indefinite)
            return ReadIndefinite(head.Major, start);
        return head.Major switch
        {
            CborHead.Unsigned => Item(CborKind.Integer, start, (Int128)head.Argument),
            CborHead.Negative => Item(CborKind.Integer, start, -1 - (Int128)head.Argument),
            CborHead.ByteString or CborHead.TextString => ReadString(head, start),
            CborHead.Array => Nested(() => ReadArray(head.Argument, start)),
            CborHead.Map => Nested(() => ReadMap(head.Argument, start)),
            CborHead.Tag => Nested(() => ReadTag(head.Argument, start)),
            _ => ReadOther(head, start),
        };
    }

    private Head? ReadHead()
    {
        if (Remaining == 0)
            return FailHead("The item ends early.");
        var initial = bytes.Span[position++];
        var (major, info) = (initial >> 5, initial & 31);
        if (info is < 24 or Indefinite)
            return new Head(major, info, (ulong)info);
        if (info > 27)
            return FailHead("The additional information is reserved.");
        var length = 1 << (info - 24);
        if (Remaining < length)
            return FailHead("The item ends early.");
        var argument = bytes.Span.Slice(position, length);
        position += length;
        return new Head(major, info, info switch
        {
            24 => argument[0],
            25 => BinaryPrimitives.ReadUInt16BigEndian(argument),
            26 => BinaryPrimitives.ReadUInt32BigEndian(argument),
            _ => BinaryPrimitives.ReadUInt64BigEndian(argument),
        });
    }

    private CborItem? ReadString(Head head, int start)
    {
        if (Take(head.Argument) is not { } content)
            return null;
        if (head.Major == CborHead.ByteString)
            return Item(CborKind.Bytes, start, content);
        return Utf8.IsValid(content.Span)
            ? Item(CborKind.Text, start, CborHead.StrictUtf8.GetString(content.Span))
            : Fail(Refuse("§3.1", "A text string is not UTF-8."));
    }

    private CborItem? ReadArray(ulong count, int start)
    {
        if (!HasRoomFor(count, bytesEach: 1))
            return null;
        var elements = new CborItem[(int)count];
        for (var i = 0; i < elements.Length; i++)
        {
            if (ReadItem() is not { } element)
                return null;
            elements[i] = element;
        }

        return Item(CborKind.Array, start, elements);
    }

    private CborItem? ReadMap(ulong count, int start)
    {
        if (!HasRoomFor(count, bytesEach: 2))
            return null;
        var entries = new CborEntry[(int)count];
        for (var i = 0; i < entries.Length; i++)
        {
            if (ReadItem() is not { } key || ReadItem() is not { } value)
                return null;
            entries[i] = new CborEntry(key, value);
        }

        return Map(start, entries);
    }

    private CborItem? ReadTag(ulong tag, int start)
        => ReadItem() is { } item ? new CborItem(CborKind.Tag, bytes[start..position], item, tag) : null;

    private CborItem? ReadOther(Head head, int start) => head.Info switch
    {
        < 24 => Item(CborKind.Simple, start, content: null, head.Argument),
        24 => head.Argument < 32 // §3.3: two bytes for what fits into one are not well-formed
            ? Fail(Refuse("§3.3", "A simple value is not in its shortest form."))
            : Item(CborKind.Simple, start, content: null, head.Argument),
        25 => Item(CborKind.Float, start, (double)BitConverter.UInt16BitsToHalf((ushort)head.Argument)),
        26 => Item(CborKind.Float, start, (double)BitConverter.UInt32BitsToSingle((uint)head.Argument)),
        _ => Item(CborKind.Float, start, BitConverter.UInt64BitsToDouble(head.Argument)),
    };

    private CborItem? ReadIndefinite(int major, int start)
    {
        if (major is not (CborHead.ByteString or CborHead.TextString or CborHead.Array or CborHead.Map))
            return Fail(Refuse("§3.2.4", "A break or an indefinite length stands where none may stand."));
        if (!limits.IndefiniteLengths)
            return Fail(Refuse("§4.2.1", "Indefinite lengths are not accepted here."));
        return major switch
        {
            CborHead.Array => Nested(() => ReadItemsToBreak() is { } found ? Item(CborKind.Array, start, found.ToArray()) : null),
            CborHead.Map => Nested(() => ReadMapToBreak(start)),
            _ => ReadChunks(major, start),
        };
    }

    private CborItem? ReadMapToBreak(int start)
    {
        if (ReadItemsToBreak() is not { } found)
            return null;
        return found.Count % 2 == 0
            ? Map(start, [.. found.Chunk(2).Select(pair => new CborEntry(pair[0], pair[1]))])
            : Fail(Refuse("§3.2.2", "A map ends after a key."));
    }

    private List<CborItem>? ReadItemsToBreak()
    {
        var found = new List<CborItem>();
        while (!TakeBreak())
        {
            if (ReadItem() is not { } item)
                return null;
            found.Add(item);
        }

        return found;
    }

    private CborItem? ReadChunks(int major, int start)
    {
        var content = new List<byte>();
        while (!TakeBreak())
        {
            // §3.2.3: definite chunks of the same type; each text chunk is valid by itself.
            if (++items > limits.MaxItems || ReadHead() is not { } head || head.Major != major || head.Info == Indefinite)
                return Fail(Refuse("§3.2.3", "A chunk is not a definite string of the same type."));
            var from = position;
            if (ReadString(head, from) is null)
                return null;
            content.AddRange(bytes.Span[from..position]);
        }

        return major == CborHead.ByteString
            ? Item(CborKind.Bytes, start, new ReadOnlyMemory<byte>([.. content]))
            : Item(CborKind.Text, start, CborHead.StrictUtf8.GetString([.. content]));
    }

    private bool TakeBreak()
    {
        if (Remaining == 0 || bytes.Span[position] != Break)
            return false;
        position++;
        return true;
    }

    private ReadOnlyMemory<byte>? Take(ulong length)
    {
        if (length > (ulong)Remaining)
        {
            Fail(Refuse("Appendix C", "A string is longer than the bytes that follow."));
            return null;
        }

        var taken = bytes.Slice(position, (int)length);
        position += (int)length;
        return taken;
    }

    /// <summary>Whether so many items can follow at all; asked before memory is taken for them.</summary>
    private bool HasRoomFor(ulong count, int bytesEach)
    {
        if (count > (ulong)(Remaining / bytesEach))
            Fail(Refuse("Appendix C", "More items are announced than bytes follow."));
        else if (count > (ulong)(limits.MaxItems - items))
            Fail(new ProtocolError(ErrorCodes.TooLarge, "RFC 8949 §10", $"The CBOR holds more than {limits.MaxItems} items."));
        return error is null;
    }

    private CborItem? Nested(Func<CborItem?> read)
    {
        if (++depth > limits.MaxDepth)
            return Fail(new ProtocolError(ErrorCodes.TooLarge, "RFC 8949 §10", $"The CBOR is nested more than {limits.MaxDepth} levels deep."));
        var item = read();
        depth--;
        return item;
    }

    private CborItem? Map(int start, CborEntry[] entries) => CborKey.AreDistinct(entries)
        ? Item(CborKind.Map, start, entries)
        : Fail(Refuse("§5.6", "A key occurs twice or is neither a number nor a string."));

    private CborItem Item(CborKind kind, int start, object? content, ulong number = 0) => new(kind, bytes[start..position], content, number);

    private CborItem? Fail(ProtocolError reason)
    {
        error ??= reason;
        return null;
    }

    private Head? FailHead(string detail)
    {
        Fail(Refuse("Appendix C", detail));
        return null;
    }

    private static ProtocolError Refuse(string section, string detail) => new(ErrorCodes.Cbor, $"RFC 8949 {section}", detail);

    private readonly record struct Head(int Major, int Info, ulong Argument);
}
