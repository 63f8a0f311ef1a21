// ISO/IEC 18013-5 §9.1.5.1 (SessionTranscript); OpenID4VP 1.0 Appendix B.2.6.1 and B.2.6.2; ISO/IEC TS 18013-7 Annex C.5 (Digital
// Credentials API); OpenID4VCI 1.1 draft (interactive authorization).
using System.Security.Cryptography;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What binds an answer to one question: both sides compute it by themselves, it is never sent.</summary>
public sealed class SessionTranscript
{
    private SessionTranscript(CborItem engagement, CborItem readerKey, CborItem handover)
        => Item = CborItem.Array(engagement, readerKey, handover);

    /// <summary>The array of three.</summary>
    public CborItem Item { get; }

    /// <summary>SessionTranscriptBytes: tag 24 around the array.</summary>
    public ReadOnlyMemory<byte> Bytes => CborItem.Embed(Item).Encoded;

    /// <summary>For an answer to <paramref name="responseUri"/> (OpenID4VP 1.0 Appendix B.2.6.1).</summary>
    /// <param name="clientId">The verifier's client identifier with its prefix.</param>
    /// <param name="nonce">`nonce` of the request.</param>
    /// <param name="encryptionKey">The verifier's key for the response; null when the response is not encrypted.</param>
    /// <param name="responseUri">`response_uri`, or `redirect_uri` where the response mode uses that.</param>
    public static SessionTranscript ForOpenId4Vp(string clientId, string nonce, JsonWebKey? encryptionKey, string responseUri)
        => Hashed("OpenID4VPHandover", CborItem.Of(clientId), CborItem.Of(nonce), Thumbprint(encryptionKey), CborItem.Of(responseUri));

    /// <summary>For an OpenID4VP request through the Digital Credentials API (OpenID4VP 1.0 Appendix B.2.6.2).</summary>
    /// <param name="origin">The origin of the page, without a prefix.</param>
    /// <param name="nonce">`nonce` of the request.</param>
    /// <param name="encryptionKey">The verifier's key for the response; null for the response mode dc_api.</param>
    public static SessionTranscript ForBrowser(string origin, string nonce, JsonWebKey? encryptionKey)
        => Hashed("OpenID4VPDCAPIHandover", CborItem.Of(origin), CborItem.Of(nonce), Thumbprint(encryptionKey));

    /// <summary>For an mdoc request through the Digital Credentials API (ISO/IEC TS 18013-7 Annex C.5).</summary>
    /// <param name="encryptionInfo">EncryptionInfo as base64url, exactly as sent.</param>
    /// <param name="origin">The serialised origin of the page.</param>
    public static SessionTranscript ForAnnexC(string encryptionInfo, string origin)
        => Hashed("dcapi", CborItem.Of(encryptionInfo), CborItem.Of(origin));

    /// <summary>For a presentation during issuance (OpenID4VCI 1.1 draft, OpenID4VCIIAEHandover).</summary>
    /// <param name="endpoint">The interactive authorization endpoint.</param>
    /// <param name="nonce">`nonce` of the request.</param>
    /// <param name="encryptionKey">The key for the response; null when the response is not encrypted.</param>
    public static SessionTranscript ForInteractiveAuthorization(string endpoint, string nonce, JsonWebKey? encryptionKey)
        => Hashed("OpenID4VCIIAEHandover", CborItem.Of(endpoint), CborItem.Of(nonce), Thumbprint(encryptionKey));

    /// <summary>For devices that stand beside each other (ISO/IEC 18013-5 §9.1.5.1).</summary>
    /// <param name="deviceEngagement">DeviceEngagement as received.</param>
    /// <param name="readerKey">EReaderKeyBytes as received: tag 24 around the reader's ephemeral COSE_Key.</param>
    /// <param name="handover">null for a QR code; the array of handover select and request for NFC.</param>
    public static SessionTranscript ForProximity(CborItem deviceEngagement, CborItem readerKey, CborItem handover)
        => new(CborItem.Embed(deviceEngagement), readerKey, handover);

    /// <summary>Takes a SessionTranscript that was stored or published.</summary>
    public static Checked<SessionTranscript> Parse(ReadOnlyMemory<byte> bytes) => StrictCbor.Parse(bytes).Then<SessionTranscript>(
        item => item.Elements is [var engagement, var readerKey, var handover]
            ? new SessionTranscript(engagement, readerKey, handover)
            : MdocNames.Malformed("§9.1.5.1", "A session transcript has three elements."));

    private static SessionTranscript Hashed(string name, params IEnumerable<CborItem> parameters) => new(
        CborItem.Null,
        CborItem.Null,
        CborItem.Array(CborItem.Of(name), CborItem.Of(SHA256.HashData(CborItem.Array(parameters).Encoded.Span))));

    private static CborItem Thumbprint(JsonWebKey? key) => key is null ? CborItem.Null : CborItem.Of(Base64Url.Decode(key.Thumbprint).Expect());
}
