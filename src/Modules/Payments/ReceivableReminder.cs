namespace Modellstadt.Payments;

/// <summary>What the town did because something was not paid in time.</summary>
/// <param name="Level">Counted from 1.</param>
/// <param name="Kind">What was done.</param>
/// <param name="On">The day.</param>
/// <param name="PayBy">Until when to pay now.</param>
/// <param name="FeeCents">Euro cents that it cost.</param>
/// <param name="FeeBasis">The provision that allows the fee; null when it cost nothing.</param>
public sealed record ReceivableReminder(int Level, ReminderKind Kind, DateOnly On, DateOnly PayBy, long FeeCents, string? FeeBasis);

/// <summary>A kind of step towards enforcement; each one is sharper than the one before.</summary>
public enum ReminderKind
{
    /// <summary>A friendly reminder (Zahlungserinnerung).</summary>
    Reminder,

    /// <summary>A dunning letter (Mahnung).</summary>
    Dunning,

    /// <summary>Handed over to enforcement (Vollstreckung): it stands in the list, and no letter is written.</summary>
    Enforcement,
}
