namespace Modellstadt.Verifier;

/// <summary>
/// A door outward: where status list tokens come from. Other modules plug in the lists they publish themselves; what no source
/// knows is fetched by HTTP from the hosts that are allowed.
/// </summary>
public interface IStatusListSource
{
    /// <summary>The status list token (a compact JWS) published at <paramref name="address"/>; null when this source does not know it.</summary>
    ValueTask<string?> TryReadAsync(Uri address, CancellationToken cancellationToken);
}
