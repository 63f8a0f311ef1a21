using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>What somebody reads who signs in with the citizen ID.</summary>
internal abstract class SignInTexts : ITexts<SignInTexts>
{
    private static readonly SignInTexts German = new GermanSignInTexts();
    private static readonly SignInTexts English = new EnglishSignInTexts();

    /// <summary>What the button of the sign-in says.</summary>
    public static LocalizedText Button { get; } = new("Mit der Bürger-ID anmelden", "Sign in with the citizen ID");

    /// <summary>Why the wallet is asked when no module says more.</summary>
    public static LocalizedText GeneralPurpose { get; } = new(
        "Anmelden bei der Stadt: Wer das bestätigt hat, handelt in dem Browser, der gefragt hat, unter Ihrem Namen.",
        "Sign in to the town: after that, the browser that asked acts in your name.");

    public static SignInTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }

    public abstract string Qr { get; }

    public abstract string ScanWords { get; }

    public abstract string SignInAgain { get; }

    public abstract RefusalText SignInNotFound { get; }

    public abstract RefusalText SignInExpired { get; }
}
