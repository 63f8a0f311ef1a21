// RFC 9052 §7 (COSE_Key), RFC 9053 §7.1.1 (double coordinate curves).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>A public key on P-256 as COSE_Key, to and from the JWK the rest of the house speaks.</summary>
public static class CoseKey
{
    private const int KeyType = 1;
    private const int KeyAlgorithm = 3;
    private const int Curve = -1;
    private const int X = -2;
    private const int Y = -3;
    private const int PrivateKey = -4;
    private const int TwoCoordinates = 2;
    private const int P256 = 1;

    /// <summary>
    /// Reads a public key; refuses other types and curves, points off the curve, compressed points, private members, and an `alg` for
    /// something else than ECDSA with SHA-256.
    /// </summary>
    public static Checked<JsonWebKey> Parse(CborItem? key)
    {
        if (key?.Member(KeyType)?.Integer != TwoCoordinates || key.Member(Curve)?.Integer != P256)
            return Refuse("RFC 9053 §7.1", "Only EC2 keys on P-256 are accepted.");
        if (key.Member(PrivateKey) is not null)
            return Refuse("RFC 9053 §7.1.1", "The key carries its private part.");
        if (key.Member(KeyAlgorithm) is { } algorithm && algorithm.Integer is not { } number)
            return Refuse("RFC 9052 §7.1", "alg is not a number.");
        if (key.Member(KeyAlgorithm)?.Integer is { } named && named != CoseAlgorithms.Es256 && named != CoseAlgorithms.Esp256)
            return Refuse("RFC 9052 §7.1", "alg is none of this library's.");
        return key.Member(X)?.Bytes is { } x && key.Member(Y)?.Bytes is { } y
            ? JsonWebKey.Parse(new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.Encode(x.Span), ["y"] = Base64Url.Encode(y.Span) })
            : Refuse("RFC 9053 §7.1.1", "Both coordinates are required as byte strings.");
    }

    /// <summary>The key with type, curve and coordinates.</summary>
    public static CborItem From(JsonWebKey key) => CborItem.Map(
        CborEntry.Of(KeyType, CborItem.Of(TwoCoordinates)),
        CborEntry.Of(Curve, CborItem.Of(P256)),
        CborEntry.Of(X, CborItem.Of(Base64Url.Decode(key.X).Expect())),
        CborEntry.Of(Y, CborItem.Of(Base64Url.Decode(key.Y).Expect())));

    private static ProtocolError Refuse(string clause, string detail) => new(ErrorCodes.Key, clause, detail);
}
