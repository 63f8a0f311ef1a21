// RFC 9052 §4.2 (COSE_Sign1), §4.4 (Sig_structure); RFC 9053 §2.1 (ECDSA).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>A message with one signature: parsed, but trusted only after <see cref="Verify"/>.</summary>
public sealed class CoseSign1
{
    private const ulong MessageTag = 18;
    private const string Context = "Signature1";

    private static readonly int[] Algorithms = [CoseAlgorithms.Es256, CoseAlgorithms.Esp256];

    private readonly CoseMessage message;

    private CoseSign1(CoseMessage message) => this.message = message;

    /// <summary>Both header buckets.</summary>
    public CoseHeaders Headers => message.Headers;

    /// <summary>The payload, not believed yet, or null when it is sent elsewhere.</summary>
    public ReadOnlyMemory<byte>? Payload => message.Payload;

    /// <summary>Reads COSE_Sign1 with or without tag 18; every other tag is refused.</summary>
    public static Checked<CoseSign1> Parse(CborItem item)
        => CoseMessage.Parse(item, MessageTag, "RFC 9052 §4.2").Then<CoseSign1>(message => new CoseSign1(message));

    /// <summary>Signs with ES256; the result carries no tag.</summary>
    /// <param name="payload">What is signed.</param>
    /// <param name="key">Who signs.</param>
    /// <param name="headers">Header parameters besides `alg`.</param>
    /// <param name="detached">True when the payload is sent elsewhere.</param>
    /// <param name="externalAad">What is signed along without being sent.</param>
    public static CborItem Sign(
        ReadOnlyMemory<byte> payload, SigningKey key, CoseParameters? headers = null, bool detached = false, ReadOnlyMemory<byte> externalAad = default)
    {
        headers ??= new CoseParameters();
        var unsigned = new CoseMessage(
            CoseHeaders.For(CoseAlgorithms.Es256, headers.Unprotected, headers.Protected), detached ? (ReadOnlyMemory<byte>?)null : payload, ReadOnlyMemory<byte>.Empty);
        var signature = key.Sign(unsigned.Input(Context, payload.Span, externalAad.Span));
        return (unsigned with { Proof = signature }).ToItem();
    }

    /// <summary>Checks the headers and the signature.</summary>
    /// <param name="key">Whose signature it must be.</param>
    /// <param name="detached">The payload, when it is sent elsewhere.</param>
    /// <param name="externalAad">What was signed along without being sent.</param>
    /// <returns>The payload.</returns>
    public Checked<CoseContent> Verify(VerificationKey key, ReadOnlyMemory<byte>? detached = null, ReadOnlyMemory<byte> externalAad = default)
    {
        if (Headers.Check(Algorithms) is { } broken)
            return broken;
        if (!message.Content(detached, "RFC 9052 §4.2").TryGetValue(out var content, out var error))
            return error;
        return key.Verify(SignedBytes(content.Bytes.Span, externalAad.Span), message.Proof.Span)
            ? content
            : new ProtocolError(ErrorCodes.Signature, "RFC 9052 §4.4", "The signature does not verify.");
    }

    /// <summary>The encoded Sig_structure over which the signature is made.</summary>
    public byte[] SignedBytes(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> externalAad = default) => message.Input(Context, payload, externalAad);
}
