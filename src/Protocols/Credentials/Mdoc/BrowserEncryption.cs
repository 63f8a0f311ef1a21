// ISO/IEC TS 18013-7 Annex C.2, C.4, C.5 (EncryptionInfo, EncryptedResponse, HPKE).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Hpke;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>How a verifier wants an answer through the Digital Credentials API encrypted (protocol org-iso-mdoc).</summary>
/// <param name="Text">EncryptionInfo as base64url, exactly as sent: it enters the session transcript.</param>
/// <param name="Nonce">The verifier's nonce.</param>
/// <param name="RecipientKey">The key the answer is encrypted for.</param>
public sealed record BrowserEncryption(string Text, ReadOnlyMemory<byte> Nonce, JsonWebKey RecipientKey)
{
    private const string Protocol = "dcapi";
    private const int MinNonceLength = 16;
    private const int MaxLength = 4 * 1024;

    /// <summary>A new EncryptionInfo.</summary>
    /// <param name="recipientKey">A key for this one question.</param>
    /// <param name="random">For the nonce.</param>
    public static BrowserEncryption For(JsonWebKey recipientKey, RandomFill random)
    {
        var nonce = new byte[MinNonceLength];
        random(nonce);
        var item = CborItem.Array(CborItem.Of(Protocol), CborItem.Map(
            CborEntry.Of("nonce", CborItem.Of(nonce)), CborEntry.Of("recipientPublicKey", CoseKey.From(recipientKey))));
        return new BrowserEncryption(Base64Url.Encode(item.Encoded.Span), nonce, recipientKey);
    }

    /// <summary>Reads the `encryptionInfo` of a request.</summary>
    public static Checked<BrowserEncryption> Parse(string text)
    {
        if (!Unwrap(text, MaxLength).TryGetValue(out var parameters, out var error))
            return error;
        return parameters.Member("nonce")?.Bytes is { Length: >= MinNonceLength } nonce
            ? CoseKey.Parse(parameters.Member("recipientPublicKey")).Then<BrowserEncryption>(key => new BrowserEncryption(text, nonce, key))
            : Refuse("The nonce is missing or shorter than 16 bytes.");
    }

    /// <summary>The transcript of an answer to this question from a page of <paramref name="origin"/>.</summary>
    public SessionTranscript TranscriptFor(string origin) => SessionTranscript.ForAnnexC(Text, origin);

    /// <summary>The wallet's `response`: the encrypted DeviceResponse as base64url.</summary>
    public string Encrypt(CborItem deviceResponse, SessionTranscript transcript, RandomFill random)
    {
        var message = SingleShotHpke.Seal(deviceResponse.Encoded.Span, RecipientKey, transcript.Item.Encoded.Span, random);
        var item = CborItem.Array(CborItem.Of(Protocol), CborItem.Map(
            CborEntry.Of("enc", CborItem.Of(message.Encapsulated.Span)), CborEntry.Of("cipherText", CborItem.Of(message.Ciphertext.Span))));
        return Base64Url.Encode(item.Encoded.Span);
    }

    /// <summary>The bytes of the DeviceResponse in a `response`.</summary>
    /// <param name="response">EncryptedResponse as base64url.</param>
    /// <param name="key">The private half of <see cref="RecipientKey"/>.</param>
    /// <param name="transcript">From <see cref="TranscriptFor"/>.</param>
    public static Checked<byte[]> Decrypt(string response, DecryptionKey key, SessionTranscript transcript)
    {
        if (!Unwrap(response, CborLimits.Default.MaxBytes).TryGetValue(out var parameters, out var error))
            return error;
        return parameters.Member("enc")?.Bytes is { } encapsulated && parameters.Member("cipherText")?.Bytes is { } ciphertext
            ? SingleShotHpke.Open(new HpkeMessage(encapsulated, ciphertext), key, transcript.Item.Encoded.Span)
            : Refuse("enc or cipherText is missing.");
    }

    private static Checked<CborItem> Unwrap(string text, int maxBytes)
    {
        if (text.Length > maxBytes * 4L / 3 + 4)
            return new ProtocolError(ErrorCodes.TooLarge, "ISO/IEC TS 18013-7 Annex C", "The message is too long.");
        return Base64Url.Decode(text).Then(bytes => StrictCbor.Parse(bytes)).Then<CborItem>(
            item => item.Elements is [{ Text: Protocol }, { Entries: not null } parameters]
                ? parameters
                : Refuse("The message is not an array of dcapi and its parameters."));
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "ISO/IEC TS 18013-7 Annex C", detail);
}
