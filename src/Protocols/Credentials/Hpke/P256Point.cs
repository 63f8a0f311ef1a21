// RFC 9180 §7.1.1 (uncompressed points, SEC 1 §2.3.3).
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Hpke;

/// <summary>A public key as 65 bytes.</summary>
internal static class P256Point
{
    private const byte Uncompressed = 0x04;
    private const int CoordinateLength = 32;

    /// <summary>04, x, y.</summary>
    public static byte[] Encode(JsonWebKey key) => [Uncompressed, .. Base64Url.Decode(key.X).Expect(), .. Base64Url.Decode(key.Y).Expect()];

    /// <summary>The key, when it is a point on the curve.</summary>
    public static Checked<JsonWebKey> Decode(ReadOnlySpan<byte> point)
        => point.Length == 1 + (2 * CoordinateLength) && point[0] == Uncompressed
            ? JsonWebKey.Parse(new()
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["x"] = Base64Url.Encode(point.Slice(1, CoordinateLength)),
                ["y"] = Base64Url.Encode(point[(1 + CoordinateLength)..]),
            })
            : new ProtocolError(ErrorCodes.Key, "RFC 9180 §7.1.1", "The encapsulated key is not an uncompressed point.");
}
