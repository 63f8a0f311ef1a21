using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Payments;

/// <summary>The words in German.</summary>
internal sealed class GermanPaymentsTexts : PaymentsTexts
{
    public override RefusalText NoSuchReceivable { get; } = new(
        "Diese Forderung gibt es nicht", "Unter dieser Adresse steht keine Forderung.", "Suchen Sie sie in der Liste der offenen Forderungen.");

    public override RefusalText CreditAboveFee { get; } = new(
        "Die Gutschrift ist zu hoch", "Es wurde mehr gutgeschrieben, als von der Gebühr übrig ist.", "Prüfen Sie den Betrag.");
}
