namespace Modellstadt.App.Pages.Flows;

/// <summary>Die Seite über einen Ablauf auf Deutsch.</summary>
internal sealed class GermanFlowTexts : FlowTexts
{
    public override string Title => "Ablauf ansehen";

    public override string Lead => "Was zwischen Wallet und Stadt geschah, Schritt für Schritt und mit der Stelle der Spezifikation. Ohne Namen, Angaben und Geheimnisse.";

    public override string Id => "Vorgangsnummer";

    public override string IdHint => "Die Nummer vom Bildschirm der Bürgerin oder des Bürgers, aus dem Protokoll oder die Kennung eines Angebots.";

    public override string Show => "Ansehen";

    public override string Flow => "Ablauf";

    public override string Forgotten => "Zu dieser Nummer ist nichts mehr da";

    public override string ForgottenHint => "Abläufe bleiben nur kurz im Arbeitsspeicher: die letzten 2.000, bis zum nächsten Start. Lassen Sie den Vorgang wiederholen und nehmen Sie die neue Nummer.";
}
