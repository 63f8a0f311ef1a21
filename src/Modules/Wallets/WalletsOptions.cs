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
}
