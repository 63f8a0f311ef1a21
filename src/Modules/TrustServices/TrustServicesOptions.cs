using System.ComponentModel.DataAnnotations;

namespace Modellstadt.TrustServices;

/// <summary>Settings of the DEMO trust services. Configuration section <c>TrustServices</c>.</summary>
public sealed class TrustServicesOptions
{
    /// <summary>How long an attestation of a wallet or of keys lives, counted from the full hour before. Default: 3 hours.</summary>
    [Range(typeof(TimeSpan), "01:30:00", "1.00:00:00")]
    public TimeSpan AttestationLifetime { get; set; } = TimeSpan.FromHours(3);

    /// <summary>Attestations that one network may ask for in a minute. Default: 60.</summary>
    [Range(1, 10_000_000)]
    public int AttestationsPerMinute { get; set; } = 60;
}
