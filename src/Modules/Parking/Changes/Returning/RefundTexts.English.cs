using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>The words in English.</summary>
internal sealed class EnglishRefundTexts : RefundTexts
{
    public override RefusalText RefundOpen { get; } = new(
        "The permit is returned; the office decides about the refund",
        "The town has published no rule for what comes back of the fee. So a person decides it.",
        "You need not do anything. The decision stands here as soon as it is made.");

    public override string Title => "Refund";
    public override string Returned(string number, string day) => $"The permit {number} was returned on {day}. No rule of the town says what comes back.";
    public override string ToPermit => "History of the permit";
    public override string Term => "Term";
    public override string Fee => "Fee";
    public override string Received => "Paid";
    public override string MonthsLeft => "Whole months left";
    public override string Share => "Share of these months";
    public override string ShareHint => "The share is only calculated: fee times months left, divided by the months of the term.";
    public override string Account(bool named) => named ? "The person has named an account of their own for the money." : "What was paid goes back to the account that it came from.";
    public override string Euros => "Refund in euros";
    public override string EurosHint(string most) => $"From 0 to {most}. What is still open becomes less by as much.";
    public override string Reason => "Reason";
    public override string ReasonHint => "The person reads this text in the decision.";
    public override string Decide => "Decide the refund";
    public override RefusalText RefundUnusable { get; } = new("The amount does not fit", "The refund is no amount in euros and cents, or it is higher than the fee.", "Check the amount.");
}
