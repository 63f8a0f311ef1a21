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
}
