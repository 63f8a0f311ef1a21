using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>Was jemand liest, der sich mit der Bürger-ID anmeldet.</summary>
internal sealed class GermanSignInTexts : SignInTexts
{
    public override string Title => "Bürger-ID zeigen";

    public override string Qr => "QR-Code: Bürger-ID zeigen und anmelden";

    public override string ScanWords => "Scannen Sie den Code mit Ihrer Wallet oder tippen Sie ihn ein. Er gilt 2 Minuten. Diese Seite geht von allein weiter. Scannen Sie nur Codes, die auf Ihrem eigenen Bildschirm stehen.";

    public override string SignInAgain => "Noch einmal anmelden";

    public override RefusalText SignInNotFound { get; } = new(
        "Diese Anmeldung gibt es hier nicht",
        "Eine Anmeldung gilt nur in dem Browser, in dem sie begonnen wurde, und nur kurze Zeit.",
        "Beginnen Sie die Anmeldung noch einmal.");

    public override RefusalText SignInExpired { get; } = new(
        "Der Code ist abgelaufen",
        "Innerhalb von 2 Minuten hat keine Wallet geantwortet.",
        "Melden Sie sich noch einmal an, dann bekommen Sie einen neuen Code.");
}
