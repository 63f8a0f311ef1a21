// RFC 9052 §2 (tags), §4.2 and §6.2 (COSE_Sign1 and COSE_Mac0 have the same four elements).
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>The four elements of COSE_Sign1 and of COSE_Mac0, taken apart but not believed.</summary>
/// <param name="Headers">Both buckets.</param>
/// <param name="Payload">The content, or null when it is sent elsewhere.</param>
/// <param name="Proof">Signature or tag.</param>
internal sealed record CoseMessage(CoseHeaders Headers, ReadOnlyMemory<byte>? Payload, ReadOnlyMemory<byte> Proof)
{
    /// <summary>Reads a message, with or without its tag.</summary>
    public static Checked<CoseMessage> Parse(CborItem item, ulong tag, string clause)
    {
        var message = item.TagNumber == tag ? item.Tagged! : item;
        if (message.Elements is not [var @protected, var unprotected, var payload, var proof] || proof.Bytes is not { } proofBytes)
            return Refuse(clause, "The message is not an array of headers, payload and proof.");
        if (payload.Bytes is null && !payload.IsNull)
            return Refuse(clause, "The payload is neither a byte string nor null.");
        return CoseHeaders.Parse(@protected, unprotected).Then<CoseMessage>(headers => new CoseMessage(headers, payload.Bytes, proofBytes));
    }

    /// <summary>The four elements as an array.</summary>
    public CborItem ToItem() => CborItem.Array(
        Headers.ToProtectedItem(), Headers.Unprotected, Payload is { } payload ? CborItem.Of(payload.Span) : CborItem.Null, CborItem.Of(Proof.Span));

    /// <summary>What is signed or authenticated (RFC 9052 §4.4, §6.3).</summary>
    public byte[] Input(string context, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> externalAad) => CborItem.Array(
        CborItem.Of(context), Headers.ToProtectedItem(), CborItem.Of(externalAad), CborItem.Of(payload)).Encoded.ToArray();

    /// <summary>The payload: the one inside, or the one brought along, never both and never none.</summary>
    public Checked<CoseContent> Content(ReadOnlyMemory<byte>? detached, string clause) => (Payload, detached) switch
    {
        ({ } inside, null) => new CoseContent(inside),
        (null, { } outside) => new CoseContent(outside),
        ({ }, { }) => Refuse(clause, "The payload stands inside although it is sent elsewhere."),
        _ => Refuse(clause, "The payload is missing."),
    };

    private static ProtocolError Refuse(string clause, string detail) => new(ErrorCodes.Malformed, clause, detail);
}
