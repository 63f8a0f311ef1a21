namespace Modellstadt.Payments.Office;

/// <summary>The words in English.</summary>
internal sealed class EnglishReminderTexts : ReminderTexts
{
    public override string Reminders => "Reminders";
    public override string NoReminder => "None so far.";
    public override string Held => "Nobody is reminded:";
    public override string Lift => "Remind again";
    public override string HoldExplain => "Whoever has brought an action, objected or disputes the fee is not reminded until you allow it again.";
    public override string HoldReason => "Why nobody is to be reminded, without anything about the person";
    public override string Hold => "Do not remind";
    public override string Ripe => "Ripe for enforcement";
    public override string RipeLead => "These receivables are open in spite of all reminders. Give the list to those who enforce; the program does nothing more. Whoever has paid meanwhile, or is held back, is not in it.";
    public override string RipeSince => "Ripe since";
    public override string NothingRipe => "Nothing is ripe";
    public override string NothingRipeHint => "No receivable has reached the last level.";
    public override string FetchRipe => "Download the list as CSV";

    public override string NameOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Reminder => "friendly reminder",
        ReminderKind.Dunning => "dunning letter",
        ReminderKind.Enforcement => "ripe for enforcement",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
