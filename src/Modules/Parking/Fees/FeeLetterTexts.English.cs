using System.Globalization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>The words in English.</summary>
internal sealed class EnglishFeeLetterTexts : FeeLetterTexts
{
    public override string Open => "Open";
    public override string ReminderFee => "of it, reminder fee";
    public override string PayBy => "To be paid by";
    public override string PaidAlready => "If you have paid in the last few days you need not do anything. If something is wrong, please get in touch with the office: then you are not reminded further.";
    public override string EnforcementFollows => "If you do not pay by this day, the town hands the claim over to enforcement. That causes further costs.";
    public override string TicketsUsed => "Your visitors used visitor tickets that had not been charged yet. Which ones, stands in the portal with your permit. Tickets that nobody used cost nothing.";
    public override string Amount => "Fee";
    public override string ToMine => "To my permit";
    public override string SeeLetter => "See the letter, with a QR code to pay";
    public override string Link => "See permit and fee";

    public override string TitleOf(ReminderKind? kind) => kind switch
    {
        null => "Fee notice for visitor tickets",
        ReminderKind.Reminder => "Payment reminder",
        ReminderKind.Dunning => "Dunning letter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No letter is written about this."),
    };

    public override string MessageOf(ReminderKind? kind, string reference) => kind switch
    {
        null => $"There is a fee notice for the visitor tickets that were used ({reference}). What is to be paid stands in the portal.",
        ReminderKind.Reminder => $"The fee {reference} has not reached us yet. Until when you can pay stands in the portal. If you have paid already, all is well.",
        _ => $"The fee {reference} has not reached us in spite of a reminder. What is to be paid now, and by when, stands in the portal. If you do not pay, enforcement follows.",
    };

    public override string NotPaid(string reference, DateOnly due) => $"The fee {reference} was to be paid by {Date(due)}. It has not reached us, or not all of it.";

    public override string ReminderFeeBasis(string basis) => $"Basis of the reminder fee: {basis}.";

    public override string TicketBasis(string rule) => $"The fee follows from the town's rules for visitor tickets ({rule}).";

    public override string Reminded(ReceivableReminder reminder) => reminder.Kind switch
    {
        ReminderKind.Reminder => $"Payment reminder of {Date(reminder.On)}{Cost(reminder)}, to be paid by {Date(reminder.PayBy)}.",
        ReminderKind.Dunning => $"Dunning letter of {Date(reminder.On)}{Cost(reminder)}, to be paid by {Date(reminder.PayBy)}.",
        _ => $"Since {Date(reminder.On)} the claim stands in the list for enforcement. Pay at once, or get in touch with the office.",
    };

    protected override CultureInfo Culture { get; } = Language.English.Culture();
}
