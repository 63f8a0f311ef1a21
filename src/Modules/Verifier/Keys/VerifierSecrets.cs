using System.Security.Cryptography;
using System.Text;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Verifier.Keys;

/// <summary>
/// Keeps the database from being a bunch of keys: whoever reads it can neither redeem a result nor read one. One secret in
/// the key folder; all processes of a town share it.
/// </summary>
internal sealed class VerifierSecrets
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly RandomSource random;
    private readonly byte[] markKey;
    private readonly byte[] codeKey;
    private readonly byte[] sealKey;

    public VerifierSecrets(KeyFiles files, RandomSource random)
    {
        this.random = random;
        var secret = files.ReadOrDraw("verifier.key", random);
        markKey = Derive(secret, "mark");
        codeKey = Derive(secret, "response-code");
        sealKey = Derive(secret, "seal");
    }

    /// <summary>A keyed digest (HMAC-SHA-256): finds and compares a secret without storing it.</summary>
    public string Mark(string secret) => Base64Url.Encode(HMACSHA256.HashData(markKey, Encoding.UTF8.GetBytes(secret)));

    /// <summary>True when <paramref name="secret"/> has this mark; takes equally long either way.</summary>
    public bool Fits(string secret, string mark) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mark(secret)), Encoding.ASCII.GetBytes(mark));

    /// <summary>The response code of a presentation: 256 bits nobody can guess, always the same, stored nowhere.</summary>
    public string ResponseCodeOf(Guid presentation) => Base64Url.Encode(HMACSHA256.HashData(codeKey, presentation.ToByteArray()));

    /// <summary>Encrypts what rests in the database (AES-256-GCM).</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceLength + plain.Length + TagLength];
        var nonce = box.AsSpan(0, NonceLength);
        random.Fill(nonce);
        using var aes = new AesGcm(sealKey, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length));
        return box;
    }

    /// <summary>Decrypts what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">It was altered, or the secret has been replaced.</exception>
    public byte[] Open(ReadOnlySpan<byte> box)
    {
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(sealKey, TagLength);
        aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain);
        return plain;
    }

    private static byte[] Derive(byte[] secret, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, outputLength: 32, info: Encoding.ASCII.GetBytes($"modellstadt verifier {purpose}"));
}
