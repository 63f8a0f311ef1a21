// RFC 4648 §5 and RFC 7515 §2, Appendix C: base64url without padding.
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Codec = System.Buffers.Text.Base64Url;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>Base64url as JOSE wants it (RFC 7515 §2): no padding, no white space, one spelling per byte string.</summary>
public static class Base64Url
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(Digits);

    /// <summary>The text of <paramref name="bytes"/>.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Codec.EncodeToString(bytes);

    /// <summary>
    /// The bytes of <paramref name="text"/>; false for padding, foreign characters, impossible lengths and set unused bits.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        // RFC 4648 §3.5: unused bits are zero, otherwise one signature would have several spellings.
        var unusedBits = (text.Length % 4) switch { 0 => 0, 2 => 0b1111, 3 => 0b11, _ => -1 };
        if (unusedBits < 0 || text.ContainsAnyExcept(Alphabet))
            return false;
        if (unusedBits > 0 && (Digits.IndexOf(text[^1]) & unusedBits) != 0)
            return false;
        bytes = Codec.DecodeFromChars(text);
        return true;
    }

    /// <summary>The bytes of <paramref name="text"/>, or a refusal.</summary>
    public static Checked<byte[]> Decode(ReadOnlySpan<char> text) => TryDecode(text, out var bytes)
        ? bytes
        : new ProtocolError(ErrorCodes.Base64Url, "RFC 7515 §2", "The text is not base64url without padding.");
}
