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
    public abstract RefusalText ListUnknown { get; }
    public abstract RefusalText ListChanged { get; }
    public abstract RefusalText VersionMissing { get; }
    public abstract RefusalText TooLong(int kilobytes);

    public static WalletsTexts For(Language language) => language is Language.German ? German : English;
}
