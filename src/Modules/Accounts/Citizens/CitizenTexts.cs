using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts.Citizens;

/// <summary>What citizens read when they sign in.</summary>
internal abstract class CitizenTexts : ITexts<CitizenTexts>
{
    private static readonly CitizenTexts German = new GermanCitizenTexts();
    private static readonly CitizenTexts English = new EnglishCitizenTexts();

    public static CitizenTexts For(Language language) => language is Language.German ? German : English;

    public abstract string SignInTitle { get; }

    public abstract string SignInLead { get; }

    /// <summary>Whoever is signed in too weakly for a step.</summary>
    public abstract string StepUpTitle { get; }

    public abstract string SignedInWith(MeansKind means);

    public abstract string StepUpLead { get; }

    public abstract string GoOn { get; }

    public abstract string SignOut { get; }

    public abstract string PasskeyTitle { get; }

    public abstract string PasskeyLead { get; }

    public abstract string ToPasskey { get; }

    public abstract string AccountTitle { get; }

    public abstract string AccountOf(string town);

    public abstract string LevelWords(AssuranceLevel level);

    public abstract string MeansTitle { get; }

    public abstract string NameOf(MeansKind kind, string name);

    public abstract string CitizenIdStays { get; }

    public abstract string LastPasskeyWarning { get; }

    public abstract string AddLead { get; }

    public abstract string PasskeyNotMade { get; }

    public abstract string PasskeyNameHint { get; }

    public abstract string SignInsTitle { get; }

    public abstract string SignInsLead { get; }

    public abstract string SignIn(DateTimeOffset at, string means, bool runs);

    public abstract string SignOutEverywhere { get; }

    public abstract string Kept { get; }

    public abstract RefusalText PasskeyNotRecognized { get; }

    public abstract RefusalText FreshSignInNeeded { get; }
}
