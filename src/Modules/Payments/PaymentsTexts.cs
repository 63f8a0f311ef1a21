using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Payments;

/// <summary>What this module says.</summary>
internal abstract class PaymentsTexts : ITexts<PaymentsTexts>
{
    private static readonly PaymentsTexts German = new GermanPaymentsTexts();
    private static readonly PaymentsTexts English = new EnglishPaymentsTexts();

    public static PaymentsTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText NoSuchReceivable { get; }
    public abstract RefusalText CreditAboveFee { get; }
}
