using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>What somebody reads in English who signs in with the citizen ID.</summary>
internal sealed class EnglishSignInTexts : SignInTexts
{
    public override string Title => "Show your citizen ID";

    public override string Qr => "QR code: show your citizen ID and sign in";

    public override string ScanWords => "Scan the code with your wallet or type it in. It is valid for 2 minutes. This page goes on by itself. Only scan codes on a screen of your own.";

    public override string SignInAgain => "Sign in once more";

    public override RefusalText SignInNotFound { get; } = new(
        "There is no such sign-in here",
        "A sign-in holds only in the browser in which it was started, and only for a short time.",
        "Start the sign-in once more.");

    public override RefusalText SignInExpired { get; } = new(
        "The code has expired",
        "No wallet answered within 2 minutes.",
        "Sign in once more and you get a new code.");
}
