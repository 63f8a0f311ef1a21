// RFC 7518 §3.4 (ES256).
namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>Makes the 64-byte signature R || S over SHA-256 of <paramref name="input"/>.</summary>
public delegate byte[] SignatureMaking(ReadOnlySpan<byte> input);

/// <summary>A key that somebody else keeps, for example a security module: this process sees its public half and asks for signatures.</summary>
/// <param name="publicKey">The public half.</param>
/// <param name="sign">Asks the keeper; safe for concurrent callers.</param>
public sealed class DelegatedSigningKey(JsonWebKey publicKey, SignatureMaking sign) : SigningKey
{
    private const int SignatureLength = 64;

    /// <inheritdoc/>
    public override JsonWebKey PublicKey { get; } = publicKey;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The keeper made something that is no ES256 signature.</exception>
    public override byte[] Sign(ReadOnlySpan<byte> input)
    {
        var signature = sign(input);
        return signature.Length == SignatureLength
            ? signature
            : throw new InvalidOperationException($"The keeper of the key made {signature.Length} bytes instead of {SignatureLength}.");
    }
}
