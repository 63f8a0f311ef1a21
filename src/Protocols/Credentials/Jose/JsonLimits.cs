// Ours: bounds of input. RFC 8259 §9 lets a reader set limits on size and depth.
namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>How much JSON is read at most.</summary>
/// <param name="MaxBytes">Bytes of UTF-8, checked before parsing.</param>
/// <param name="MaxDepth">Nested objects and arrays.</param>
/// <param name="MaxValues">Members and elements in the whole text.</param>
public sealed record JsonLimits(int MaxBytes = 64 * 1024, int MaxDepth = 16, int MaxValues = 2_000)
{
    /// <summary>64 KiB, 16 levels, 2,000 values.</summary>
    public static JsonLimits Default { get; } = new();
}
