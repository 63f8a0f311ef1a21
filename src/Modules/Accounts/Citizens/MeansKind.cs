namespace Modellstadt.Accounts;

/// <summary>By what a citizen signs in.</summary>
public enum MeansKind
{
    /// <summary>The citizen ID, shown by a wallet.</summary>
    CitizenId,

    /// <summary>A passkey that the citizen has added after showing the citizen ID.</summary>
    Passkey,
}
