// RFC 9052 §6.2 (COSE_Mac0), §6.3 (MAC_structure); RFC 9053 §3.1 (HMAC).
using System.Security.Cryptography;
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>A message with an HMAC under a key both sides know: parsed, but trusted only after <see cref="Verify"/>.</summary>
public sealed class CoseMac0
{
    private const ulong MessageTag = 17;
    private const string Context = "MAC0";

    private static readonly int[] Algorithms = [CoseAlgorithms.Hmac256];

    private readonly CoseMessage message;

    private CoseMac0(CoseMessage message) => this.message = message;

    /// <summary>Both header buckets.</summary>
    public CoseHeaders Headers => message.Headers;

    /// <summary>The payload, not believed yet, or null when it is sent elsewhere.</summary>
    public ReadOnlyMemory<byte>? Payload => message.Payload;

    /// <summary>Reads COSE_Mac0 with or without tag 17; every other tag is refused.</summary>
    public static Checked<CoseMac0> Parse(CborItem item)
        => CoseMessage.Parse(item, MessageTag, "RFC 9052 §6.2").Then<CoseMac0>(message => new CoseMac0(message));

    /// <summary>Authenticates with HMAC 256/256; the result carries no tag.</summary>
    /// <param name="payload">What is authenticated.</param>
    /// <param name="key">The shared key.</param>
    /// <param name="detached">True when the payload is sent elsewhere.</param>
    public static CborItem Authenticate(ReadOnlyMemory<byte> payload, ReadOnlySpan<byte> key, bool detached = false)
    {
        var open = new CoseMessage(CoseHeaders.For(CoseAlgorithms.Hmac256, []), detached ? (ReadOnlyMemory<byte>?)null : payload, ReadOnlyMemory<byte>.Empty);
        return (open with { Proof = HMACSHA256.HashData(key, open.Input(Context, payload.Span, [])) }).ToItem();
    }

    /// <summary>Checks the headers and the tag.</summary>
    /// <param name="key">The shared key.</param>
    /// <param name="detached">The payload, when it is sent elsewhere.</param>
    /// <param name="externalAad">What was authenticated along without being sent.</param>
    /// <returns>The payload.</returns>
    public Checked<CoseContent> Verify(ReadOnlySpan<byte> key, ReadOnlyMemory<byte>? detached = null, ReadOnlyMemory<byte> externalAad = default)
    {
        if (Headers.Check(Algorithms) is { } broken)
            return broken;
        if (!message.Content(detached, "RFC 9052 §6.2").TryGetValue(out var content, out var error))
            return error;
        var expected = HMACSHA256.HashData(key, AuthenticatedBytes(content.Bytes.Span, externalAad.Span));
        return CryptographicOperations.FixedTimeEquals(expected, message.Proof.Span)
            ? content
            : new ProtocolError(ErrorCodes.Signature, "RFC 9052 §6.3", "The tag does not verify.");
    }

    /// <summary>The encoded MAC_structure over which the tag is made.</summary>
    public byte[] AuthenticatedBytes(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> externalAad = default) => message.Input(Context, payload, externalAad);
}
