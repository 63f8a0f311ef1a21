namespace Modellstadt.Wallets.Notices;

/// <summary>Why a wallet should look. The kinds say nothing about which card or whom: the wallet knows that itself.</summary>
internal enum NoticeKind
{
    /// <summary>The wallet was locked by its emergency code.</summary>
    Locked,

    /// <summary>Something it holds ends soon and can be renewed.</summary>
    Renewal,

    /// <summary>Something it holds has ended.</summary>
    Expiry,

    /// <summary>Something it holds was revoked, suspended, or counts again.</summary>
    Revoked,

    /// <summary>Something it waits for can be fetched.</summary>
    Ready,

    /// <summary>What it held is on another phone now.</summary>
    Moved,
}
