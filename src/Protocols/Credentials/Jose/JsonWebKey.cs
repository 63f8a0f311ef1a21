// RFC 7517 (JWK), RFC 7518 §6.2 (EC keys), RFC 7638 (thumbprint), NIST SP 800-186 §3.2.1.3 (P-256).
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>A public key on P-256 as JWK. It never holds, reads or writes private members.</summary>
public sealed record JsonWebKey
{
    private const int CoordinateLength = 32;

    private static readonly BigInteger Prime = Hex("0ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly BigInteger B = Hex("05ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    private JsonWebKey(string x, string y)
    {
        X = x;
        Y = y;
        // RFC 7638 §3.2: required members only, in lexicographic order, without white space.
        Thumbprint = Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
    }

    /// <summary>The x coordinate, 32 bytes as base64url (RFC 7518 §6.2.1.2).</summary>
    public string X { get; }

    /// <summary>The y coordinate, 32 bytes as base64url (RFC 7518 §6.2.1.3).</summary>
    public string Y { get; }

    /// <summary>`kid` (RFC 7517 §4.5).</summary>
    public string? KeyId { get; init; }

    /// <summary>`use`, "sig" or "enc" (RFC 7517 §4.2).</summary>
    public string? Use { get; init; }

    /// <summary>`alg` (RFC 7517 §4.4).</summary>
    public string? Algorithm { get; init; }

    /// <summary>The SHA-256 thumbprint as base64url (RFC 7638); equal for equal keys whatever else the JWK says.</summary>
    public string Thumbprint { get; }

    /// <summary>Reads a public key; refuses other types and curves, points off the curve and private members.</summary>
    public static Checked<JsonWebKey> Parse(JsonObject json)
    {
        if (json.Text("kty") != "EC" || json.Text("crv") != "P-256")
            return Refuse("RFC 7518 §6.2.1.1", "Only EC keys on P-256 are accepted.");
        if (PrivateMembers.Any(json.ContainsKey))
            return Refuse("RFC 7517 §9.2", "The key carries private members.");
        if (json.Text("x") is not { } x || json.Text("y") is not { } y
            || !Base64Url.TryDecode(x, out var xBytes) || !Base64Url.TryDecode(y, out var yBytes)
            || xBytes.Length != CoordinateLength || yBytes.Length != CoordinateLength)
            return Refuse("RFC 7518 §6.2.1.2", "A coordinate is not 32 bytes of base64url.");
        if (!IsOnCurve(xBytes, yBytes))
            return Refuse("RFC 7518 §6.2.1, SP 800-186 App. D.1.1.1", "The point does not lie on P-256.");
        if (HasNonText(json, "kid") || HasNonText(json, "use") || HasNonText(json, "alg"))
            return Refuse("RFC 7517 §4", "kid, use and alg are strings.");
        return new JsonWebKey(x, y) { KeyId = json.Text("kid"), Use = json.Text("use"), Algorithm = json.Text("alg") };
    }

    /// <summary>The public half of <paramref name="parameters"/>, which must name P-256.</summary>
    /// <exception cref="CryptographicException">The key is not a point on P-256.</exception>
    public static JsonWebKey From(ECParameters parameters)
    {
        if (!IsP256(parameters.Curve) || parameters.Q.X is not { } x || parameters.Q.Y is not { } y || !IsOnCurve(x, y))
            throw new CryptographicException("Only keys on P-256 are supported.");
        return new JsonWebKey(Base64Url.Encode(x), Base64Url.Encode(y));
    }

    /// <summary>The JWK with its public members.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = X, ["y"] = Y };
        if (KeyId is not null)
            json["kid"] = KeyId;
        if (Use is not null)
            json["use"] = Use;
        if (Algorithm is not null)
            json["alg"] = Algorithm;
        return json;
    }

    /// <summary>True when both are the same point, whatever else the JWKs say.</summary>
    public bool IsSameKeyAs(JsonWebKey other) => X == other.X && Y == other.Y;

    /// <summary>The key for the framework's cryptography.</summary>
    public ECParameters ToParameters() => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Base64Url.Decode(X).Expect(), Y = Base64Url.Decode(Y).Expect() },
    };

    private static bool IsP256(ECCurve curve)
        => curve.IsNamed
        && (curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value || curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256");

    // y² = x³ - 3x + b over the prime field, with reduced coordinates.
    private static bool IsOnCurve(ReadOnlySpan<byte> xBytes, ReadOnlySpan<byte> yBytes)
    {
        var x = new BigInteger(xBytes, isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(yBytes, isUnsigned: true, isBigEndian: true);
        if (x >= Prime || y >= Prime)
            return false;
        var difference = (y * y) - (((x * x) - 3) * x) - B;
        return (difference % Prime).IsZero;
    }

    private static bool HasNonText(JsonObject json, string name) => json.ContainsKey(name) && json.Text(name) is null;

    private static BigInteger Hex(string digits) => BigInteger.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static ProtocolError Refuse(string clause, string detail) => new(ErrorCodes.Key, clause, detail);
}
