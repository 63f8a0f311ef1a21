using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Visitors;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanVisitorTexts : VisitorTexts
{
    protected override Language Spoken => Language.German;
    protected override string EndOfDay(DateOnly day) => $"{day.ToString("d", Spoken.Culture())}, 24 Uhr";

    public override string Title => "Besuch parken lassen";
    public override string Lead => "Für Ihren Besuch gibt es Besuchertickets. Ein Ticket beginnt, sobald ein Kennzeichen eingetragen ist.";
    public override string ToMine => "Zu meinem Ausweis";
    public override string NotSignedIn => "Melden Sie sich zuerst auf der Seite Ihres Ausweises an.";
    public override string NoTickets => "Besuchertickets gibt es zu einem gültigen Bewohnerparkausweis, wenn die Stadt welche ausgibt. Zurzeit haben Sie keine.";
    public override string KindOf(VisitorUnit unit, int length) => (unit, length) switch
    {
        (VisitorUnit.Day, 1) => "Tagesticket",
        (VisitorUnit.Day, _) => $"Ticket für {length} Tage",
        (_, 1) => "Ticket für eine Stunde",
        _ => $"Ticket für {length} Stunden",
    };

    public override string LeftOf(int left, int perYear, string price) => $"noch {left} von {perYear} in diesem Jahr, je {price}";
    public override string NewTicket => "Neues Ticket";
    public override string Kind => "Welches Ticket?";
    public override string PlateLabel => "Kennzeichen des Besuchs";
    public override string PlateHint => "Zum Beispiel HH-AB 123. Für einen Link bleibt das Feld leer.";
    public override string StartNow => "Jetzt für dieses Kennzeichen beginnen";
    public override string MakeLink => "Als Link weitergeben";
    public override string Running => "Läuft gerade";
    public override string NobodyHere => "Zurzeit parkt kein Besuch mit Ihrem Ticket.";
    public override string RunsUntil(string plate, string until) => $"{plate}, bis {until}";
    public override string EndNow(string plate) => $"{plate} jetzt beenden";
    public override string OpenLinks => "Weitergegebene Links";
    public override string LinkUntil(string kind, string until) => $"{kind}, nutzbar bis {until}";
    public override string LinkCode => "Code mit dem Link für Ihren Besuch";
    public override string TakeBack(string kind) => $"{kind} zurücknehmen";
    public override string VisitTitle => "Ihr Besucherticket";
    public override string VisitLead(string kind, string zone) => $"{kind} für die Zone {zone}. Es beginnt, sobald Sie Ihr Kennzeichen eintragen, und gilt nur für dieses.";
    public override string VisitPrivacy => "Gespeichert wird nur Ihr Kennzeichen. Einen Tag nach dem Ende wird es gelöscht.";
    public override string VisitRuns => "Sie dürfen parken";
    public override string VisitEnded => "Dieses Ticket ist zu Ende.";
    public override string VisitStart => "Jetzt parken";

    public override string Charged => "Benutzte Tickets stellt die Stadt nach dem Ende des Monats in einem Bescheid in Rechnung. Was niemand benutzt, kostet nichts.";
    public override string ToOffice => "Zur Übersicht";
    public override string FeesTitle => "Gebühren für Besuchertickets";
    public override string FeesLead => "Benutzte Tickets vergangener Monate kosten, was die Regeln der Stadt sagen: je Ausweis ein Gebührenbescheid. Nennt die Stadt eine Grundlage für Entscheidungen durch das Programm, geschieht es von selbst; sonst setzen Sie die Gebühren hier fest.";
    public override string FeesWaiting(int permits) => permits switch
    {
        0 => "Zurzeit ist nichts festzusetzen.",
        1 => "Bei 1 Ausweis ist die Gebühr noch nicht festgesetzt.",
        _ => $"Bei {permits} Ausweisen ist die Gebühr noch nicht festgesetzt.",
    };
    public override string SetFees => "Gebühren festsetzen";

    public override RefusalText NoTicketsHere { get; } = new(
        "Hier gibt es kein Ticket", "Zu Ihrem Ausweis gibt es dieses Besucherticket nicht.", "Wählen Sie ein anderes, oder fragen Sie beim Amt nach.");

    public override RefusalText NoTicketLeft { get; } = new(
        "Alle Tickets sind vergeben", "Von dieser Art haben Sie in diesem Jahr kein Ticket mehr.", "Nehmen Sie einen unbenutzten Link zurück, oder wählen Sie eine andere Art.");

    public override RefusalText VisitorPlateUnclear { get; } = new(
        "Das Kennzeichen ist nicht eindeutig", "So sieht kein deutsches Kennzeichen aus, oder es lässt sich verschieden lesen.", "Schreiben Sie es mit Strich: HH-AB 123.");

    public override RefusalText TicketGone { get; } = new(
        "Dieses Ticket gibt es nicht mehr", "Es ist schon zu Ende oder wurde zurückgenommen.", "Sehen Sie in der Liste nach, welche Tickets noch laufen.");

    public override RefusalText VisitUsed { get; } = new(
        "Dieses Ticket ist schon benutzt", "Für diesen Link wurde bereits ein Kennzeichen eingetragen.", "Bitten Sie um einen neuen Link.");

    public override RefusalText VisitOver { get; } = new(
        "Dieser Link gilt nicht mehr", "Seine Zeit ist abgelaufen, oder der Ausweis dahinter gilt nicht mehr.", "Bitten Sie um einen neuen Link.");

    public override RefusalText VisitUnknown { get; } = new(
        "Diesen Link gibt es nicht", "Er ist unvollständig, oder das Ticket wurde zurückgenommen.", "Öffnen Sie den Link noch einmal ganz, oder bitten Sie um einen neuen.");
}
