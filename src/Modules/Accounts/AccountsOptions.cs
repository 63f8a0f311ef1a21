using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Accounts;

/// <summary>Settings of staff accounts. Configuration section <c>Accounts</c>.</summary>
internal sealed class AccountsOptions
{
    /// <summary>How many tries to sign in or to register a passkey one network address has in a minute. Default: 60.</summary>
    [Range(1, 10_000)]
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>How long a new member of staff can use the link to register a first passkey. Default: 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan EnrolmentLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often one network address may ask for a token of a client in a minute. Default: 60.</summary>
    [Range(1, 10_000)]
    public int ClientTokensPerMinute { get; set; } = 60;

    /// <summary>How long a token of a client counts. Default: 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "00:15:00")]
    public TimeSpan ClientTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);
}
