using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Wallets;

/// <summary>Limits and lifetimes of what the town does for its wallets. Configuration section <c>Wallets</c>.</summary>
public sealed class WalletsOptions
{
    /// <summary>Wallets that one network may register each minute. Default: 10.</summary>
    [Range(1, 1_000_000)]
    public int RegistrationsPerMinute { get; set; } = 10;

    /// <summary>Calls of wallets that one network may make each minute. Default: 240.</summary>
    [Range(1, 10_000_000)]
    public int CallsPerMinute { get; set; } = 240;

    /// <summary>Lists that one network may ask for by locator each minute. Default: 6.</summary>
    [Range(1, 1_000_000)]
    public int LocatorsPerMinute { get; set; } = 6;

    /// <summary>Emergency codes that one network may try each minute. Default: 10.</summary>
    [Range(1, 1_000_000)]
    public int LocksPerMinute { get; set; } = 10;

    /// <summary>How many days before the last day of a card its wallet is reminded to renew it. Default: 28.</summary>
    [Range(1, 365)]
    public int RenewalDays { get; set; } = 28;

    /// <summary>
    /// Hosts of push services besides those of the usual browsers; in a demo town one with a port may be a server for tries, without TLS.
    /// Default: none.
    /// </summary>
    public IReadOnlyList<string> PushHosts { get; set; } = [];

    /// <summary>
    /// How long an attestation of a wallet or of keys lives, counted from the full hour before; what a locked wallet was given before ends
    /// with it. Default: 2 hours.
    /// </summary>
    [Range(typeof(TimeSpan), "01:15:00", "1.00:00:00")]
    public TimeSpan AttestationLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>True when the issuers of this server believe the town's own attestations. Default: true.</summary>
    public bool IssuersBelieve { get; set; } = true;
}
