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

    public override RefusalText ListUnknown { get; } = new(
        "Keine Liste", "Zu diesen Angaben gibt es keine Liste.", "Prüfen Sie den Notfall-Code; ohne Liste holen Sie Ihre Karten einzeln wieder ab.");

    public override RefusalText ListChanged { get; } = new(
        "Liste inzwischen geändert", "Die Liste wurde inzwischen von anderer Stelle geändert.", "Die Wallet lädt den neuen Stand und versucht es noch einmal.");

    public override RefusalText VersionMissing { get; } = new(
        "Stand fehlt", "Die Wallet sagt nicht, welchen Stand der Liste sie kennt.", "Aktualisieren Sie die Wallet: Schließen Sie sie und öffnen Sie sie wieder.");

    public override RefusalText TooLong(int kilobytes) => new(
        "Zu groß", $"Die Nachricht der Wallet ist zu groß; angenommen werden {kilobytes} Kilobyte.", "Löschen Sie in der Wallet Karten, die Sie nicht mehr brauchen.");
}
