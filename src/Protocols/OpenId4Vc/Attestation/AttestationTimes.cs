// Ours: rounding of iat and exp; OpenID4VCI 1.0 §15.4.4 asks wallet providers not to make wallets linkable.
namespace Modellstadt.Protocols.OpenId4Vc.Attestation;

/// <summary>From when until when an attestation is valid: full hours, so that it tells nobody when a wallet asked (unlinkability rules U5 and U7).</summary>
/// <param name="IssuedAt">The full hour before.</param>
/// <param name="ExpiresAt">The end.</param>
public sealed record AttestationTimes(DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>The times of an attestation that is made now.</summary>
    /// <param name="now">This moment.</param>
    /// <param name="lifetime">How long it lives, counted from the full hour before.</param>
    public static AttestationTimes For(DateTimeOffset now, TimeSpan lifetime)
    {
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        return new AttestationTimes(hour, hour + lifetime);
    }
}
