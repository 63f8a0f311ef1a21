namespace Modellstadt.Payments.Reminders;

/// <summary>A step on the way from the last day of payment to enforcement, as the town states it.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="DaysAfterDue">Days after the last day of payment.</param>
/// <param name="PayWithinDays">Days that the letter leaves for the payment.</param>
/// <param name="FeeCents">Euro cents that it costs.</param>
/// <param name="FeeBasis">The provision that allows the fee; null when it costs nothing.</param>
internal sealed record ReminderLevel(ReminderKind Kind, int DaysAfterDue, int PayWithinDays, long FeeCents, string? FeeBasis = null);
