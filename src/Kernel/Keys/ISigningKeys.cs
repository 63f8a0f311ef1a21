using System.Security.Cryptography;

namespace Modellstadt.Kernel.Keys;

/// <summary>
/// The door to the town's signing keys. No module reads a private key: it names a key and asks for signatures. In force are
/// <see cref="SoftwareKeys"/>; a security module (PKCS #11) takes their place by registering another implementation.
/// </summary>
public interface ISigningKeys
{
    /// <summary>The key with this name; the keeper makes it when there is none. Every process of the town gets the same one.</summary>
    /// <param name="name">Letters, digits, dots and hyphens, for example <c>issuer-town-localhost</c>.</param>
    IKeptKey OpenOrCreate(string name);
}

/// <summary>A signing key on P-256 whose private half stays with its keeper. Safe for concurrent callers.</summary>
public interface IKeptKey
{
    /// <summary>The public half; without <c>D</c>.</summary>
    ECParameters PublicKey { get; }

    /// <summary>The signature R || S, 64 bytes, over SHA-256 of <paramref name="input"/>. May take as long as a way through the network.</summary>
    byte[] Sign(ReadOnlySpan<byte> input);
}
