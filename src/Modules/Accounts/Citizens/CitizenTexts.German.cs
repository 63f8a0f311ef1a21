using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Was Bürgerinnen und Bürger beim Anmelden lesen.</summary>
internal sealed class GermanCitizenTexts : CitizenTexts
{
    public override string SignInTitle => "Bei der Stadt anmelden";

    public override string SignInLead => "Zeigen Sie Ihre Bürger-ID. Auf dem Handy öffnet sich Ihre Wallet; am Computer scannen Sie mit dem Handy einen Code.";

    public override string StepUpTitle => "Bitte zeigen Sie Ihre Bürger-ID";

    public override string SignedInWith(MeansKind means) => means is MeansKind.Passkey ? "Sie sind mit einem Passkey angemeldet." : "Sie sind mit der Bürger-ID angemeldet.";

    public override string StepUpLead => "Für diesen Schritt zeigen Sie bitte Ihre Bürger-ID: Er ändert Rechte oder zeigt viel über Sie, und ein Passkey allein sagt dafür nicht sicher genug, dass Sie es sind.";

    public override string GoOn => "Weiter";

    public override string SignOut => "Abmelden";

    public override string PasskeyTitle => "Mit einem Passkey";

    public override string PasskeyLead => "Wer einen Passkey hinzugefügt hat, sieht damit, was die Stadt führt. Was Rechte ändert, verlangt die Bürger-ID.";

    public override string ToPasskey => "Mit einem Passkey anmelden";

    public override string AccountTitle => "Mein Konto";

    public override string AccountOf(string town) => $"Bürgerkonto {town}";

    public override string LevelWords(AssuranceLevel level) => level >= AssuranceLevel.Substantial ? "Damit können Sie sehen und ändern." : "Damit können Sie sehen und verlängern; zum Ändern zeigen Sie die Bürger-ID.";

    public override string MeansTitle => "Womit Sie sich anmelden";

    public override string NameOf(MeansKind kind, string name) => kind is MeansKind.Passkey ? $"Passkey „{name}“" : name.Length > 0 ? $"Bürger-ID von {name}" : "Bürger-ID";

    public override string CitizenIdStays => "Die Bürger-ID bleibt immer ein Weg hinein. Ist das Handy verloren, sperren Sie die Wallet und holen Sie die Bürger-ID neu: Es bleibt dasselbe Konto.";

    public override string LastPasskeyWarning => "Das ist Ihr letzter Passkey. Ohne ihn melden Sie sich nur noch mit der Bürger-ID an.";

    public override string AddLead => "Mit einem Passkey melden Sie sich durch Fingerabdruck, Gesicht oder PIN Ihres Geräts an, auch wenn die Wallet nicht zur Hand ist. Hinzufügen können Sie ihn in den ersten 10 Minuten, nachdem Sie die Bürger-ID gezeigt haben.";

    public override string PasskeyNotMade => "Es wurde kein Passkey hinzugefügt. Zeigen Sie die Bürger-ID noch einmal und versuchen Sie es dann gleich wieder.";

    public override string PasskeyNameHint => "Zum Beispiel „Mein Handy“";

    public override string SignInsTitle => "Ihre Anmeldungen";

    public override string SignInsLead => "Die letzten 90 Tage. Ist eine dabei, die Sie nicht waren: Melden Sie sich überall ab und sperren Sie Ihre Wallet.";

    public override string SignIn(DateTimeOffset at, string means, bool runs) => string.Create(Language.German.Culture(), $"{at:d} um {at:t} Uhr, {means}{(runs ? ", noch angemeldet" : "")}");

    public override string SignOutEverywhere => "Überall abmelden";

    public override string Kept => "Das Konto enthält keinen Namen. Wer sich zwei Jahre lang nicht anmeldet, dessen Konto wird gelöscht; beim nächsten Zeigen der Bürger-ID entsteht ein neues.";

    public override RefusalText PasskeyNotRecognized { get; } = new(
        "Der Passkey wurde nicht erkannt",
        "Zu diesem Passkey gibt es hier kein Konto, er wurde entfernt, oder die Anmeldung hat länger als fünf Minuten gedauert.",
        "Versuchen Sie es noch einmal, oder melden Sie sich mit der Bürger-ID an.");

    public override RefusalText FreshSignInNeeded { get; } = new(
        "Dafür zeigen Sie bitte Ihre Bürger-ID",
        "Einen Passkey fügt hinzu oder entfernt nur, wer die Bürger-ID gezeigt hat; zum Hinzufügen vor höchstens 10 Minuten.",
        "Melden Sie sich mit der Bürger-ID an und versuchen Sie es dann gleich noch einmal.");
}
