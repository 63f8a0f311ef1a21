// RFC 8949 §3 (initial byte and argument), §3.3 (floats), §4.2.1 (shortest form).
using System.Buffers.Binary;
using System.Text;

namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>Writes the head of an item in its shortest form, and what follows it.</summary>
internal static class CborHead
{
    public const int Unsigned = 0;
    public const int Negative = 1;
    public const int ByteString = 2;
    public const int TextString = 3;
    public const int Array = 4;
    public const int Map = 5;
    public const int Tag = 6;
    public const int Other = 7;

    private const int LongestHead = 9;

    /// <summary>UTF-8 that throws instead of replacing.</summary>
    public static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A head alone.</summary>
    public static byte[] Encode(int major, ulong argument) => Encode(major, argument, ReadOnlySpan<byte>.Empty);

    /// <summary>A head and the bytes after it.</summary>
    public static byte[] Encode(int major, ulong argument, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[LongestHead];
        return [.. head[..Write(head, major, argument)], .. content];
    }

    /// <summary>A head and the items after it.</summary>
    public static byte[] Encode(int major, ulong argument, IEnumerable<CborItem> items)
    {
        var all = items as IReadOnlyCollection<CborItem> ?? items.ToArray();
        Span<byte> head = stackalloc byte[LongestHead];
        var length = Write(head, major, argument);
        var encoded = new byte[length + all.Sum(item => item.Encoded.Length)];
        head[..length].CopyTo(encoded);
        foreach (var item in all)
        {
            item.Encoded.Span.CopyTo(encoded.AsSpan(length));
            length += item.Encoded.Length;
        }

        return encoded;
    }

    /// <summary>A floating-point number in 16, 32 or 64 bits, the fewest that keep its value.</summary>
    public static byte[] Encode(double value)
    {
        if ((double)(Half)value is var half && (half.Equals(value) || double.IsNaN(value)))
            return [0xf9, .. BigEndian(BitConverter.HalfToUInt16Bits((Half)value), bytes: 2)];
        return ((double)(float)value).Equals(value)
            ? [0xfa, .. BigEndian(BitConverter.SingleToUInt32Bits((float)value), bytes: 4)]
            : [0xfb, .. BigEndian(BitConverter.DoubleToUInt64Bits(value), bytes: 8)];
    }

    private static byte[] BigEndian(ulong bits, int bytes)
    {
        var all = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(all, bits);
        return all[^bytes..];
    }

    private static int Write(Span<byte> head, int major, ulong argument)
    {
        var type = (byte)(major << 5);
        switch (argument)
        {
            case < 24:
                head[0] = (byte)(type | (byte)argument);
                return 1;
            case <= byte.MaxValue:
                head[0] = (byte)(type | 24);
                head[1] = (byte)argument;
                return 2;
            case <= ushort.MaxValue:
                head[0] = (byte)(type | 25);
                BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)argument);
                return 3;
            case <= uint.MaxValue:
                head[0] = (byte)(type | 26);
                BinaryPrimitives.WriteUInt32BigEndian(head[1..], (uint)argument);
                return 5;
            default:
                head[0] = (byte)(type | 27);
                BinaryPrimitives.WriteUInt64BigEndian(head[1..], argument);
                return LongestHead;
        }
    }
}
