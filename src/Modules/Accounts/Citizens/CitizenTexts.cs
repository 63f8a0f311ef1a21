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
}
