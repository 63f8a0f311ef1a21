// draft-ietf-oauth-sd-jwt-vc-19 §2.2, §2.4.
namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>What a verifier demands of an SD-JWT VC.</summary>
/// <param name="Now">The time of verification.</param>
/// <param name="CredentialTypes">Accepted `vct` values; null accepts every type.</param>
public sealed record SdJwtVcRules(DateTimeOffset Now, IReadOnlySet<string>? CredentialTypes)
{
    /// <summary>The demanded key binding; null when none is demanded.</summary>
    public KeyBindingRules? KeyBinding { get; init; }

    /// <summary>True to accept `typ` "vc+sd-jwt" of drafts before November 2024, too.</summary>
    public bool AcceptLegacyType { get; init; }

    /// <summary>True when a credential without `exp` is refused.</summary>
    public bool RequireExpiry { get; init; }

    /// <summary>Tolerance for `exp`, `nbf` and `iat`.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);
}
