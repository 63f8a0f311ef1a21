using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Payments;

/// <summary>The words in English.</summary>
internal sealed class EnglishPaymentsTexts : PaymentsTexts
{
    public override RefusalText NoSuchReceivable { get; } = new(
        "There is no such receivable", "No receivable stands at this address.", "Please look for it in the list of open receivables.");

    public override RefusalText CreditAboveFee { get; } = new(
        "The credit is too high", "More was credited than is left of the fee.", "Please check the amount.");
}
