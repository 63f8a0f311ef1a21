namespace Modellstadt.Wallets.Notices;

/// <summary>Why a wallet should look. The kinds say nothing about which card or whom: the wallet knows that itself.</summary>
internal enum NoticeKind
{
    /// <summary>The wallet was locked by its emergency code.</summary>
    Locked,
}
