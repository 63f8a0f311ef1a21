using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Office;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanOfficeTexts : OfficeTexts
{
    public override string Title => "Bewohnerparkausweise";
    public override string Search => "Kennzeichen oder Ausweisnummer";
    public override string SearchGo => "Suchen";
    public override string Empty => "Noch kein Ausweis";
    public override string EmptyHint => "Sobald jemand einen Bewohnerparkausweis bekommt, steht er hier.";
    public override string Number => "Nummer";
    public override string Plate => "Kennzeichen";
    public override string Zone => "Zone";
    public override string Until => "Gültig bis";
    public override string Validity => "Gültigkeit";
    public override string State => "Stand";
    public override string Reason => "Grund des Widerrufs";
    public override string Story => "Verlauf";
    public override string ToPermits => "Zu den Ausweisen";
    public override string ToApplications => "Zu den Anträgen ohne Ausweis";
    public override string Applications => "Anträge ohne Ausweis";
    public override string ApplicationsLead => "Anträge, die warten oder abgelehnt sind. Bewilligte stehen bei den Ausweisen.";
    public override string Application => "Antrag";
    public override string NoApplication => "Kein offener Antrag";
    public override string NoApplicationHint => "Es wartet kein Antrag, und es wurde keiner abgelehnt.";
    public override string Started => "Begonnen";
    public override string Why => "Grund";
    public override string Told => "Das hat die Person gelesen";
    public override string RegisterKey => "Schlüssel im Melderegister";
    public override string Permit => "Ausweis";
    public override string ToPermit => "Verlauf des Ausweises";
    public override string ByYou => "durch Sie";
    public override string Pages => "Seiten der Liste";
    public override string Previous => "Vorige Seite";
    public override string Next => "Nächste Seite";
    public override string RevokeTitle => "Ausweis widerrufen";
    public override string RevokeExplain => "Der Ausweis gilt dann sofort nicht mehr. Die Verkehrsüberwachung sieht es gleich, die Wallet innerhalb einer Minute. Das lässt sich nicht zurücknehmen.";
    public override string RevokeReason => "Grund";
    public override string RevokeReasonHint => "Steht im Verlauf. Mindestens drei Zeichen.";
    public override string RevokeConfirm => "Ausweis endgültig widerrufen";

    public override RefusalText RevocationNeedsReason { get; } = new(
        "Der Grund fehlt oder ist zu lang", "Ein Widerruf braucht einen Grund von 3 bis 500 Zeichen.", "Ändern Sie den Grund und bestätigen Sie noch einmal.");

    public override string ProposeExplain => "Ein Widerruf braucht zwei: Sie schlagen ihn vor, eine andere Person bestätigt ihn. Bis dahin gilt der Ausweis weiter.";
    public override string ProposeRevocation => "Widerruf vorschlagen";
    public override string ProposedTitle => "Widerruf vorgeschlagen";
    public override string ProposedBy(string name, string time) => $"{name} hat den Widerruf am {time} vorgeschlagen. Bestätigen muss ihn eine andere Person, innerhalb von 14 Tagen.";
    public override string WithdrawProposal => "Vorschlag zurückziehen";
    public override string SuspendTitle => "Ausweis ruhen lassen";
    public override string SuspendExplain => "Bis Sie ihn wieder aufnehmen, gilt der Ausweis nicht. Sein letzter Tag bleibt derselbe.";
    public override string Suspend => "Ruhen lassen";
    public override string TakeUpTitle => "Ausweis wieder aufnehmen";
    public override string TakeUpExplain => "Der Ausweis gilt dann wieder, bis zu seinem letzten Tag.";
    public override string TakeUp => "Wieder aufnehmen";
    public override string SuspensionReason => "Grund, wie er im Bescheid steht";

    public override RefusalText RevocationNeedsSecondPerson { get; } = new(
        "Das muss eine andere Person bestätigen", "Wer einen Widerruf vorschlägt, bestätigt ihn nicht selbst.", "Bitten Sie eine Kollegin oder einen Kollegen.");

    public override RefusalText RevocationProposalOver { get; } = new(
        "Hier wartet kein Widerruf mehr", "Der Vorschlag ist bestätigt, zurückgezogen oder nach 14 Tagen verfallen.", "Sehen Sie sich den Stand des Ausweises an.");

    public override RefusalText PermitChangedMeanwhile { get; } = new(
        "Der Ausweis hat sich gerade geändert", "Jemand war im selben Augenblick schneller. Von Ihnen wurde nichts gespeichert.", "Sehen Sie sich den neuen Stand an und entscheiden Sie noch einmal.");

    public override RefusalText PermitNotFound { get; } = new(
        "Diesen Ausweis gibt es nicht", "Unter dieser Adresse steht kein Ausweis.", "Suchen Sie ihn in der Liste.");

    public override RefusalText NoSuchApplication { get; } = new(
        "Diesen Antrag gibt es nicht", "Unter dieser Adresse steht kein Antrag.", "Suchen Sie ihn in der Liste.");

    public override string Count(int count) => count == 1 ? "1 Ausweis" : $"{count} Ausweise";

    public override string CountApplications(int count) => count == 1 ? "1 Antrag" : $"{count} Anträge";

    public override string ApplicationOf(string time) => $"Antrag vom {time}";

    public override string PageOf(int page, int pages) => $"Seite {page} von {pages}";

    public override string StateOf(PermitState state) => state switch
    {
        PermitState.Active => "erteilt",
        PermitState.Suspended => "ruht",
        PermitState.Revoked => "widerrufen",
        PermitState.Returned => "zurückgegeben",
        PermitState.Lapsed => "erloschen",
        PermitState.Expired => "abgelaufen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string StateOf(ApplicationState state) => state switch
    {
        ApplicationState.WaitingForWallet => "wartet auf die Wallet",
        ApplicationState.WaitingForRegister => "wartet auf ein Register",
        ApplicationState.WaitingForConfirmation => "wartet auf die Bestätigung der Person",
        ApplicationState.WaitingForClerk => "wartet auf das Amt",
        ApplicationState.Granted => "bewilligt",
        ApplicationState.Refused => "abgelehnt",
        ApplicationState.Withdrawn => "vom Bürger zurückgezogen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string EventOf(string action) => action switch
    {
        "application-started" => "Antrag begonnen",
        "applicant-identified" => "Bürger-ID geprüft",
        "application-waiting" => "Register antwortet nicht, Antrag wartet",
        "application-proposed" => "Zone, Fahrzeuge und Gebühr ermittelt",
        "application-confirmed" => "Verbindlich beantragt",
        "application-refused" => "Abgelehnt",
        "application-laid-before-clerk" => "Dem Amt vorgelegt",
        "case-taken" => "Fall übernommen",
        "case-taken-over" => "Fall von einer Kollegin, einem Kollegen übernommen",
        "case-given-back" => "Fall zurückgegeben",
        "zone-found" => "Zone festgestellt",
        "person-confirmed" => "Person geprüft",
        "person-opened" => "Geschützte Daten der Person geöffnet",
        "vehicle-accepted" => "Fahrzeug nach Prüfung zugelassen",
        "rule-answered" => "Offene Regel beantwortet",
        "fee-found" => "Gebühr festgesetzt",
        "decision-released" => "Entscheidung freigegeben",
        "case-examined-anew" => "Noch einmal geprüft",
        "case-refused" => "Ablehnung entschieden",
        "citizen-asked" => "Rückfrage gestellt",
        "citizen-replied" => "Rückfrage beantwortet",
        "revocation-proposed" => "Widerruf vorgeschlagen",
        "revocation-withdrawn" => "Vorschlag zurückgezogen",
        "permit-suspended" => "Ausweis ruht",
        "permit-taken-up" => "Ausweis wieder aufgenommen",
        "application-taken-at-counter" => "Am Schalter aufgenommen, Ausweis gesehen",
        "slip-printed" => "Ausdruck für das Auto erstellt",
        "statement-made" => "Wohnung und Fahrzeug erklärt",
        "permit-granted-provisionally" => "Ausweis vorläufig erteilt",
        "provisional-permit-dropped" => "Vorläufiger Ausweis nicht mehr nötig",
        "provisional-permit-ended" => "Vorläufiger Ausweis beendet",
        "permit-granted" => "Ausweis erteilt",
        "change-requested" => "Änderung gewünscht",
        "application-withdrawn" => "Vom Bürger zurückgezogen",
        "permit-renewed" => "Ausweis verlängert",
        "plates-changed" => "Kennzeichen geändert",
        "temporary-plate-added" => "Kennzeichen auf Zeit eingetragen",
        "zone-changed" => "Zone geändert",
        "vehicle-left" => "Fahrzeug abgemeldet oder abgegeben; der Ausweis bleibt nach der Regel der Stadt",
        "register-event-set-aside" => "Registermeldung: Ausweis bleibt bestehen",
        "permit-lapsed" => "Ausweis erloschen, Register",
        "zone-swap-proposed" => "Umzug: andere Zone vorgeschlagen",
        "permit-returned" => "Ausweis zurückgegeben",
        "refund-found" => "Erstattung festgesetzt",
        "refund-decided" => "Über die Erstattung entschieden",
        "visitor-tickets-charged" => "Besuchertickets abgerechnet",
        "personal-copy-made" => "Kopie der Daten für die Person erstellt",
        "permit-revoked" => "Ausweis widerrufen",
        _ => action,
    };

    public override string ActorOf(string actor) => actor switch
    {
        Actors.Citizen => "durch die Bürgerin, den Bürger",
        Actors.Program => "durch das Programm",
        _ => $"durch das Amt, Konto {Account(actor)}",
    };
}
