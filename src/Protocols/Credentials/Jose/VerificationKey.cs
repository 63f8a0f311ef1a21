// RFC 7518 §3.4 (ES256).
using System.Security.Cryptography;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>A public key ready to verify ES256: imported once, kept, safe for concurrent callers.</summary>
public sealed class VerificationKey : IDisposable
{
    private const int SignatureLength = 64;

    private readonly ECDsa key;

    private VerificationKey(JsonWebKey publicKey)
    {
        PublicKey = publicKey;
        key = ECDsa.Create(publicKey.ToParameters());
    }

    /// <summary>The key as JWK.</summary>
    public JsonWebKey PublicKey { get; }

    /// <summary>Imports <paramref name="publicKey"/>.</summary>
    public static VerificationKey Import(JsonWebKey publicKey) => new(publicKey);

    /// <summary>True when <paramref name="signature"/> is R || S, 64 bytes, made by this key over <paramref name="input"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> input, ReadOnlySpan<byte> signature)
        => signature.Length == SignatureLength // RFC 7518 §3.4: no DER, no shortened integers
        && key.VerifyData(input, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();
}
