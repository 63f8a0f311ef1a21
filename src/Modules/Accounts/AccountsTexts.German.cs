using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts;

internal sealed class AccountsTextsInGerman : AccountsTexts
{
    public static readonly AccountsTexts Instance = new AccountsTextsInGerman();

    public override string SignInTitle => "Anmeldung für Beschäftigte";

    public override string SignInLead => "Für die Verkehrsüberwachung, die Sachbearbeitung und die Administration der Stadt.";

    public override string AlreadySignedIn(string name) => $"Sie sind als {name} angemeldet. Eine neue Anmeldung ersetzt diese.";

    public override string DemoTitle => "Mit einem Klick anmelden";

    public override string DemoLead => "Diese Personen sind erfunden. In einer echten Stadt gibt es diese Knöpfe nicht.";

    public override string SignInAs(string name, StaffRole role) => $"{name} ({RoleOf(role)})";

    public override string OtherRoleSignedIn(string name, StaffRole role) => $"Sie sind als {name} angemeldet. Ihre Rolle: {RoleOf(role)}.";

    public override string SignInAsSomeoneElse => "Mit einem anderen Konto anmelden";

    public override string SignOut => "Abmelden";

    public override string RoleOf(StaffRole role) => role switch
    {
        StaffRole.Warden => "Verkehrsüberwachung",
        StaffRole.Clerk => "Sachbearbeitung",
        _ => "Administration",
    };

    public override RefusalText ManagementKeyMissing { get; } = new(
        "Der Verwaltungsschlüssel fehlt",
        "Diese Adresse ist für Programme der Stadt und verlangt deren Schlüssel.",
        "Senden Sie die Kopfzeile „Authorization: Bearer <Schlüssel>“ mit dem Schlüssel, den ./run anzeigt oder der in Management:Key eingestellt ist.");

    public override RefusalText SignInRequired { get; } = new(
        "Sie sind nicht angemeldet",
        "Ihre Anmeldung fehlt oder ist abgelaufen.",
        "Melden Sie sich unter /sign-in an und versuchen Sie es noch einmal.");

    public override RefusalText OtherRoleRequired { get; } = new(
        "Diese Seite ist für eine andere Rolle",
        "Ihr Konto darf diese Seite nicht öffnen.",
        "Melden Sie sich mit einem Konto an, das dafür vorgesehen ist, oder bitten Sie die Administration Ihrer Stadt um die passende Rolle.");

    public override RefusalText AccountLocked { get; } = new(
        "Dieses Konto ist gesperrt",
        "Die Administration Ihrer Stadt hat das Konto gesperrt.",
        "Wenden Sie sich an die Administration, wenn Sie wieder Zugang brauchen.");

    public override RefusalText StaffUnknown { get; } = new(
        "Dieses Konto gibt es nicht",
        "Unter dieser Kennung ist in dieser Stadt niemand angelegt.",
        "Prüfen Sie die Kennung in der Liste der Konten.");

    public override RefusalText FormTooOld { get; } = new(
        "Das Formular ist nicht mehr gültig",
        "Es wurde vor einer An- oder Abmeldung geöffnet oder kommt nicht von dieser Seite.",
        "Laden Sie die Seite neu und versuchen Sie es noch einmal.");
}
