using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Parking.Inspections.OfflineSets;

/// <summary>A plate that may park in a zone on a day: what a device can ask an offline set about.</summary>
/// <param name="Day">The day on the town's clocks.</param>
/// <param name="Zone">Letter of the zone.</param>
/// <param name="PlateKey">Comparable form of the plate.</param>
internal readonly record struct OfflineRight(DateOnly Day, string Zone, string PlateKey)
{
    /// <summary>Bytes of a digest. 48 bits: among 100,000 rights one foreign question in 2.8 thousand million finds something.</summary>
    public const int DigestBytes = 6;

    private const int ShortText = 256;
    private const byte Separator = (byte)'\n';

    /// <summary>
    /// The first 48 bits of HMAC-SHA-256 (RFC 2104) over <c>day LF zone LF plate</c> in UTF-8. Without the key nobody can say
    /// which plate it came from, not even by trying all of them.
    /// </summary>
    public ulong Digest(ReadOnlySpan<byte> key)
    {
        var most = 12 + Encoding.UTF8.GetMaxByteCount(Zone.Length + PlateKey.Length);
        var text = most <= ShortText ? stackalloc byte[ShortText] : new byte[most];
        Day.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        text[length++] = Separator;
        length += Encoding.UTF8.GetBytes(Zone, text[length..]);
        text[length++] = Separator;
        length += Encoding.UTF8.GetBytes(PlateKey, text[length..]);

        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text[..length], whole);
        return BinaryPrimitives.ReadUInt64BigEndian(whole) >> (64 - (8 * DigestBytes));
    }
}
