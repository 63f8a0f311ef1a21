// Ours: bounds of input. RFC 8949 §5.3 and §10 ask a reader to bound what a length or a nesting may cost.
namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>How much CBOR is read at most; each bound is checked before memory is taken.</summary>
/// <param name="MaxBytes">Bytes of the whole text.</param>
/// <param name="MaxDepth">Nested arrays, maps and tags.</param>
/// <param name="MaxItems">Data items in the whole text, keys included.</param>
public sealed record CborLimits(int MaxBytes = 256 * 1024, int MaxDepth = 16, int MaxItems = 10_000)
{
    /// <summary>256 KiB, 16 levels, 10,000 items, definite lengths only.</summary>
    public static CborLimits Default { get; } = new();

    /// <summary>
    /// Whether strings, arrays and maps may have indefinite lengths (RFC 8949 §3.2). No issuer, wallet or reader we know writes them, and
    /// ISO/IEC 18013-5 never does: off.
    /// </summary>
    public bool IndefiniteLengths { get; init; }
}
