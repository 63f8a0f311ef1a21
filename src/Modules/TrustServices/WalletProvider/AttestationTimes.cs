namespace Modellstadt.TrustServices.WalletProvider;

/// <summary>From when until when an attestation is valid: full hours, so that it tells nobody when a wallet asked (unlinkability rules U5 and U7).</summary>
/// <param name="IssuedAt">The full hour before.</param>
/// <param name="ExpiresAt">The end.</param>
internal sealed record AttestationTimes(DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    public static AttestationTimes For(DateTimeOffset now, TimeSpan lifetime)
    {
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        return new AttestationTimes(hour, hour + lifetime);
    }
}
