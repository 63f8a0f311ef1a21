// RFC 9901 §4.1.1, §4.2.3; IANA "Named Information Hash Algorithm Registry".
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>The hash of an SD-JWT's digests.</summary>
internal sealed class DigestAlgorithm
{
    private readonly Func<byte[], byte[]> hash;

    private DigestAlgorithm(string name, Func<byte[], byte[]> hash)
    {
        Name = name;
        this.hash = hash;
    }

    /// <summary>The default (RFC 9901 §4.1.1).</summary>
    public static DigestAlgorithm Sha256 { get; } = new("sha-256", SHA256.HashData);

    private static DigestAlgorithm Sha384 { get; } = new("sha-384", SHA384.HashData);

    private static DigestAlgorithm Sha512 { get; } = new("sha-512", SHA512.HashData);

    /// <summary>The value of `_sd_alg`.</summary>
    public string Name { get; }

    /// <summary>The algorithm with exactly this name, or null.</summary>
    public static DigestAlgorithm? Find(string? name) => name switch
    {
        "sha-256" => Sha256,
        "sha-384" => Sha384,
        "sha-512" => Sha512,
        _ => null,
    };

    /// <summary>The digest of ASCII text, as base64url (RFC 9901 §4.2.3).</summary>
    public string Digest(string ascii) => Base64Url.Encode(hash(Encoding.ASCII.GetBytes(ascii)));
}
