using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>What the holder of a permit reads.</summary>
internal abstract class HolderTexts : ITexts<HolderTexts>
{
    private static readonly HolderTexts German = new GermanHolderTexts();
    private static readonly HolderTexts English = new EnglishHolderTexts();

    public static HolderTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>Why the wallet is asked at the sign-in.</summary>
    public static LocalizedText SignInPurpose { get; } = new(
        "Anmelden bei Ihrem Bewohnerparkausweis: Wer das bestätigt hat, kann den Ausweis in dem Browser, der gefragt hat, sehen, ändern und zurückgeben.",
        "Sign in to your resident parking permit: after that the permit can be seen, changed and returned in the browser that asked.");

    /// <summary>What other texts of the module share: days and money.</summary>
    protected abstract ParkingTexts Words { get; }

    // Refusals
    public abstract RefusalText SignInNotFound { get; }

    // The sign-in
    public abstract string SignInTitle { get; }
    public abstract string QrOfSignIn { get; }
    public abstract string ScanWords { get; }
    public abstract string ToMine { get; }

    // The page /permit/mine
    public abstract string MineTitle { get; }
    public abstract string MineLead { get; }
    public abstract string SignIn { get; }
    public abstract string SignOut { get; }
    public abstract string LostPhone { get; }
    public abstract string GetCitizenId { get; }
    public abstract string NoPermit { get; }
    public abstract string ToApply { get; }
    public abstract string State { get; }
    public abstract string OverWords { get; }
    public abstract string Notices { get; }
    public abstract string Story { get; }
    public abstract string DueOn(DateOnly day);
    public abstract string OccasionOf(ApplicationPurpose occasion);

    /// <summary>What happened, in words; null for what is of no use to the holder.</summary>
    public abstract string? EventOf(string action);

    // The card
    public abstract string CardTitle { get; }
    public abstract string CardLead { get; }
    public abstract string CardWords { get; }
    public abstract string QrOfCard { get; }
    public abstract string ReceiveCard { get; }
    public abstract string NoCard { get; }

    /// <summary>Whether one may park with it, in words.</summary>
    public string StateOf(MyPermit mine) => StateOf(mine.Permit.State is PermitState.Active && mine.IsOver ? PermitState.Expired : mine.Permit.State);

    protected abstract string StateOf(PermitState state);
}
