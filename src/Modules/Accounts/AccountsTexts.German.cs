using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts;

/// <summary>Die Wörter des Moduls auf Deutsch.</summary>
internal sealed class GermanAccountsTexts : AccountsTexts
{
    public override string SignInTitle => "Anmeldung für Beschäftigte";

    public override string SignInLead => "Für die Beschäftigten der Stadt und für alle, die über Projekte der Modellregion entscheiden.";

    public override string AlreadySignedIn(string name) => $"Sie sind als {name} angemeldet. Eine neue Anmeldung ersetzt diese.";

    public override string DemoTitle => "Mit einem Klick anmelden";

    public override string DemoLead => "Diese Personen sind erfunden. In einer echten Stadt gibt es diese Knöpfe nicht.";

    public override string SignInAs(string name, StaffRole role) => $"{name} ({RoleOf(role)})";

    public override string OtherRoleSignedIn(string name, StaffRole role) => $"Sie sind als {name} angemeldet. Ihre Rolle: {RoleOf(role)}.";

    public override string SignInAsSomeoneElse => "Mit einem anderen Konto anmelden";
    public override string OwnPages => "Ihre Seiten";

    public override string RoleOf(StaffRole role) => role switch
    {
        StaffRole.Warden => "Verkehrsüberwachung",
        StaffRole.Clerk => "Sachbearbeitung",
        StaffRole.Administrator => "Administration",
        StaffRole.ProjectOffice => "Projektbüro",
        StaffRole.BoardMember => "Mitglied des Gremiums",
        StaffRole.BoardChair => "Vorsitz des Gremiums",
        StaffRole.DistrictGovernment => "Bezirksregierung",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown role."),
    };

    public override string SignInWithPasskey => "Mit Passkey anmelden";

    public override string NoPasskeyYet => "Noch kein Passkey? Die Administration Ihrer Stadt schickt Ihnen einen Link, mit dem Sie ihn einrichten.";

    public override string PasskeyNotShown => "Es wurde kein Passkey gezeigt. Versuchen Sie es noch einmal und wählen Sie den Passkey für dieses Portal.";

    public override string PasskeyNotMade => "Es wurde kein Passkey eingerichtet. Versuchen Sie es noch einmal; ein Gerät, das hier schon eingerichtet ist, wird nicht ein zweites Mal angenommen.";

    public override string PasskeyNeedsScript => "Ein Passkey braucht JavaScript. Schalten Sie es für diese Seite ein und laden Sie sie neu.";

    public override string PasskeysTitle => "Meine Passkeys";

    public override string PasskeysLead => "Mit einem Passkey melden Sie sich durch Fingerabdruck, Gesicht oder PIN Ihres Geräts an, ohne Passwort.";

    public override string NoPasskey => "Noch kein Passkey";

    public override string NoPasskeyHint => "Fügen Sie unten einen hinzu.";

    public override string AddedOn(DateTimeOffset at) => string.Create(Language.German.Culture(), $"Hinzugefügt am {at:d}");

    public override string LastUsedOn(DateTimeOffset at) => string.Create(Language.German.Culture(), $"Zuletzt benutzt am {at:d} um {at:t} Uhr");

    public override string NeverUsed => "Noch nie zum Anmelden benutzt";

    public override string Remove => "Entfernen";

    public override string RemovePasskey(string name) => $"Entfernen: {name}";

    public override string AddTitle => "Passkey hinzufügen";

    public override string AddLead => "Richten Sie jedes Gerät ein, mit dem Sie sich anmelden wollen. Geht eines verloren, entfernen Sie seinen Passkey hier: Alle anderen Anmeldungen enden dann.";

    public override string AddPasskey => "Passkey hinzufügen";

    public override string PasskeyName => "Name des Geräts";

    public override string PasskeyNameHint => "Zum Beispiel: Diensthandy. Sie können das Feld leer lassen.";

    public override string EnrolmentTitle => "Ihr Zugang";

    public override string EnrolmentLead(string name, StaffRole role, string town) => $"Guten Tag, {name}. Die Stadt {town} hat für Sie ein Konto angelegt: {RoleOf(role)}.";

    public override string EnrolmentHint => "Richten Sie jetzt einen Passkey ein. Damit melden Sie sich künftig an. Dieser Link gilt nur einmal und nur für Sie.";

    public override string RegisterPasskey => "Passkey einrichten und anmelden";

    public override RefusalText ManagementKeyMissing { get; } = new(
        "Der Verwaltungsschlüssel fehlt",
        "Diese Adresse ist für Programme der Stadt und verlangt deren Schlüssel.",
        "Senden Sie die Kopfzeile „Authorization: Bearer <Schlüssel>“ mit dem Schlüssel, den ./run anzeigt oder der in Management:Key eingestellt ist.");

    public override RefusalText ClientTokenMissing { get; } = new(
        "Ein Token fehlt",
        "Diese Adresse ist für Programme mit einem Token dieser Stadt; es fehlt, gilt für eine andere Schnittstelle, ist abgelaufen, oder der Zugang ist gesperrt.",
        "Holen Sie unter /oauth/token ein neues und senden Sie es als „Authorization: Bearer <Token>“.");

    public override RefusalText OtherScopeRequired { get; } = new(
        "Das Token erlaubt das nicht",
        "Dem Token fehlt die Berechtigung, die diese Adresse verlangt; der Kopf WWW-Authenticate nennt sie.",
        "Holen Sie ein Token mit dieser Berechtigung, oder bitten Sie die Stadt darum.");

    public override RefusalText ClientUnknown { get; } = new(
        "Diesen Zugang gibt es nicht",
        "Kein Programm dieser Stadt hat diese Kennung.",
        "Sehen Sie unter /management/v1/clients nach.");

    public override RefusalText ClientUnusable { get; } = new(
        "So lässt sich der Zugang nicht anlegen",
        "Nötig sind ein Name mit 1 bis 100 Zeichen, ein Zweck mit 1 bis 200 Zeichen und mindestens eine Berechtigung, die es gibt.",
        "Berichtigen Sie die Angaben und senden Sie sie noch einmal.");

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

    public override RefusalText StaffUnusable { get; } = new(
        "Name oder Rolle sind nicht verwendbar",
        "Der Name braucht 1 bis 100 Zeichen, die Rolle ist warden, clerk, administrator, project-office, board-member, board-chair oder district-government.",
        "Berichtigen Sie die Angaben und senden Sie sie noch einmal.");

    public override RefusalText KeyUnknown { get; } = new(
        "Einen solchen Schlüssel hat die Stadt nicht",
        "Keiner der Schlüssel, die gewechselt werden können, heißt so.",
        "Lesen Sie die Namen unter /management/v1/keys.");

    public override RefusalText KeyChangeTooSoon { get; } = new(
        "So bald kann der Schlüssel nicht wechseln",
        "Alle Prozesse der Stadt und alle, die gerade bedient werden, müssen den Wechsel kennen, bevor er stattfindet.",
        "Lassen Sie den Zeitpunkt weg, oder nennen Sie einen späteren; /management/v1/keys sagt den Vorlauf.");

    public override RefusalText PasskeyNotRecognized { get; } = new(
        "Der Passkey wurde nicht erkannt",
        "Zu diesem Passkey gibt es hier kein Konto, oder die Anmeldung hat länger als fünf Minuten gedauert.",
        "Versuchen Sie es noch einmal, oder bitten Sie die Administration Ihrer Stadt um einen neuen Link.");

    public override RefusalText PasskeyNotAccepted { get; } = new(
        "Der Passkey wurde nicht angenommen",
        "Ihr Gerät hat keinen brauchbaren Passkey gemeldet, oder das Einrichten hat länger als fünf Minuten gedauert.",
        "Versuchen Sie es noch einmal.");

    public override RefusalText LastPasskey { get; } = new(
        "Das ist Ihr letzter Passkey",
        "Ohne ihn könnten Sie sich nicht mehr anmelden.",
        "Fügen Sie zuerst einen anderen Passkey hinzu.");

    public override RefusalText PasskeyUnknown { get; } = new(
        "Diesen Passkey gibt es nicht mehr",
        "Er wurde schon entfernt.",
        "Sehen Sie in der Liste nach, welche Passkeys noch da sind.");

    public override RefusalText EnrolmentUnknown { get; } = new(
        "Dieser Link ist nicht gültig",
        "Er ist unvollständig, oder ein neuerer Link hat ihn ersetzt.",
        "Öffnen Sie den neuesten Link, oder bitten Sie die Administration Ihrer Stadt um einen neuen.");

    public override RefusalText EnrolmentUsed { get; } = new(
        "Dieser Link wurde schon benutzt",
        "Mit ihm wurde bereits ein Passkey eingerichtet.",
        "Melden Sie sich mit dem Passkey an. Waren Sie es nicht, sagen Sie sofort der Administration Ihrer Stadt Bescheid.");

    public override RefusalText EnrolmentExpired { get; } = new(
        "Dieser Link ist abgelaufen",
        "Die Zeit zum Einrichten ist vorbei.",
        "Bitten Sie die Administration Ihrer Stadt um einen neuen Link.");

    public override RefusalText FormTooOld { get; } = new(
        "Das Formular ist nicht mehr gültig",
        "Es wurde vor einer An- oder Abmeldung geöffnet oder kommt nicht von dieser Seite.",
        "Laden Sie die Seite neu und versuchen Sie es noch einmal.");
}
