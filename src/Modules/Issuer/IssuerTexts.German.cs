using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Issuer;

/// <summary>Die Wörter des Moduls auf Deutsch.</summary>
internal sealed class GermanIssuerTexts : IssuerTexts
{
    public override RefusalText NotAHolderCode { get; } = new(
        "Das ist kein Ausweiscode",
        "Der gescannte Code stammt nicht von einem Ausweis der Stadt.",
        "Lassen Sie sich den Ausweis in der App zeigen und scannen Sie den Code dort.");

    public override RefusalText UnknownHolderCode { get; } = new(
        "Dieser Code ist nicht echt",
        "Die Stadt hat keinen Ausweis ausgestellt, zu dem dieser Code gehört.",
        "Prüfen Sie das Kennzeichen: ein gültiger Ausweis ist auch darüber zu finden.");

    public override RefusalText OldHolderCode { get; } = new(
        "Dieser Code ist zu alt",
        "Der Code gilt zwei Minuten; dieser ist älter, vielleicht ein Foto.",
        "Lassen Sie sich den Ausweis in der App zeigen: dort entsteht der Code alle 30 Sekunden neu.");

    public override RefusalText FutureHolderCode { get; } = new(
        "Die Uhr des Telefons geht vor",
        "Der Code trägt eine Uhrzeit, die noch nicht gekommen ist.",
        "Prüfen Sie das Kennzeichen, oder bitten Sie darum, die Uhr des Telefons auf automatisch zu stellen.");

    public override RefusalText EndedCredential { get; } = new(
        "Dieser Ausweis gilt nicht mehr",
        "Der Code ist echt, aber der Ausweis ist abgelaufen, widerrufen oder durch einen neuen ersetzt.",
        "Prüfen Sie das Kennzeichen: vielleicht gibt es einen neuen Ausweis.");

    public override RefusalText SuspendedCredential { get; } = new(
        "Dieser Ausweis ist ausgesetzt",
        "Der Code ist echt, aber die Stadt hat den Ausweis für einige Zeit ausgesetzt.",
        "Prüfen Sie das Kennzeichen: Parken darf, wer in der Liste der Stadt steht.");

    public override RefusalText IncompleteOffer { get; } = new(
        "Dem Angebot fehlt etwas",
        "credential_configuration_id, claims und subject (1 bis 200 Zeichen) sind nötig.",
        "Ergänzen Sie die Angaben; das OpenAPI-Dokument beschreibt sie.");

    public override RefusalText UnknownCredentialType { get; } = new(
        "Diese Nachweisart gibt es nicht",
        "Kein Aussteller dieser Stadt kennt credential_configuration_id.",
        "Lesen Sie die Metadaten der Aussteller; dort stehen die möglichen Werte.");

    public override RefusalText ReservedClaim { get; } = new(
        "Eine Angabe ist dem Aussteller vorbehalten",
        "iss, iat, nbf, exp, vct, cnf und status setzt der Aussteller selbst; _sd, _sd_alg und ... gehören dem Format.",
        "Lassen Sie diese Angaben weg.");

    public override RefusalText UnknownOffer { get; } = new(
        "Dieses Angebot gibt es nicht",
        "Unter dieser Nummer wurde nichts angeboten.",
        "Prüfen Sie die Nummer aus der Antwort auf das Anlegen.");

    public override RefusalText UnknownSubject { get; } = new(
        "Diesen Nachweis hat niemand",
        "Unter dieser Kennung (subject) wurde nie etwas angeboten.",
        "Prüfen Sie die Kennung: Es ist die aus dem Angebot.");

    public override RefusalText UnknownStatus { get; } = new(
        "Diesen Status gibt es nicht",
        "status ist weder valid noch suspended noch revoked.",
        "Senden Sie einen dieser drei Werte.");

    public override RefusalText OfferDecided { get; } = new(
        "Über dieses Angebot ist schon anders entschieden",
        "Es wurde bereits freigegeben oder abgelehnt; eine Entscheidung lässt sich nicht umkehren.",
        "Widerrufen Sie den Nachweis, oder bieten Sie ihn neu an.");

    public override RefusalText OfferGone { get; } = new(
        "Dieses Angebot gibt es nicht mehr",
        "Der Ausweis wurde schon abgeholt, oder das Angebot ist abgelaufen.",
        "Öffnen Sie die Seite noch einmal, auf der Sie den Code gesehen haben: dort steht ein neuer.");

    public override RefusalText RequestEnded { get; } = new(
        "Diese Anfrage ist beendet",
        "Die Anfrage der Wallet wurde schon beantwortet, ist abgelaufen oder wurde in einem anderen Browser geöffnet.",
        "Beginnen Sie in Ihrer Wallet noch einmal.");

    public override RefusalText BrokenRequest { get; } = new(
        "Die Anfrage der Wallet ist nicht lesbar",
        "Ihre Wallet hat eine Anfrage geschickt, die nicht den Regeln entspricht. Deshalb gibt die Stadt nichts heraus.",
        "Aktualisieren Sie Ihre Wallet oder nehmen Sie eine andere. Wer sie herstellt, findet den Grund unter der Nummer unten.");

    public override RefusalText StartAtTheTown { get; } = new(
        "Bitte beginnen Sie bei der Stadt",
        "Diesen Nachweis gibt es am Ende eines Online-Dienstes der Stadt.",
        "Öffnen Sie den Dienst auf der Startseite der Stadt. Am Ende holt Ihre Wallet den Nachweis ab.");

    public override RefusalText WrongTransactionCode { get; } = new(
        "Der Code stimmt nicht",
        "Der Code, der Ihnen mitgeteilt wurde, fehlt oder ist falsch eingegeben.",
        "Geben Sie ihn noch einmal ein. Nach fünf falschen Codes endet das Angebot.");

    public override string DecisionTitle => "Eine Wallet fragt an";

    public override string GrantWallet => "Ja, in die Wallet geben";

    public override string RefuseWallet => "Nein, nichts herausgeben";

    public override string TransactionCodeLabel => "Code";

    public override string WayBackTitle => "Zurück in Ihre Wallet";

    public override string WayBackWords => "Es geht in Ihrer Wallet weiter. Wenn sie sich nicht von selbst öffnet, nehmen Sie den Knopf.";

    public override string WayBack => "Wallet öffnen";

    public override string TransactionCodeHint(int digits) => $"Die {digits} Ziffern, die Ihnen die Stadt auf anderem Weg mitgeteilt hat.";

    public override string WalletAsks(string? wallet, string credential) => wallet is null
        ? $"Eine Wallet möchte haben: {credential}"
        : $"Die Wallet „{wallet}“ möchte haben: {credential}";

    public override string WalletDestination(string destination) => $"Der Nachweis geht an {destination}. Machen Sie nur weiter, wenn Sie das selbst in Ihrer eigenen Wallet begonnen haben.";
}
