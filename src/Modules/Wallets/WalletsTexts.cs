using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Wallets;

/// <summary>What this module says to people.</summary>
internal abstract class WalletsTexts : ITexts<WalletsTexts>
{
    private static readonly WalletsTexts German = new GermanWalletsTexts();
    private static readonly WalletsTexts English = new EnglishWalletsTexts();

    public abstract RefusalText ProofRefused { get; }
    public abstract RefusalText WalletUnknown { get; }
    public abstract RefusalText WalletLocked { get; }
    public abstract RefusalText AlreadyRegistered { get; }
    public abstract RefusalText Unreadable { get; }
    public abstract RefusalText KeyNotProved { get; }
    public abstract RefusalText CodeMistyped { get; }
    public abstract RefusalText CodeUnknown { get; }
    public abstract RefusalText MailboxUnknown { get; }
    public abstract RefusalText PushAddressRefused { get; }
    public abstract RefusalText ListUnknown { get; }
    public abstract RefusalText ListChanged { get; }
    public abstract RefusalText VersionMissing { get; }
    public abstract string LockTitle { get; }
    public abstract string LockLead { get; }
    public abstract string CodeLabel { get; }
    public abstract string CodeHint { get; }
    public abstract string LockButton { get; }
    public abstract string WithoutCode { get; }
    public abstract string Locked { get; }
    public abstract string WhatHappened { get; }
    public abstract string NoMoreAttestations { get; }
    public abstract string CardsEnd { get; }
    public abstract string OldDeviceIsTold { get; }
    public abstract string PermitStays { get; }
    public abstract string OtherIssuers { get; }
    public abstract string HowToGetBack { get; }
    public abstract string OpenNewWallet { get; }
    public abstract string TypeCodeThere { get; }
    public abstract string FetchAgain { get; }
    public abstract string NewCode { get; }
    public abstract string ToWallet { get; }
    public abstract string LockedAt(string at);
    public abstract RefusalText TooLong(int kilobytes);

    public static WalletsTexts For(Language language) => language is Language.German ? German : English;
}
