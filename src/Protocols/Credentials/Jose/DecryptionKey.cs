// RFC 7518 §4.6 (ECDH-ES), NIST SP 800-56A §5.8.1 (Concat KDF).
using System.Security.Cryptography;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>A private key on P-256 for ECDH-ES, imported once and kept.</summary>
public sealed class DecryptionKey : IDisposable
{
    private readonly ECDiffieHellman key;

    /// <summary>Takes over <paramref name="key"/>, which must be on P-256.</summary>
    public DecryptionKey(ECDiffieHellman key)
    {
        this.key = key;
        var point = JsonWebKey.From(key.ExportParameters(includePrivateParameters: false));
        PublicKey = point with { Use = "enc", Algorithm = JoseAlgorithms.EcdhEs };
    }

    /// <summary>The public half, for encryption ("use": "enc"); give it a `kid` with a `with` expression.</summary>
    public JsonWebKey PublicKey { get; }

    /// <summary>A new key from <paramref name="random"/>; the same bytes give the same key.</summary>
    public static DecryptionKey Create(RandomFill random) => new(ECDiffieHellman.Create(P256Scalar.NewKey(random)));

    /// <summary>The key in an unencrypted PKCS #8 structure.</summary>
    /// <exception cref="CryptographicException">It holds no key on P-256.</exception>
    public static DecryptionKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return new DecryptionKey(key);
    }

    /// <summary>The key as unencrypted PKCS #8, for a store that protects it.</summary>
    public byte[] ToPkcs8() => key.ExportPkcs8PrivateKey();

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <summary>The shared secret Z with <paramref name="other"/> (RFC 7518 §4.6).</summary>
    internal byte[] Agree(JsonWebKey other)
    {
        using var ephemeral = ECDiffieHellman.Create(other.ToParameters());
        return key.DeriveRawSecretAgreement(ephemeral.PublicKey);
    }
}
