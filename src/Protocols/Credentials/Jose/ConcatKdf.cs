// RFC 7518 §4.6.2 and Appendix C; NIST SP 800-56A §5.8.1.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>Derives the content key of ECDH-ES in direct mode.</summary>
public static class ConcatKdf
{
    /// <summary>The first <paramref name="keyLength"/> bytes of the derivation, at most 32 (one round of SHA-256).</summary>
    /// <param name="sharedSecret">Z.</param>
    /// <param name="algorithmId">The `enc` value in direct mode.</param>
    /// <param name="partyU">Decoded `apu`.</param>
    /// <param name="partyV">Decoded `apv`.</param>
    /// <param name="keyLength">Bytes of the key.</param>
    public static byte[] Derive(
        ReadOnlySpan<byte> sharedSecret, string algorithmId, ReadOnlySpan<byte> partyU, ReadOnlySpan<byte> partyV, int keyLength)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keyLength, SHA256.HashSizeInBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendNumber(hash, 1);
        hash.AppendData(sharedSecret);
        AppendWithLength(hash, Encoding.ASCII.GetBytes(algorithmId));
        AppendWithLength(hash, partyU);
        AppendWithLength(hash, partyV);
        AppendNumber(hash, keyLength * 8);
        return hash.GetHashAndReset()[..keyLength];
    }

    private static void AppendWithLength(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        AppendNumber(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendNumber(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
