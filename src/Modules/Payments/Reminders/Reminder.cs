namespace Modellstadt.Payments.Reminders;

/// <summary>A level that a receivable has reached.</summary>
internal sealed class Reminder
{
    /// <summary>The receivable.</summary>
    public required Guid ReceivableId { get; init; }

    /// <summary>Counted from 1; each once.</summary>
    public required int Level { get; init; }

    /// <summary>What was done.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly RemindedOn { get; init; }

    /// <summary>Until when to pay now.</summary>
    public required DateOnly PayBy { get; init; }

    /// <summary>Euro cents that it cost.</summary>
    public required long FeeCents { get; init; }

    /// <summary>The provision that allows the fee; null when it cost nothing.</summary>
    public string? FeeBasis { get; init; }

    /// <summary>As others see it.</summary>
    public ReceivableReminder ToPublic() => new(Level, Kind, RemindedOn, PayBy, FeeCents, FeeBasis);
}
