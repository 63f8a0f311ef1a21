using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Verifier;

/// <summary>
/// What a town does with a credential whose status list cannot be had: nobody answers, the answer is an error or no status list. A list
/// that says nothing about the credential (too short, of another authority) is no outage: the credential is refused.
/// </summary>
public enum StatusOutage
{
    /// <summary>Refuses it: without a list as young as the list itself demands (`ttl`), nothing counts.</summary>
    Refuse,

    /// <summary>Goes by the last list that held, until that list's own end (`exp`); a list without an end is not used longer than its `ttl`.</summary>
    LastGoodList,

    /// <summary>Goes by the last list that held, and accepts the credential without one.</summary>
    Accept,
}

/// <summary>An exception for one type of credential.</summary>
public sealed class StatusOutageRule
{
    /// <summary>The type: `vct`.</summary>
    [Required]
    public string CredentialType { get; set; } = "";

    /// <summary>What counts for it while its status list cannot be had.</summary>
    public StatusOutage Outage { get; set; }
}
