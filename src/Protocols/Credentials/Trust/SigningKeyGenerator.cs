// RFC 5758 §3.2 (ecdsa-with-SHA256), RFC 3279 §2.2.3 (Ecdsa-Sig-Value).
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>Lets any <see cref="SigningKey"/>, also one in a security module, sign certificates.</summary>
internal sealed class SigningKeyGenerator(SigningKey key) : X509SignatureGenerator
{
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    /// <summary>The public key as the framework's certificates want it.</summary>
    public static PublicKey ToPublicKey(JsonWebKey key)
    {
        using var ecdsa = ECDsa.Create(key.ToParameters());
        return new PublicKey(ecdsa);
    }

    /// <inheritdoc/>
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(EcdsaWithSha256);
        return writer.Encode();
    }

    /// <inheritdoc/>
    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
    {
        var raw = key.Sign(data);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(WithoutLeadingZeros(raw.AsSpan(0, 32)));
            writer.WriteIntegerUnsigned(WithoutLeadingZeros(raw.AsSpan(32)));
        }

        return writer.Encode();
    }

    /// <inheritdoc/>
    protected override PublicKey BuildPublicKey() => ToPublicKey(key.PublicKey);

    private static ReadOnlySpan<byte> WithoutLeadingZeros(ReadOnlySpan<byte> number) => number.TrimStart((byte)0);
}
