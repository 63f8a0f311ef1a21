using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>What holders and clerks read while nobody has said yet what comes back of a fee.</summary>
internal abstract class RefundTexts : ITexts<RefundTexts>
{
    private static readonly RefundTexts German = new GermanRefundTexts();
    private static readonly RefundTexts English = new EnglishRefundTexts();

    public static RefundTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText RefundOpen { get; }
    public abstract string Title { get; }
    public abstract string Returned(string number, string day);
    public abstract string ToPermit { get; }
    public abstract string Term { get; }
    public abstract string Fee { get; }
    public abstract string Received { get; }
    public abstract string MonthsLeft { get; }
    public abstract string Share { get; }
    public abstract string ShareHint { get; }
    public abstract string Account(bool named);
    public abstract string Euros { get; }
    public abstract string EurosHint(string most);
    public abstract string Reason { get; }
    public abstract string ReasonHint { get; }
    public abstract string Decide { get; }
    public abstract RefusalText RefundUnusable { get; }
}
