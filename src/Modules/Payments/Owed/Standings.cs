namespace Modellstadt.Payments.Owed;

/// <summary>Says how a receivable stands on a day.</summary>
internal static class Standings
{
    /// <summary>The standing.</summary>
    public static ReceivableStanding Of(Receivable receivable, DateOnly today) =>
        new(receivable.Key, CreditorReference.TryRead(receivable.CreditorReference)!, StateOf(receivable, today), receivable.DueOn)
        {
            FeeCents = receivable.IncomeCents,
            ReminderFeeCents = receivable.ReminderFeeCents,
            ReceivedCents = receivable.ReceivedCents,
            OpenCents = receivable.OpenCents,
            RefundableCents = receivable.RefundableCents,
            Reminder = receivable.Reminders.MaxBy(reminder => reminder.Level)?.ToPublic(),
            NeedsIban = receivable is { RefundableCents: > 0, RefundIban: null },
        };

    /// <summary>The standing in one word.</summary>
    public static ReceivableState StateOf(Receivable receivable, DateOnly today) => receivable switch
    {
        { OpenCents: > 0 } when receivable.DueOn < today => ReceivableState.Overdue,
        { OpenCents: > 0, ReceivedCents: > 0 } => ReceivableState.PartPaid,
        { OpenCents: > 0 } => ReceivableState.Open,
        { WrittenOffCents: > 0 } => ReceivableState.WrittenOff,
        { RefundableCents: > 0 } => ReceivableState.Overpaid,
        _ => ReceivableState.Paid,
    };
}
