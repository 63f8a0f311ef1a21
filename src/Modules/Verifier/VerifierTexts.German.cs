using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Verifier;

/// <summary>Die Wörter des Moduls auf Deutsch.</summary>
internal sealed class GermanVerifierTexts : VerifierTexts
{
    public override string ShowInBrowser => "Über den Browser zeigen";

    public override string ShowInBrowserWords => "Ihr Browser kann Ihre Wallet selbst fragen, auch die auf Ihrem Telefon. Die Antwort kommt dann nur auf diese Seite zurück.";

    public override string ShowInBrowserFailed => "Über den Browser wurde nichts gezeigt. Versuchen Sie es noch einmal, oder nehmen Sie den QR-Code.";

    public override string ShowInBrowserReference => "Vorgang:";

    public override RefusalText WalletSaidNo { get; } = new(
        "Es wurde nichts gezeigt",
        "Ihre Wallet hat die Angaben nicht gesendet: Sie haben abgelehnt, oder es liegt kein passender Nachweis darin.",
        "Fangen Sie noch einmal an, oder holen Sie zuerst den fehlenden Nachweis in Ihre Wallet.");

    public override RefusalText AnswerNotVerifiable { get; } = new(
        "Der Nachweis ließ sich nicht prüfen",
        "Was Ihre Wallet gesendet hat, ist unvollständig oder wurde unterwegs verändert.",
        "Fangen Sie noch einmal an. Bleibt es dabei, laden Sie den Nachweis neu in Ihre Wallet.");

    public override RefusalText IssuerNotTrusted { get; } = new(
        "Dieser Aussteller ist hier nicht anerkannt",
        "Der gezeigte Nachweis stammt von einer Stelle, der die Stadt dafür nicht vertraut.",
        "Zeigen Sie einen Nachweis, den Ihre Stadt oder die angegebene Stelle ausgestellt hat.");

    public override RefusalText CredentialExpired { get; } = new(
        "Der Nachweis ist abgelaufen",
        "Die Gültigkeit des gezeigten Nachweises ist zu Ende oder hat noch nicht begonnen.",
        "Holen Sie einen neuen Nachweis in Ihre Wallet und fangen Sie dann noch einmal an.");

    public override RefusalText CredentialRevoked { get; } = new(
        "Der Nachweis gilt nicht mehr",
        "Der gezeigte Nachweis wurde von der ausstellenden Stelle widerrufen.",
        "Holen Sie einen neuen Nachweis in Ihre Wallet, oder fragen Sie die ausstellende Stelle nach dem Grund.");

    public override RefusalText CredentialSuspended { get; } = new(
        "Der Nachweis ist gerade gesperrt",
        "Die ausstellende Stelle hat den gezeigten Nachweis vorübergehend gesperrt.",
        "Fragen Sie die ausstellende Stelle, wann er wieder gilt.");

    public override RefusalText StatusUnknown { get; } = new(
        "Gültigkeit gerade nicht feststellbar",
        "Die Liste, in der steht, ob der Nachweis noch gilt, ist im Augenblick nicht erreichbar.",
        "Versuchen Sie es in einigen Minuten noch einmal. Ihr Nachweis ist davon nicht betroffen.");

    public override RefusalText ClaimsMissing { get; } = new(
        "Es fehlen Angaben",
        "Der gezeigte Nachweis enthält nicht alle Angaben, die hier gebraucht werden.",
        "Fangen Sie noch einmal an und wählen Sie in der Wallet den verlangten Nachweis.");

    public override RefusalText AnswerUnknown { get; } = new(
        "Diese Adresse führt nirgendwohin",
        "Zu diesem Rückweg gibt es keine Antwort einer Wallet (mehr).",
        "Fangen Sie auf der Seite des Angebots noch einmal an.");

    public override RefusalText AnswerTooOld { get; } = new(
        "Die Zeit ist abgelaufen",
        "Seit der Antwort Ihrer Wallet ist zu viel Zeit vergangen; die Angaben wurden gelöscht.",
        "Fangen Sie noch einmal an. Es dauert nur einen Augenblick.");

    public override RefusalText AnswerAlreadyUsed { get; } = new(
        "Schon erledigt",
        "Diese Antwort Ihrer Wallet wurde bereits verwendet; jede gilt nur einmal.",
        "Sehen Sie nach, ob Ihr Vorgang schon weitergegangen ist, oder fangen Sie noch einmal an.");

    public override RefusalText OtherBrowser { get; } = new(
        "Anderer Browser",
        "Diese Antwort gehört zu dem Browser, in dem der Vorgang begonnen hat.",
        "Machen Sie dort weiter, oder fangen Sie in diesem Browser noch einmal an.");

    public override RefusalText CodeUnknown { get; } = new(
        "Diesen Code gibt es nicht",
        "Zu dem eingegebenen Code gibt es keine offene Anfrage: Er ist vertippt oder abgelaufen.",
        "Vergleichen Sie den Code mit dem Bildschirm, oder lassen Sie sich einen neuen anzeigen.");

    public override RefusalText QueryUnusable { get; } = new(
        "Die Abfrage ist nicht brauchbar",
        "dcql_query ist keine gültige DCQL-Abfrage nach SD-JWT-Nachweisen, oder purpose fehlt.",
        "Vergleichen Sie die Abfrage mit OpenID4VP 1.0, Abschnitt 6.");

    public override RefusalText FormatUnusable { get; } = new(
        "Dieses Format wird hier nicht geprüft",
        "dcql_query fragt nach einem Nachweis in einem Format, das diese Stadt nicht prüfen kann.",
        "Fragen Sie nach dc+sd-jwt oder mso_mdoc.");

    public override RefusalText AuthorityUnusable { get; } = new(
        "Diese Angabe zum Aussteller wird hier nicht geprüft",
        "trusted_authorities nennt eine Art, die diese Stadt selbst nicht nachprüfen könnte.",
        "Nennen Sie Schlüsselkennungen (aki), oder lassen Sie trusted_authorities weg: Geprüft wird immer gegen die Vertrauensliste der Stadt.");

    public override RefusalText ClientIdPrefixUnusable { get; } = new(
        "Unter diesem Namen fragt die Stadt nicht",
        "client_id_prefix ist unbekannt, oder der Stadt fehlt dafür eine Bescheinigung.",
        "Nehmen Sie x509_hash, x509_san_dns oder redirect_uri. Für verifier_attestation muss verifier-attestation.jwt im Schlüsselordner liegen.");

    public override RefusalText ResponseModeUnusable { get; } = new(
        "Auf diese Art wird nicht geantwortet",
        "response_mode ist unbekannt.",
        "Nehmen Sie direct_post.jwt (verschlüsselt) oder, wenn es nicht anders geht, direct_post.");

    public override RefusalText TransactionUnusable { get; } = new(
        "Diese Erklärung lässt sich nicht einholen",
        "transaction_data hat eine unbekannte Art, ein Feld fehlt oder ist zu viel, oder credential_ids passt nicht zur Abfrage.",
        "Nehmen Sie die Art urn:modellstadt:transaction:declaration:1 mit statement_de, statement_en und credential_ids.");

    public override RefusalText RegistrationExceeded { get; } = new(
        "Dafür ist die Stadt nicht registriert",
        "Die Abfrage verlangt einen Nachweis oder Angaben, die nicht im Registrierungszertifikat der Stadt stehen.",
        "Fragen Sie nur nach dem, wofür die Stadt registriert ist, oder lassen Sie die Registrierung erweitern.");

    public override RefusalText PresentationUnknown { get; } = new(
        "Diese Abfrage gibt es nicht",
        "Unter dieser Kennung ist keine Abfrage gespeichert; beendete werden nach kurzer Zeit gelöscht.",
        "Legen Sie eine neue Abfrage an.");
}
