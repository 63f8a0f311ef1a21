// RFC 9180 §4 (labels), §4.1 (DHKEM), §5.1 (key schedule), §6.1 (single shot), §7.1 (suites).
using System.Buffers.Binary;
using System.Security.Cryptography;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Hpke;

/// <summary>
/// Hybrid public key encryption of one message in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM: the suite of
/// ISO/IEC TS 18013-7 Annex C. No other suite or mode is spoken.
/// </summary>
public static class SingleShotHpke
{
    private const int SecretLength = 32;
    private const int KeyLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const byte BaseMode = 0;

    // §7.1: KEM 0x0010, KDF 0x0001, AEAD 0x0001.
    private static readonly byte[] KemSuite = [.. "KEM"u8, 0x00, 0x10];
    private static readonly byte[] Suite = [.. "HPKE"u8, 0x00, 0x10, 0x00, 0x01, 0x00, 0x01];

    /// <summary>Encrypts for <paramref name="recipient"/> with a fresh ephemeral key.</summary>
    /// <param name="plaintext">The message.</param>
    /// <param name="recipient">Who may read it.</param>
    /// <param name="info">What both sides agree on beforehand.</param>
    /// <param name="random">For the ephemeral key.</param>
    /// <param name="aad">What is authenticated along.</param>
    public static HpkeMessage Seal(
        ReadOnlySpan<byte> plaintext, JsonWebKey recipient, ReadOnlySpan<byte> info, RandomFill random, ReadOnlySpan<byte> aad = default)
    {
        using var ephemeral = DecryptionKey.Create(random);
        var encapsulated = P256Point.Encode(ephemeral.PublicKey);
        var (key, nonce) = KeySchedule(SharedSecret(ephemeral.Agree(recipient), encapsulated, recipient), info);
        var ciphertext = new byte[plaintext.Length + TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plaintext, ciphertext.AsSpan(0, plaintext.Length), ciphertext.AsSpan(plaintext.Length), aad);
        return new HpkeMessage(encapsulated, ciphertext);
    }

    /// <summary>Decrypts what was made for <paramref name="key"/> with the same <paramref name="info"/> and <paramref name="aad"/>.</summary>
    public static Checked<byte[]> Open(HpkeMessage message, DecryptionKey key, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad = default)
    {
        if (message.Ciphertext.Length < TagLength)
            return Refuse("§5.2", "The ciphertext is shorter than its tag.");
        if (!P256Point.Decode(message.Encapsulated.Span).TryGetValue(out var ephemeral, out var error))
            return error;
        var (contentKey, nonce) = KeySchedule(SharedSecret(key.Agree(ephemeral), message.Encapsulated.Span, key.PublicKey), info);
        var plaintext = new byte[message.Ciphertext.Length - TagLength];
        using var aes = new AesGcm(contentKey, TagLength);
        try
        {
            aes.Decrypt(nonce, message.Ciphertext.Span[..plaintext.Length], message.Ciphertext.Span[plaintext.Length..], plaintext, aad);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return Refuse("§5.2", "The message was altered, or made for another key or another context.");
        }
    }

    // §4.1: ExtractAndExpand over both public keys.
    private static byte[] SharedSecret(byte[] agreed, ReadOnlySpan<byte> encapsulated, JsonWebKey recipient)
        => Expand(KemSuite, Extract(KemSuite, [], "eae_prk"u8, agreed), "shared_secret"u8, [.. encapsulated, .. P256Point.Encode(recipient)], SecretLength);

    // §5.1: without a pre-shared key.
    private static (byte[] Key, byte[] Nonce) KeySchedule(byte[] sharedSecret, ReadOnlySpan<byte> info)
    {
        byte[] context = [BaseMode, .. Extract(Suite, [], "psk_id_hash"u8, []), .. Extract(Suite, [], "info_hash"u8, info)];
        var secret = Extract(Suite, sharedSecret, "secret"u8, []);
        return (Expand(Suite, secret, "key"u8, context, KeyLength), Expand(Suite, secret, "base_nonce"u8, context, NonceLength));
    }

    private static byte[] Extract(byte[] suite, byte[] salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> material)
        => HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. suite, .. label, .. material], salt);

    private static byte[] Expand(byte[] suite, byte[] secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> info, int length)
    {
        var prefix = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(prefix, (ushort)length);
        return HKDF.Expand(HashAlgorithmName.SHA256, secret, length, [.. prefix, .. "HPKE-v1"u8, .. suite, .. label, .. info]);
    }

    private static ProtocolError Refuse(string section, string detail) => new(ErrorCodes.Decryption, $"RFC 9180 {section}", detail);
}
