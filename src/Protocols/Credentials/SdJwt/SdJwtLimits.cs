// Ours: bounds of input, checked before RFC 9901 §7.1 begins.
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>How much of an SD-JWT is read at most; checked before parsing.</summary>
/// <param name="MaxLength">Characters of the whole text.</param>
/// <param name="MaxDisclosures">Number of Disclosures.</param>
/// <param name="Json">Limits of each JSON text inside; the depth also caps Disclosures nested in Disclosures.</param>
public sealed record SdJwtLimits(int MaxLength, int MaxDisclosures, JsonLimits Json)
{
    /// <summary>128 Ki characters, 500 Disclosures, 64 KiB and 16 levels of JSON.</summary>
    public static SdJwtLimits Default { get; } = new(128 * 1024, 500, JsonLimits.Default);
}
