// RFC 7518 §3.4 (ES256).
namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>
/// A private key that signs with ES256, wherever it is kept: in memory or in a security module. Safe for concurrent callers.
/// </summary>
public abstract class SigningKey : IDisposable
{
    /// <summary>The JOSE algorithm name (RFC 7518 §3.1).</summary>
    public string Algorithm => JoseAlgorithms.Es256;

    /// <summary>The public half.</summary>
    public abstract JsonWebKey PublicKey { get; }

    /// <summary>The 64-byte signature R || S over SHA-256 of <paramref name="input"/> (RFC 7518 §3.4).</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> input);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the key.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
