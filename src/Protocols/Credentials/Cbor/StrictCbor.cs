// RFC 8949 §3, §5.3.1 (validity), §5.6 (duplicate keys), Appendix C (well-formedness).
namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>
/// Reads CBOR from strangers: limits first, then exactly one well-formed item, valid UTF-8, keys that are numbers or strings, and no key
/// twice. Lengths and integers need not be in their shortest form: widespread mdoc libraries write longer ones.
/// </summary>
public static class StrictCbor
{
    /// <summary>
    /// The item in <paramref name="bytes"/>, which must not change afterwards, or a refusal with code <see cref="ErrorCodes.Cbor"/> or
    /// <see cref="ErrorCodes.TooLarge"/>.
    /// </summary>
    public static Checked<CborItem> Parse(ReadOnlyMemory<byte> bytes, CborLimits? limits = null)
    {
        limits ??= CborLimits.Default;
        return bytes.Length > limits.MaxBytes
            ? new ProtocolError(ErrorCodes.TooLarge, "RFC 8949 §10", $"The CBOR is longer than {limits.MaxBytes} bytes.")
            : new CborParsing(bytes, limits).Parse();
    }

    /// <summary>The item that is embedded in <paramref name="item"/> with tag 24 (RFC 8949 §3.4.5.1).</summary>
    public static Checked<CborItem> ParseEmbedded(CborItem? item, CborLimits? limits = null)
        => item?.Embedded is { } bytes
            ? Parse(bytes, limits)
            : new ProtocolError(ErrorCodes.Cbor, "RFC 8949 §3.4.5.1", "An embedded item (tag 24 around a byte string) is expected.");
}
