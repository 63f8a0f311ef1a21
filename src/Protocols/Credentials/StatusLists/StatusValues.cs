// draft-ietf-oauth-status-list-21 §7.1.
namespace Modellstadt.Protocols.Credentials.StatusLists;

/// <summary>The registered status values.</summary>
public static class StatusValues
{
    /// <summary>The token is valid.</summary>
    public const byte Valid = 0;

    /// <summary>The token is revoked for good.</summary>
    public const byte Invalid = 1;

    /// <summary>The token is suspended for now; needs a list of at least 2 bits.</summary>
    public const byte Suspended = 2;
}
