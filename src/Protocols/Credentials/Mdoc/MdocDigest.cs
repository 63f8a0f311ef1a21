// ISO/IEC 18013-5 §9.1.2.5 (digest algorithms).
using System.Security.Cryptography;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>The hash of an mdoc's digests.</summary>
internal sealed class MdocDigest
{
    private readonly Func<byte[], byte[]> hash;

    private MdocDigest(string name, Func<byte[], byte[]> hash)
    {
        Name = name;
        this.hash = hash;
    }

    /// <summary>What this library issues with.</summary>
    public static MdocDigest Sha256 { get; } = new("SHA-256", SHA256.HashData);

    private static MdocDigest Sha384 { get; } = new("SHA-384", SHA384.HashData);

    private static MdocDigest Sha512 { get; } = new("SHA-512", SHA512.HashData);

    /// <summary>The value of `digestAlgorithm`.</summary>
    public string Name { get; }

    /// <summary>The algorithm with exactly this name, or null.</summary>
    public static MdocDigest? Find(string? name) => name switch
    {
        "SHA-256" => Sha256,
        "SHA-384" => Sha384,
        "SHA-512" => Sha512,
        _ => null,
    };

    /// <summary>The digest of an item's received bytes, tag 24 included (§9.1.2.5).</summary>
    public byte[] Of(IssuerSignedItem item) => hash(item.Encoded.ToArray());
}
