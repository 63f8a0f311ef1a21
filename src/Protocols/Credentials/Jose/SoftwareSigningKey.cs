// RFC 7518 §3.4 (ES256), RFC 5208/5958 (PKCS #8), FIPS 186-5 Appendix A.2.2 (key generation by rejection sampling).
using System.Security.Cryptography;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>A signing key in this process's memory. The native key is imported once and kept.</summary>
/// <remarks>
/// Concurrent callers are safe: the framework keeps one native key handle and makes a native context for every signature
/// (a test signs and verifies from many threads).
/// </remarks>
public sealed class SoftwareSigningKey : SigningKey
{
    private const int SignatureLength = 64;

    private readonly ECDsa key;

    /// <summary>Takes over <paramref name="key"/>, which must be on P-256.</summary>
    public SoftwareSigningKey(ECDsa key)
    {
        this.key = key;
        PublicKey = JsonWebKey.From(key.ExportParameters(includePrivateParameters: false));
    }

    /// <inheritdoc/>
    public override JsonWebKey PublicKey { get; }

    /// <summary>A new key from <paramref name="random"/>; the same bytes give the same key.</summary>
    public static SoftwareSigningKey Create(RandomFill random) => new(ECDsa.Create(P256Scalar.NewKey(random)));

    /// <summary>The key in an unencrypted PKCS #8 structure.</summary>
    /// <exception cref="CryptographicException">It holds no key on P-256.</exception>
    public static SoftwareSigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return new SoftwareSigningKey(key);
    }

    /// <summary>The key as unencrypted PKCS #8, for a store that protects it.</summary>
    public byte[] ToPkcs8() => key.ExportPkcs8PrivateKey();

    /// <inheritdoc/>
    public override byte[] Sign(ReadOnlySpan<byte> input)
    {
        var signature = new byte[SignatureLength];
        key.SignData(input, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return signature;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            key.Dispose();
        base.Dispose(disposing);
    }
}
