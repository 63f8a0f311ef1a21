// RFC 9901 §7.1, §7.3, §9.7.
namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>What a verifier demands of an SD-JWT.</summary>
/// <param name="Now">The time of verification.</param>
public sealed record SdJwtRules(DateTimeOffset Now)
{
    /// <summary>Accepted `typ` values, compared exactly; null accepts any or none.</summary>
    public IReadOnlySet<string>? Types { get; init; }

    /// <summary>
    /// The demanded key binding; null when none is demanded (a present one is then read but not verified, RFC 9901 §7.3 (1)).
    /// </summary>
    public KeyBindingRules? KeyBinding { get; init; }

    /// <summary>Top-level claims that must not come from Disclosures nor hold digests.</summary>
    public IReadOnlySet<string> ProtectedClaims { get; init; } = new HashSet<string>();

    /// <summary>True when an SD-JWT without `exp` is refused (RFC 9901 §9.7: the holder may have withheld it).</summary>
    public bool RequireExpiry { get; init; }

    /// <summary>Tolerance for `exp`, `nbf` and `iat`.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);
}
