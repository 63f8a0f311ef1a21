using System.Globalization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>Die Worte auf Deutsch.</summary>
internal sealed class GermanFeeLetterTexts : FeeLetterTexts
{
    public override string Open => "Offen";
    public override string ReminderFee => "darin Mahngebühr";
    public override string PayBy => "Zu zahlen bis";
    public override string PaidAlready => "Haben Sie in den letzten Tagen gezahlt, müssen Sie nichts tun. Ist etwas falsch, melden Sie sich bitte beim Amt: Dann wird nicht weiter gemahnt.";
    public override string EnforcementFollows => "Zahlen Sie nicht bis zu diesem Tag, gibt die Stadt die Forderung an die Vollstreckung. Dann entstehen weitere Kosten.";
    public override string TicketsUsed => "Ihre Besucherinnen und Besucher haben Besuchertickets benutzt, die noch nicht abgerechnet waren. Welche es waren, steht im Portal bei Ihrem Ausweis. Tickets, die niemand benutzt hat, kosten nichts.";
    public override string Amount => "Gebühr";
    public override string ToMine => "Zu meinem Ausweis";
    public override string SeeLetter => "Schreiben ansehen, mit QR-Code zum Zahlen";
    public override string Link => "Ausweis und Gebühr ansehen";

    public override string TitleOf(ReminderKind? kind) => kind switch
    {
        null => "Gebührenbescheid für Besuchertickets",
        ReminderKind.Reminder => "Zahlungserinnerung",
        ReminderKind.Dunning => "Mahnung",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No letter is written about this."),
    };

    public override string MessageOf(ReminderKind? kind, string reference) => kind switch
    {
        null => $"Für die benutzten Besuchertickets gibt es einen Gebührenbescheid ({reference}). Was zu zahlen ist, steht im Portal.",
        ReminderKind.Reminder => $"Die Gebühr {reference} ist noch nicht eingegangen. Bis wann Sie zahlen können, steht im Portal. Haben Sie schon gezahlt, ist alles gut.",
        _ => $"Die Gebühr {reference} ist trotz Erinnerung nicht eingegangen. Was jetzt zu zahlen ist und bis wann, steht im Portal. Zahlen Sie nicht, folgt die Vollstreckung.",
    };

    public override string NotPaid(string reference, DateOnly due) => $"Die Gebühr {reference} war bis {Date(due)} zu zahlen. Sie ist nicht oder nicht ganz eingegangen.";

    public override string ReminderFeeBasis(string basis) => $"Grundlage der Mahngebühr: {basis}.";

    public override string TicketBasis(string rule) => $"Die Gebühr folgt aus den Regeln der Stadt für Besuchertickets ({rule}).";

    public override string Reminded(ReceivableReminder reminder) => reminder.Kind switch
    {
        ReminderKind.Reminder => $"Zahlungserinnerung vom {Date(reminder.On)}{Cost(reminder)}, zu zahlen bis {Date(reminder.PayBy)}.",
        ReminderKind.Dunning => $"Mahnung vom {Date(reminder.On)}{Cost(reminder)}, zu zahlen bis {Date(reminder.PayBy)}.",
        _ => $"Seit {Date(reminder.On)} steht die Forderung auf der Liste für die Vollstreckung. Zahlen Sie sofort oder melden Sie sich beim Amt.",
    };

    protected override CultureInfo Culture { get; } = Language.German.Culture();
}
