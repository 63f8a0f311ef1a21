namespace Modellstadt.Kernel.Web;

/// <summary>Die Fehler der Wallet-Protokolle auf Deutsch.</summary>
internal sealed class GermanWalletErrorTexts : WalletErrorTexts
{
    private protected override string CodeNotValid => "Der Code ist falsch, abgelaufen oder schon benutzt. Öffnen Sie die Seite der Stadt noch einmal und nehmen Sie den neuen Code.";
    private protected override string TimeToFetchIsOver => "Die Zeit zum Abholen ist vorbei. Öffnen Sie die Seite der Stadt noch einmal und beginnen Sie von dort.";
    private protected override string WalletTriesAgain => "Die Stadt verlangt einen frischen Nachweis. Ihre Wallet wiederholt den Schritt von selbst; passiert nichts, öffnen Sie das Angebot noch einmal.";
    private protected override string NotReadyYet => "Der Nachweis ist noch nicht fertig. Ihre Wallet fragt später wieder nach; Sie müssen nichts tun.";
    private protected override string KeyNotProved => "Ihre Wallet konnte nicht beweisen, dass der Schlüssel ihr gehört. Stellen Sie Datum und Uhrzeit des Geräts auf automatisch und versuchen Sie es noch einmal.";
    private protected override string WalletNotAccepted => "Für diesen Nachweis nimmt die Stadt Ihre Wallet nicht an. Aktualisieren Sie die Wallet oder nehmen Sie eine andere.";
    private protected override string NoSuchCredential => "Diesen Nachweis gibt es hier nicht oder nicht mehr. Beginnen Sie auf der Seite der Stadt noch einmal.";
    private protected override string NotIssued => "Die Stadt stellt diesen Nachweis nicht aus. Den Grund erfahren Sie auf der Seite, auf der Sie begonnen haben.";
    private protected override string Declined => "Sie haben abgelehnt, oder kein Nachweis in der Wallet passt. Es wurde nichts übertragen.";
    private protected override string NotValidNow => "Der Nachweis ist abgelaufen oder noch nicht gültig. Holen Sie ihn neu ab.";
    private protected override string IssuerNotTrusted => "Die Stadt kennt die Stelle nicht, die diesen Nachweis ausgestellt hat. Zeigen Sie einen anderen Nachweis.";
    private protected override string NotWhatWasAsked => "Die Wallet hat etwas anderes gezeigt, als gefragt war. Versuchen Sie es noch einmal und wählen Sie den passenden Nachweis.";
    private protected override string CredentialEnded => "Der Nachweis ist gesperrt. Fragen Sie bei der Stelle nach, die ihn ausgestellt hat.";
    private protected override string NotUnderstood => "Wallet und Stadt haben sich nicht verstanden. Aktualisieren Sie die Wallet und beginnen Sie noch einmal; hilft das nicht, nennen Sie dem Bürgerservice die Vorgangsnummer.";
    private protected override string NotVerifiable => "Was die Wallet gezeigt hat, ließ sich nicht prüfen. Versuchen Sie es noch einmal; hilft das nicht, nennen Sie dem Bürgerservice die Vorgangsnummer.";
}
