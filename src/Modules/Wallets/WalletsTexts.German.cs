using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Wallets;

/// <summary>Die Texte auf Deutsch.</summary>
internal sealed class GermanWalletsTexts : WalletsTexts
{
    public override RefusalText ProofRefused { get; } = new(
        "Wallet nicht erkannt", "Die Wallet konnte nicht beweisen, dass sie es ist.", "Stellen Sie Datum und Uhrzeit des Geräts auf automatisch und versuchen Sie es noch einmal.");

    public override RefusalText WalletUnknown { get; } = new(
        "Wallet unbekannt", "Die Stadt kennt diese Wallet nicht oder nicht mehr.", "Öffnen Sie die Wallet; sie meldet sich neu an.");

    public override RefusalText WalletLocked { get; } = new(
        "Wallet gesperrt", "Diese Wallet wurde mit ihrem Notfall-Code gesperrt.", "Richten Sie die Wallet neu ein und holen Sie Ihre Karten wieder ab.");

    public override RefusalText AlreadyRegistered { get; } = new(
        "Schon angemeldet", "Schlüssel oder Notfall-Code gehören schon zu einer Wallet.", "Lassen Sie die Wallet einen neuen Notfall-Code machen.");

    public override RefusalText Unreadable { get; } = new(
        "Nicht verstanden", "Die Nachricht der Wallet ist nicht so aufgebaut, wie die Stadt sie erwartet.", "Aktualisieren Sie die Wallet: Schließen Sie sie und öffnen Sie sie wieder.");

    public override RefusalText KeyNotProved { get; } = new(
        "Schlüssel nicht bewiesen", "Die Wallet konnte nicht beweisen, dass die neuen Schlüssel ihr gehören.", "Stellen Sie Datum und Uhrzeit des Geräts auf automatisch und versuchen Sie es noch einmal.");

    public override RefusalText CodeMistyped { get; } = new(
        "Vertippt?", "Das ist kein Notfall-Code: Ein Zeichen stimmt nicht oder fehlt. Es wurde nichts gesucht und nichts gesperrt.", "Vergleichen Sie jede Gruppe mit Ihrem Ausdruck und versuchen Sie es noch einmal.");

    public override RefusalText CodeUnknown { get; } = new(
        "Keine Wallet gefunden", "Zu diesem Code gibt es keine Wallet. Es wurde nichts gesperrt.", "Nehmen Sie den Code der neuesten Wallet, oder lassen Sie die Bürger-ID beim Bürgerservice sperren.");

    public override RefusalText MailboxUnknown { get; } = new(
        "Umzug abgelaufen", "Die Verbindung zwischen den beiden Handys gilt nicht mehr oder wurde schon benutzt.", "Lassen Sie das neue Handy einen neuen Code zeigen und scannen Sie ihn.");

    public override RefusalText PushAddressRefused { get; } = new(
        "Hinweise nicht möglich", "Die Stadt kennt den Dienst nicht, über den dieser Browser Hinweise bekommt.", "Sie sehen Hinweise trotzdem, sobald Sie die Wallet öffnen.");

    public override RefusalText ListUnknown { get; } = new(
        "Keine Liste", "Zu diesen Angaben gibt es keine Liste.", "Prüfen Sie den Notfall-Code; ohne Liste holen Sie Ihre Karten einzeln wieder ab.");

    public override RefusalText ListChanged { get; } = new(
        "Liste inzwischen geändert", "Die Liste wurde inzwischen von anderer Stelle geändert.", "Die Wallet lädt den neuen Stand und versucht es noch einmal.");

    public override RefusalText VersionMissing { get; } = new(
        "Stand fehlt", "Die Wallet sagt nicht, welchen Stand der Liste sie kennt.", "Aktualisieren Sie die Wallet: Schließen Sie sie und öffnen Sie sie wieder.");

    public override RefusalText TooLong(int kilobytes) => new(
        "Zu groß", $"Die Nachricht der Wallet ist zu groß; angenommen werden {kilobytes} Kilobyte.", "Löschen Sie in der Wallet Karten, die Sie nicht mehr brauchen.");

    public override string LockTitle => "Verlorene Wallet sperren";
    public override string LockLead => "Handy weg? Mit dem Notfall-Code sperren Sie die Wallet darauf, von jedem Gerät aus. Sie brauchen keine Anmeldung.";
    public override string CodeLabel => "Notfall-Code";
    public override string CodeHint => "21 Zeichen, wie auf Ihrem Ausdruck. Groß oder klein, mit oder ohne Striche; O und 0, I und 1 gelten gleich.";
    public override string LockButton => "Wallet jetzt sperren";
    public override string WithoutCode => "Kein Code mehr da? Dann sperrt der Bürgerservice Ihre Bürger-ID; bringen Sie Ihren Ausweis mit.";
    public override string Locked => "Die Wallet ist gesperrt";
    public override string WhatHappened => "Was jetzt passiert ist";
    public override string NoMoreAttestations => "Die Stadt bürgt nicht mehr für diese Wallet: Sie bekommt keine neuen Karten, die nur für geprüfte Wallets sind.";
    public override string CardsEnd => "Alle Karten der Stadt, die die Wallet gemeldet hat, gelten auf dem alten Gerät in wenigen Sekunden nicht mehr und lassen sich dort nicht erneuern.";
    public override string OldDeviceIsTold => "Das alte Gerät bekommt einen Hinweis, sobald es online ist.";
    public override string PermitStays => "Ihr Recht zu parken bleibt: Es hängt am Kennzeichen, nicht am Handy.";
    public override string OtherIssuers => "Karten anderer Aussteller sperrt nur der Aussteller selbst. Welche es waren, steht in Ihrer Liste.";
    public override string HowToGetBack => "So bekommen Sie alles zurück";
    public override string OpenNewWallet => "Öffnen Sie die Wallet auf dem neuen Gerät.";
    public override string TypeCodeThere => "Wählen Sie dort „Wiederherstellen“ und geben Sie denselben Code ein: Die Wallet findet die Liste Ihrer Karten.";
    public override string FetchAgain => "Holen Sie die Karten neu ab: die Bürger-ID mit Ihrem Ausweis, den Parkausweis mit der Bürger-ID. Der Code allein öffnet keine Karte.";
    public override string NewCode => "Die neue Wallet zeigt Ihnen einen neuen Notfall-Code. Heben Sie ihn auf, den alten brauchen Sie dann nicht mehr.";
    public override string ToWallet => "Wallet öffnen";

    public override string LockedAt(string at) => $"Gesperrt am {at}. Noch einmal sperren ändert nichts.";
}
