// ISO/IEC 18013-5 §9.3.1 (inspection procedure).
namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What a verifier demands of an mdoc.</summary>
/// <param name="Now">The time of verification.</param>
/// <param name="DocumentTypes">Accepted `docType` values; null accepts every type.</param>
public sealed record MdocRules(DateTimeOffset Now, IReadOnlySet<string>? DocumentTypes)
{
    /// <summary>Tolerance for `validFrom` and `validUntil`.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);
}
