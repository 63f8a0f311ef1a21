using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>Deutsch.</summary>
internal sealed class GermanHolderTexts : HolderTexts
{
    protected override ParkingTexts Words => ParkingTexts.For(Language.German);

    public override RefusalText PermitIsSuspended { get; } = new(
        "Der Ausweis ist ausgesetzt", "Solange er ausgesetzt ist, lässt sich nichts daran ändern.", "Bezahlen Sie die offene Gebühr, oder wenden Sie sich an das Straßenverkehrsamt.");

    public override RefusalText PermitHasEnded(DateOnly until) => new(
        "Der Ausweis gilt nicht mehr", $"Er galt bis zum {Words.Date(until)} oder wurde vorher beendet; verlängern oder ändern lässt er sich nicht mehr.", "Beantragen Sie einen neuen Ausweis.");

    public override RefusalText RenewalTooEarly(DateOnly from, DateOnly until) => new(
        "Zum Verlängern ist es noch zu früh", $"Der Ausweis gilt bis zum {Words.Date(until)}.", $"Verlängern können Sie ihn ab dem {Words.Date(from)}.");

    public override RefusalText OtherZoneNow(string oldZone, string newZone) => new(
        "Sie wohnen jetzt in einer anderen Zone", $"Der Ausweis gilt für die Zone {oldZone}, Ihre Wohnung liegt in der Zone {newZone}.", "Lassen Sie zuerst die Zone auf dem Ausweis ändern.");

    public override RefusalText SameZone(string zone) => new(
        "Die Zone stimmt schon", $"Ihre Wohnung liegt in der Zone {zone}, und dafür gilt der Ausweis.", "Sie müssen nichts tun. Wenn Sie umgezogen sind, melden Sie sich zuerst um.");

    public override RefusalText PlateGone(string plate) => new(
        "Das Fahrzeug ist nicht mehr auf Sie zugelassen", $"Das Fahrzeug {plate} steht im Fahrzeugregister nicht mehr unter Ihrem Namen.", "Lassen Sie zuerst das Kennzeichen auf dem Ausweis ändern.");

    public override RefusalText SamePlates { get; } = new(
        "Dieses Kennzeichen steht schon auf dem Ausweis", "Geändert würde damit nichts.", "Wählen Sie ein anderes Fahrzeug.");

    public override RefusalText NoTemporaryPlates { get; } = new(
        "Kennzeichen auf Zeit gibt es hier nicht", "In dieser Stadt vertritt kein anderes Fahrzeug das Ihre.", "Lassen Sie das Kennzeichen auf dem Ausweis ändern, wenn Sie auf Dauer ein anderes Fahrzeug fahren.");

    public override RefusalText TemporaryPlateUnreadable { get; } = new(
        "Das Kennzeichen ist nicht zu lesen", "Es hat nicht die Form eines deutschen Kennzeichens oder lässt sich auf mehrere Arten lesen.", "Schreiben Sie es mit Bindestrich nach dem Ortskürzel, zum Beispiel GE-AB 123.");

    public override RefusalText TemporaryDaysUnfit(DateOnly first, DateOnly last) => new(
        "Diese Tage gehen nicht", "Der erste Tag muss vor dem letzten liegen, und beide in der Zeit, für die der Ausweis noch gilt.", $"Wählen Sie Tage vom {Words.Date(first)} bis zum {Words.Date(last)}.");

    public override RefusalText TemporaryPlateTaken { get; } = new(
        "An diesen Tagen steht schon ein anderes Kennzeichen", "Es kann immer nur ein Fahrzeug das Ihre vertreten.", "Wählen Sie andere Tage.");

    public override RefusalText TooManyTemporaryDays(int year, int left) => new(
        "So viele Tage sind nicht mehr frei", $"Im Jahr {year} kann ein anderes Fahrzeug das Ihre noch an {left} Tagen vertreten.", "Wählen Sie weniger Tage.");

    public override RefusalText ChangeIsAnother { get; } = new(
        "Preis, Ende oder Zone haben sich geändert", "Seit Sie die Seite gesehen haben, hat sich etwas geändert; deshalb ist nichts geschehen.", "Sehen Sie sich die Seite „Mein Ausweis“ noch einmal an und bestätigen Sie dort.");

    public override RefusalText RefundAccountUnreadable { get; } = new(
        "Diese Kontonummer gibt es nicht", "Die IBAN passt nicht zu ihrer Prüfziffer, oder sie ist zu lang oder zu kurz. Zurückgegeben ist noch nichts.", "Gehen Sie zurück und vergleichen Sie die IBAN mit Ihrer Bankkarte. Oder lassen Sie das Feld leer.");

    public override RefusalText ChangeNotFound { get; } = new(
        "Diese Änderung gibt es hier nicht", "Eine Änderung sieht nur, wem der Ausweis gehört und wer sich angemeldet hat.", "Melden Sie sich auf der Seite „Mein Ausweis“ an.");

    public override RefusalText RenewalLinkUnknown { get; } = new(
        "Dieser Link führt zu keinem Ausweis", "Er ist unvollständig, oder es gibt ihn nicht.", "Öffnen Sie den Link aus der Nachricht noch einmal ganz, oder melden Sie sich auf der Seite „Mein Ausweis“ an.");

    public override RefusalText RenewalLinkOver(DateOnly until) => new(
        "Dieser Link gilt nicht mehr", $"Er war für den Ausweis, der bis zum {Words.Date(until)} galt; der ist inzwischen verlängert oder beendet.", "Sehen Sie auf der Seite „Mein Ausweis“ nach, wie lange Ihr Ausweis gilt.");

    public override string ToMine => "Zurück zu „Mein Ausweis“";
    public override string ToRefund => "Nachsehen, ob über die Erstattung entschieden ist";

    public override string MineTitle => "Mein Ausweis";
    public override string MineLead => "Zeigen Sie Ihre Bürger-ID, dann sehen Sie hier Ihren Bewohnerparkausweis und können ihn verlängern, ändern oder zurückgeben.";
    public override string SignOut => "Abmelden";
    public override string MyAccount => "Mein Konto: Anmeldungen und Passkeys";
    public override string LostPhone => "Handy verloren? Ihr Ausweis gilt weiter: Er hängt am Kennzeichen. Holen Sie sich die Bürger-ID auf das neue Handy und melden Sie sich damit hier an.";
    public override string GetCitizenId => "Bürger-ID holen";
    public override string NoPermit => "Auf Ihren Namen gibt es noch keinen Bewohnerparkausweis.";
    public override string ToApply => "Bewohnerparkausweis beantragen";
    public override string State => "Stand";
    public override string OverWords => "Mit diesem Ausweis darf niemand mehr parken. Wenn Sie weiter einen brauchen, beantragen Sie einen neuen.";
    public override string Notices => "Gebühren";
    public override string Story => "Was bisher geschah";
    public override string DueOn(DateOnly day) => $"zu zahlen bis {Words.Date(day)}";
    public override string DecisionOf(string reference) => $"Bescheid {reference}";
    public override string RestDecision => "Bescheid über das Ruhen des Ausweises";
    public override string RefundDecision => "Bescheid über die Erstattung";

    public override string OccasionOf(ApplicationPurpose occasion) => occasion switch
    {
        ApplicationPurpose.FirstPermit => "erster Ausweis",
        ApplicationPurpose.Provisional => "vorläufiger Ausweis",
        ApplicationPurpose.Renewal => "Verlängerung",
        ApplicationPurpose.PlateChange => "anderes Kennzeichen",
        ApplicationPurpose.TemporaryPlate => "Kennzeichen auf Zeit",
        ApplicationPurpose.ZoneSwap => "andere Zone",
        ApplicationPurpose.VisitorTickets => "Besuchertickets",
        _ => "Rückgabe",
    };

    public override string? EventOf(string action) => action switch
    {
        "permit-granted" => "Der Ausweis wurde bewilligt.",
        "permit-granted-provisionally" => "Der Ausweis wurde vorläufig bewilligt.",
        "provisional-permit-ended" => "Der vorläufige Ausweis ist beendet.",
        "permit-renewed" => "Der Ausweis wurde verlängert.",
        "plates-changed" => "Das Kennzeichen wurde geändert.",
        "temporary-plate-added" => "Ein Kennzeichen auf Zeit wurde eingetragen.",
        "zone-changed" => "Die Zone wurde geändert.",
        "permit-returned" => "Sie haben den Ausweis zurückgegeben.",
        "permit-suspended" => "Der Ausweis ruht.",
        "permit-taken-up" => "Der Ausweis gilt wieder.",
        "refund-decided" => "Über die Erstattung ist entschieden.",
        "permit-revoked" => "Die Stadt hat den Ausweis widerrufen.",
        _ => null,
    };

    public override string ChangeTitle => "Änderung am Ausweis";
    public override string ChangeWaits => "Eine Änderung ist noch nicht entschieden";
    public override string ChangeWaitsWords => "Solange sie wartet, lässt sich nichts anderes ändern. Ihr Ausweis gilt weiter.";
    public override string ToChange => "Nachsehen, wie es um die Änderung steht";
    public override string RenewTitle => "Verlängern";
    public override string RenewLead(PermitProposal proposal, IReadOnlyList<string> plates) => $"Zone {proposal.ZoneId}, Kennzeichen {string.Join(", ", plates)}. Die neue Laufzeit beginnt am Tag nach dem Ende der alten; die Gebühr zahlen Sie später.";
    public override string RenewNoOwnSpace => "Mit dem Verlängern erklären Sie, dass Ihnen weiterhin keine Garage und kein eigener Stellplatz zur Verfügung steht.";
    public override string Renew(DateOnly until, decimal euros) => $"Bis {Words.Date(until)} verlängern, {Price(euros)}";
    public override string RenewFrom(DateOnly day) => $"Verlängern können Sie ab dem {Words.Date(day)}.";
    public override string RenewalLinkTitle => "Bewohnerparkausweis verlängern";
    public override string RenewalLinkLead(string plates, DateOnly until) => $"Der Ausweis für {plates} gilt bis zum {Words.Date(until)}.";
    public override string CardBySignIn => "Die neue Karte für Ihre Wallet bekommen Sie auf der Seite „Mein Ausweis“.";
    public override string RunsTitle => "Verlängerungen";
    public override string ToOffice => "Zur Übersicht";
    public override string Due(int count) => count == 1 ? "1 Ausweis kann heute verlängert werden." : $"{count} Ausweise können heute verlängert werden.";
    public override string RunsLead => "Verlängert wird, wo Person, Wohnung, Zone und Fahrzeug laut Registern unverändert berechtigt sind. Alles andere bleibt liegen, bis die Inhaber oder das Amt sich damit befassen. Sie entscheiden damit über jede dieser Verlängerungen.";
    public override string StartRun => "Alle verlängern, über die nichts nachzudenken ist";
    public override string LastRuns => "Letzte Läufe";
    public override string RunState(int renewed, int leftOver, bool finished) => $"{renewed} verlängert, {leftOver} liegen gelassen{(finished ? "" : " (läuft noch)")}";
    public override string ZoneTitle => "Sie sind umgezogen";
    public override string ZoneLead(PermitProposal proposal) => $"Laut Melderegister wohnen Sie jetzt hier: {proposal.Addressee.StreetAddress}. Dort gilt die Zone {proposal.ZoneId} – {proposal.ZoneName}.";
    public override string SwapZone(string zone, decimal euros) => $"Zone {zone} eintragen, {Price(euros)}";
    public override string PlatesTitle => "Anderes Fahrzeug";
    public override string ChooseVehicle(int most) => most == 1 ? "Fahrzeug auf dem Ausweis" : $"Fahrzeuge auf dem Ausweis (höchstens {most})";
    public override string ChangePlate(decimal euros) => $"Kennzeichen ändern, {Price(euros)}";
    public override string TemporaryPlate => "Auf Zeit";
    public override string TemporaryTitle => "Kennzeichen auf Zeit";
    public override string TemporaryLead(int? daysLeft) => daysLeft is { } days
        ? $"Für einen Werkstattwagen oder Mietwagen: Neben Ihrem Kennzeichen gilt dann auch dieses. In diesem Jahr sind noch {days} Tage frei."
        : "Für einen Werkstattwagen oder Mietwagen: Neben Ihrem Kennzeichen gilt dann auch dieses. Wie lange, entscheidet das Straßenverkehrsamt.";
    public override string PlateHint => "Mit Bindestrich nach dem Ortskürzel, zum Beispiel GE-AB 123";
    public override string FirstDay => "Erster Tag";
    public override string LastDay => "Letzter Tag";
    public override string FromUntil(DateOnly from, DateOnly until) => $"vom {Words.Date(from)} bis zum {Words.Date(until)}";
    public override string AddTemporary(decimal euros) => $"Kennzeichen eintragen, {Price(euros)}";

    public override string DoneTitle(ApplicationPurpose purpose) => purpose switch
    {
        ApplicationPurpose.Renewal => "Der Ausweis ist verlängert",
        ApplicationPurpose.PlateChange => "Das Kennzeichen ist geändert",
        ApplicationPurpose.TemporaryPlate => "Das Kennzeichen ist eingetragen",
        ApplicationPurpose.ZoneSwap => "Die Zone ist geändert",
        _ => "Der Ausweis ist zurückgegeben",
    };

    public override string DoneWords(ApplicationPurpose purpose) => purpose switch
    {
        ApplicationPurpose.Renewal => "Die neue Laufzeit schließt ohne Lücke an. Sie müssen nichts weiter tun.",
        ApplicationPurpose.TemporaryPlate => "An diesen Tagen dürfen Sie mit dem Fahrzeug in Ihrer Zone parken.",
        ApplicationPurpose.Return => "Mit diesem Kennzeichen dürfen Sie in der Zone nicht mehr als Bewohner parken.",
        _ => "Es gilt ab sofort, auch bevor die neue Karte in Ihrer Wallet ist.",
    };

    public override string NewCard => "Holen Sie die neue Karte in Ihre Wallet.";

    public override string ReturnTitle => "Zurückgeben";
    public override string ReturnLead(long? cents) => cents switch
    {
        null => "Wenn Sie den Ausweis nicht mehr brauchen, geben Sie ihn zurück. Ob Gebühr zurückkommt, entscheidet das Straßenverkehrsamt.",
        0 => "Wenn Sie den Ausweis nicht mehr brauchen, geben Sie ihn zurück. Ganze Monate, für die Gebühr zurückkäme, sind nicht mehr übrig.",
        _ => $"Wenn Sie den Ausweis nicht mehr brauchen, geben Sie ihn zurück. Für die ganzen Monate, die übrig sind, werden Ihnen {Words.Money(cents.Value / 100m)} gutgeschrieben: Was Sie schon bezahlt haben, kommt auf das Konto zurück, von dem es kam; was noch offen ist, wird um so viel weniger.",
    };
    public override string RefundIban => "IBAN Ihres Kontos (freiwillig)";
    public override string RefundIbanHint => "Nur nötig, wenn das Geld auf ein anderes Konto soll als das, von dem Sie bezahlt haben. Das Konto muss auf Ihren Namen laufen.";
    public override string Return => "Ausweis zurückgeben";
    public override string Withdraw => "Antrag zurückziehen";
    public override string WithdrawnTitle => "Der Antrag ist zurückgezogen";
    public override string Withdrawn => "Es wurde nichts entschieden, und es kostet nichts.";

    protected override string Free => "kostenlos";

    public override string CardTitle => "Die Karte in Ihrer Wallet";
    public override string CardLead => "Neues Handy, oder die Karte fehlt? Holen Sie sie noch einmal. Was auf einem anderen Gerät liegt, wird dann ungültig; Ihr Ausweis gilt ohne Unterbrechung.";
    public override string CardWords => "Scannen Sie den Code mit Ihrer Wallet, um die Karte zu holen. Er gilt 10 Minuten, danach kommt ein neuer.";
    public override string QrOfCard => "QR-Code: Karte des Bewohnerparkausweises annehmen";
    public override string ReceiveCard => "Karte holen";
    public override string NoCard => "Zur Zeit gibt es für Sie keine Karte. Melden Sie sich an und sehen Sie nach, ob Ihr Ausweis noch gilt.";

    protected override string StateOf(PermitState state) => state switch
    {
        PermitState.Active => "gültig",
        PermitState.Suspended => "ausgesetzt: Damit darf zur Zeit niemand parken",
        PermitState.Revoked => "von der Stadt widerrufen",
        PermitState.Returned => "zurückgegeben",
        PermitState.Lapsed => "erloschen",
        _ => "abgelaufen",
    };
}
