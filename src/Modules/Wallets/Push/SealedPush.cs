// RFC 8291 §3 (message encryption for Web Push), §4 (one record); RFC 8188 §2 (aes128gcm); RFC 5869 (HKDF).
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Wallets.Push;

/// <summary>Seals a message for the browser that subscribed: the push service passes it on and cannot read it.</summary>
internal static class SealedPush
{
    /// <summary>Bytes of a point on P-256, uncompressed.</summary>
    public const int PointBytes = 65;

    /// <summary>Bytes of the secret that the browser shares with its subscribers.</summary>
    public const int SecretBytes = 16;

    /// <summary>Bytes of a salt.</summary>
    public const int SaltBytes = 16;

    private const int CoordinateBytes = 32;
    private const int TagBytes = 16;
    private const int RecordSize = 4096;
    private const byte Uncompressed = 4;
    private const byte LastRecord = 2;

    /// <summary>The body of a push.</summary>
    /// <param name="recipient">What the browser gave.</param>
    /// <param name="sender">A key for this message alone.</param>
    /// <param name="salt">Drawn for this message alone.</param>
    /// <param name="message">What is said; one record.</param>
    public static byte[] Seal(PushRecipient recipient, ECDiffieHellman sender, byte[] salt, byte[] message)
    {
        var own = PointOf(sender.ExportParameters(includePrivateParameters: false).Q);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = PointIn(recipient.PublicKey) });
        var shared = sender.DeriveRawSecretAgreement(theirs.PublicKey);
        // Section 3.4.
        byte[] info = [.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. recipient.PublicKey, .. own];
        var keying = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, CoordinateBytes, recipient.Secret, info);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keying, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, keying, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));
        byte[] record = [.. message, LastRecord];
        var (ciphertext, tag) = (new byte[record.Length], new byte[TagBytes]);
        using (var cipher = new AesGcm(key, TagBytes))
            cipher.Encrypt(nonce, record, ciphertext, tag);
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, RecordSize);
        return [.. salt, .. size, PointBytes, .. own, .. ciphertext, .. tag];
    }

    /// <summary>A point as it is written in messages.</summary>
    public static byte[] PointOf(ECPoint point) => [Uncompressed, .. point.X!, .. point.Y!];

    /// <summary>True for a point on the curve.</summary>
    public static bool IsPoint(byte[] bytes)
    {
        if (bytes is not [Uncompressed, ..] || bytes.Length != PointBytes)
            return false;
        try
        {
            using var key = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = PointIn(bytes) });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static ECPoint PointIn(byte[] bytes) => new() { X = bytes[1..(1 + CoordinateBytes)], Y = bytes[(1 + CoordinateBytes)..] };
}

/// <summary>For whom a push is sealed.</summary>
/// <param name="PublicKey">`p256dh`: the browser's key, 65 bytes.</param>
/// <param name="Secret">`auth`, 16 bytes.</param>
internal sealed record PushRecipient(byte[] PublicKey, byte[] Secret);
