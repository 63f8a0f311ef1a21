namespace Modellstadt.Payments.Office;

/// <summary>The words in German.</summary>
internal sealed class GermanReminderTexts : ReminderTexts
{
    public override string Reminders => "Mahnungen";
    public override string NoReminder => "Bisher keine.";
    public override string Held => "Es wird nicht gemahnt:";
    public override string Lift => "Wieder mahnen";
    public override string HoldExplain => "Wer geklagt oder widersprochen hat oder die Gebühr bestreitet, wird nicht gemahnt, bis Sie es wieder zulassen.";
    public override string HoldReason => "Grund der Mahnsperre, ohne Angaben zur Person";
    public override string Hold => "Nicht mahnen";
    public override string Ripe => "Reif für die Vollstreckung";
    public override string RipeLead => "Diese Forderungen sind trotz aller Mahnungen offen. Geben Sie die Liste der Vollstreckung; das Programm unternimmt nichts weiter. Wer inzwischen gezahlt hat oder eine Mahnsperre hat, steht nicht darin.";
    public override string RipeSince => "Reif seit";
    public override string NothingRipe => "Nichts ist reif";
    public override string NothingRipeHint => "Keine Forderung hat die letzte Stufe erreicht.";
    public override string FetchRipe => "Liste als CSV herunterladen";

    public override string NameOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Reminder => "Zahlungserinnerung",
        ReminderKind.Dunning => "Mahnung",
        ReminderKind.Enforcement => "reif für die Vollstreckung",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
