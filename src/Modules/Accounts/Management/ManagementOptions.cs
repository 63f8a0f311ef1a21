using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Accounts.Management;

/// <summary>Access for scripts. Configuration section <c>Management</c>.</summary>
internal sealed class ManagementOptions
{
    /// <summary>The secret that a script sends as bearer token; without it the management addresses refuse everybody (in demo mode one is made and kept).</summary>
    [StringLength(200, MinimumLength = 20)]
    public string? Key { get; set; }
}
