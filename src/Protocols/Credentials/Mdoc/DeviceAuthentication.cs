// ISO/IEC 18013-5 §9.1.3.4 (DeviceAuthentication), §9.1.3.5 (EMacKey), §9.1.4.5 (ReaderAuthentication).
using System.Security.Cryptography;
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What devices and readers sign.</summary>
internal static class DeviceAuthentication
{
    private const int KeyLength = 32;

    /// <summary>DeviceAuthenticationBytes.</summary>
    /// <param name="transcript">The question.</param>
    /// <param name="documentType">`docType` of the document.</param>
    /// <param name="nameSpaces">DeviceNameSpacesBytes as sent.</param>
    public static ReadOnlyMemory<byte> Bytes(SessionTranscript transcript, string documentType, CborItem nameSpaces)
        => CborItem.Embed(CborItem.Array(CborItem.Of("DeviceAuthentication"), transcript.Item, CborItem.Of(documentType), nameSpaces)).Encoded;

    /// <summary>ReaderAuthenticationBytes.</summary>
    /// <param name="transcript">The session.</param>
    /// <param name="itemsRequest">ItemsRequestBytes as sent.</param>
    public static ReadOnlyMemory<byte> ReaderBytes(SessionTranscript transcript, CborItem itemsRequest)
        => CborItem.Embed(CborItem.Array(CborItem.Of("ReaderAuthentication"), transcript.Item, itemsRequest)).Encoded;

    /// <summary>EMacKey from the secret that the device key and the reader's ephemeral key agree on.</summary>
    public static byte[] MacKey(byte[] agreed, SessionTranscript transcript) => Derive(agreed, transcript, "EMacKey"u8);

    /// <summary>A key of the session (§9.1.1.5, §9.1.3.5): HKDF with the hash of the transcript as salt.</summary>
    public static byte[] Derive(byte[] agreed, SessionTranscript transcript, ReadOnlySpan<byte> use)
    {
        var key = new byte[KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, key, SHA256.HashData(transcript.Bytes.Span), use);
        return key;
    }
}
