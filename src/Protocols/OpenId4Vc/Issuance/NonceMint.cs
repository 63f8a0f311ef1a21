// OpenID4VCI 1.0 §7 (nonce endpoint), §13.8 (proof replay); RFC 2104 §5 (truncated HMAC).
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>
/// Mints nonces that need no storage: 8 bytes end of life, 16 random bytes, 16 bytes of HMAC-SHA256 over both and the issuer.
/// Every process with the same key accepts them. That each is used once is the caller's to remember, until it expires.
/// </summary>
/// <param name="key">HMAC key, 32 bytes or more.</param>
/// <param name="lifetime">How long a nonce lives.</param>
public sealed class NonceMint(byte[] key, TimeSpan lifetime)
{
    private const int RandomStart = 8;
    private const int MacStart = 24;
    private const int Length = 40;

    /// <summary>A new nonce of the issuer <paramref name="issuer"/>.</summary>
    public string Create(string issuer, DateTimeOffset now, RandomFill random)
    {
        Span<byte> nonce = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(nonce, (now + lifetime).ToUnixTimeMilliseconds());
        random(nonce[RandomStart..MacStart]);
        WriteMac(nonce[..MacStart], issuer, nonce[MacStart..]);
        return Base64Url.Encode(nonce);
    }

    /// <summary>What a nonce says, when it is one of this issuer and still alive; otherwise `invalid_nonce`.</summary>
    public Checked<MintedNonce> Check(string nonce, string issuer, DateTimeOffset now)
    {
        if (!Base64Url.TryDecode(nonce, out var bytes) || bytes.Length != Length)
            return Refuse("The nonce is not one of this issuer.");
        Span<byte> mac = stackalloc byte[Length - MacStart];
        WriteMac(bytes.AsSpan(0, MacStart), issuer, mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, bytes.AsSpan(MacStart)))
            return Refuse("The nonce is not one of this issuer.");
        var end = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes));
        return now < end
            ? new MintedNonce(Base64Url.Encode(bytes.AsSpan(RandomStart, MacStart - RandomStart)), end)
            : Refuse("The nonce has expired.");
    }

    private void WriteMac(ReadOnlySpan<byte> content, string issuer, Span<byte> mac)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        // The content has a fixed length, so the issuer behind it cannot be confused with it.
        HMACSHA256.HashData(key, [.. content, .. Encoding.UTF8.GetBytes(issuer)], full);
        full[..mac.Length].CopyTo(mac);
    }

    private static ProtocolError Refuse(string detail) => new(IssuanceErrors.InvalidNonce, "OpenID4VCI 1.0 §8.3.1.2, App. F.4", detail);
}

/// <summary>A nonce that was minted here and has not expired.</summary>
/// <param name="Id">Its random part: what to remember once it has been used.</param>
/// <param name="ExpiresAt">Until when to remember it.</param>
public sealed record MintedNonce(string Id, DateTimeOffset ExpiresAt);
