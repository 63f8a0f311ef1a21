// RFC 9901 §7.3 (5).
namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>What a verifier demands of the Key Binding JWT. Where it is demanded, a missing one is a refusal.</summary>
/// <param name="Audience">Exactly this `aud`; for OpenID4VP the client identifier with its prefix.</param>
/// <param name="Nonce">Exactly this `nonce`.</param>
public sealed record KeyBindingRules(string Audience, string Nonce)
{
    /// <summary>How old `iat` may be.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far the holder's clock may run ahead.</summary>
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromMinutes(1);
}
