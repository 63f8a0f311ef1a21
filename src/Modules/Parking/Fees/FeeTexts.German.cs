using System.Globalization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>The words in German.</summary>
internal sealed class GermanFeeTexts : FeeTexts
{
    public override string NothingToPay => "Es ist nichts mehr zu zahlen.";
    public override string WhereTo => "Auf welches Konto soll das Geld gehen?";
    public override string Holder => "Name auf dem Konto";
    public override string RefundIban => "IBAN";
    public override string SendAccount => "Konto mitteilen";
    public override string CreditorReference => "Zahlungsreferenz";

    public override string TitleOf(ReceivableState state) => state switch
    {
        ReceivableState.Open => "Noch nicht bezahlt",
        ReceivableState.PartPaid => "Zum Teil bezahlt",
        ReceivableState.Paid => "Bezahlt",
        ReceivableState.Overpaid => "Bezahlt, es kam zu viel",
        ReceivableState.Overdue => "Überfällig",
        ReceivableState.WrittenOff => "Erledigt",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string StillToPay(decimal euros, DateOnly due) => $"Zu zahlen sind noch {Money(euros)}. Der letzte Tag dafür ist der {due.ToString("d", Culture)}. Eine Zahlung sehen Sie hier, sobald die Stadt den Kontoauszug gebucht hat.";

    public override string GoesBack(decimal euros) => $"{Money(euros)} gehen an Sie zurück.";

    protected override string Money(decimal euros) => $"{euros.ToString("N2", Culture)} €";

    protected override CultureInfo Culture { get; } = Language.German.Culture();
}
