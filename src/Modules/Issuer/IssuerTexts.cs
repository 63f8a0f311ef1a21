using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer;

/// <summary>Every word of the issuer that a person reads.</summary>
internal abstract class IssuerTexts : ITexts<IssuerTexts>
{
    private static readonly IssuerTexts German = new GermanIssuerTexts();
    private static readonly IssuerTexts English = new EnglishIssuerTexts();

    public abstract RefusalText NotAHolderCode { get; }
    public abstract RefusalText UnknownHolderCode { get; }
    public abstract RefusalText OldHolderCode { get; }
    public abstract RefusalText FutureHolderCode { get; }
    public abstract RefusalText EndedCredential { get; }
    public abstract RefusalText SuspendedCredential { get; }
    public abstract RefusalText IncompleteOffer { get; }
    public abstract RefusalText UnknownCredentialType { get; }
    public abstract RefusalText ReservedClaim { get; }
    public abstract RefusalText UnknownOffer { get; }
    public abstract RefusalText UnknownSubject { get; }
    public abstract RefusalText UnknownStatus { get; }
    public abstract RefusalText OfferDecided { get; }
    public abstract RefusalText OfferGone { get; }
    public abstract RefusalText RequestEnded { get; }
    public abstract RefusalText BrokenRequest { get; }
    public abstract RefusalText StartAtTheTown { get; }
    public abstract RefusalText WrongTransactionCode { get; }
    public abstract string DecisionTitle { get; }
    public abstract string GrantWallet { get; }
    public abstract string RefuseWallet { get; }
    public abstract string TransactionCodeLabel { get; }
    public abstract string WayBackTitle { get; }
    public abstract string WayBackWords { get; }
    public abstract string WayBack { get; }

    public abstract string TransactionCodeHint(int digits);

    public abstract string WalletAsks(string? wallet, string credential);

    public abstract string WalletDestination(string destination);

    public static IssuerTexts For(Language language) => language is Language.German ? German : English;
}
