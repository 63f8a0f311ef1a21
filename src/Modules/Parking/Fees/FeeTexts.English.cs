using System.Globalization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>The words in English.</summary>
internal sealed class EnglishFeeTexts : FeeTexts
{
    public override string NothingToPay => "Nothing more is to be paid.";
    public override string WhereTo => "Which account shall the money go to?";
    public override string Holder => "Name on the account";
    public override string RefundIban => "Account number (IBAN)";
    public override string SendAccount => "Send the account";
    public override string CreditorReference => "Creditor reference";

    public override string TitleOf(ReceivableState state) => state switch
    {
        ReceivableState.Open => "Not paid yet",
        ReceivableState.PartPaid => "Paid in part",
        ReceivableState.Paid => "Paid",
        ReceivableState.Overpaid => "Paid, too much came",
        ReceivableState.Overdue => "Overdue",
        ReceivableState.WrittenOff => "Closed",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string StillToPay(decimal euros, DateOnly due) => $"{Money(euros)} are still to be paid. The last day for it is {due.ToString("d", Culture)}. You see a payment here as soon as the town has booked the bank statement.";

    public override string GoesBack(decimal euros) => $"{Money(euros)} go back to you.";

    protected override string Money(decimal euros) => $"€{euros.ToString("N2", Culture)}";

    protected override CultureInfo Culture { get; } = Language.English.Culture();
}
