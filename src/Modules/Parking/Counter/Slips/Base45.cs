// RFC 9285 (Base45): two bytes in three characters of the alphanumeric mode of QR codes.
using System.Text;

namespace Modellstadt.Parking.Counter.Slips;

/// <summary>Bytes in the alphabet that QR codes carry most densely.</summary>
internal static class Base45
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int Radix = 45;

    /// <summary>The characters of some bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length / 2 * 3 + 2);
        for (var at = 0; at < bytes.Length; at += 2)
        {
            var whole = at + 1 < bytes.Length;
            var value = whole ? bytes[at] * 256 + bytes[at + 1] : bytes[at];
            for (var digit = whole ? 3 : 2; digit > 0; digit--, value /= Radix)
                text.Append(Alphabet[value % Radix]);
        }

        return text.ToString();
    }

    /// <summary>The bytes of some characters; null when they are no Base45 (section 4.2, section 6: values that do not fit are refused).</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 3 == 1)
            return null;

        var bytes = new List<byte>(text.Length / 3 * 2 + 1);
        while (!text.IsEmpty)
        {
            var length = Math.Min(3, text.Length);
            if (Value(text[..length]) is not { } value || value > (length == 3 ? ushort.MaxValue : byte.MaxValue))
                return null;
            if (length == 3)
                bytes.Add((byte)(value >> 8));
            bytes.Add((byte)value);
            text = text[length..];
        }

        return [.. bytes];
    }

    private static int? Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        for (var at = digits.Length - 1; at >= 0; at--)
        {
            var digit = Alphabet.IndexOf(digits[at], StringComparison.Ordinal);
            if (digit < 0)
                return null;
            value = value * Radix + digit;
        }

        return value;
    }
}
