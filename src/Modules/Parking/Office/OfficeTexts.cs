using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Office;

/// <summary>What clerks read.</summary>
internal abstract class OfficeTexts
{
    private static readonly OfficeTexts German = new GermanOfficeTexts();
    private static readonly OfficeTexts English = new EnglishOfficeTexts();

    public static OfficeTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }
    public abstract string Search { get; }
    public abstract string SearchGo { get; }
    public abstract string Empty { get; }
    public abstract string EmptyHint { get; }
    public abstract string NothingFound { get; }
    public abstract string NothingFoundHint { get; }
    public abstract string Number { get; }
    public abstract string Plate { get; }
    public abstract string Zone { get; }
    public abstract string Until { get; }
    public abstract string Validity { get; }
    public abstract string State { get; }
    public abstract string Reason { get; }
    public abstract string Story { get; }
    public abstract string ToPermits { get; }
    public abstract string ToApplications { get; }
    public abstract string Applications { get; }
    public abstract string ApplicationsLead { get; }
    public abstract string Application { get; }
    public abstract string NoApplication { get; }
    public abstract string NoApplicationHint { get; }
    public abstract string Started { get; }
    public abstract string Why { get; }
    public abstract string Told { get; }
    public abstract string RegisterKey { get; }
    public abstract string Permit { get; }
    public abstract string ToPermit { get; }
    public abstract string ByYou { get; }
    public abstract string Pages { get; }
    public abstract string Previous { get; }
    public abstract string Next { get; }
    public abstract string RevokeTitle { get; }
    public abstract string RevokeExplain { get; }
    public abstract string RevokeReason { get; }
    public abstract string RevokeReasonHint { get; }
    public abstract string RevokeConfirm { get; }
    public abstract RefusalText RevocationNeedsReason { get; }
    public abstract RefusalText PermitNotFound { get; }
    public abstract RefusalText NoSuchApplication { get; }
    public abstract string Count(int count);
    public abstract string CountApplications(int count);
    public abstract string ApplicationOf(string time);
    public abstract string PageOf(int page, int pages);
    public abstract string StateOf(PermitState state);
    public abstract string StateOf(ApplicationState state);

    /// <summary>An action of the audit trail in words; the action's own name when there are none.</summary>
    public abstract string EventOf(string action);

    /// <summary>Who did it: the citizen, the program, or the office with the beginning of the account's key.</summary>
    public abstract string ActorOf(string actor);

    /// <summary>The beginning of an account's key: enough to tell colleagues apart.</summary>
    protected static string Account(string actor) => Actors.AccountOf(actor) is { Length: > 8 } account ? account[..8] : actor;
}

internal sealed class GermanOfficeTexts : OfficeTexts
{
    public override string Title => "Bewohnerparkausweise";
    public override string Search => "Kennzeichen oder Ausweisnummer";
    public override string SearchGo => "Suchen";
    public override string Empty => "Noch kein Ausweis";
    public override string EmptyHint => "Sobald jemand einen Bewohnerparkausweis bekommt, steht er hier.";
    public override string NothingFound => "Nichts gefunden";
    public override string NothingFoundHint => "Prüfen Sie die Schreibweise, oder leeren Sie das Suchfeld.";
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
        PermitState.Revoked => "widerrufen",
        PermitState.Expired => "abgelaufen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string StateOf(ApplicationState state) => state switch
    {
        ApplicationState.WaitingForWallet => "wartet auf die Wallet",
        ApplicationState.WaitingForRegister => "wartet auf ein Register",
        ApplicationState.WaitingForConfirmation => "wartet auf die Bestätigung der Person",
        ApplicationState.Granted => "bewilligt",
        ApplicationState.Refused => "abgelehnt",
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
        "permit-granted" => "Ausweis erteilt",
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

internal sealed class EnglishOfficeTexts : OfficeTexts
{
    public override string Title => "Resident parking permits";
    public override string Search => "Plate or permit number";
    public override string SearchGo => "Search";
    public override string Empty => "No permit yet";
    public override string EmptyHint => "As soon as somebody gets a resident parking permit, it stands here.";
    public override string NothingFound => "Nothing found";
    public override string NothingFoundHint => "Check the spelling, or clear the search field.";
    public override string Number => "Number";
    public override string Plate => "Plate";
    public override string Zone => "Zone";
    public override string Until => "Valid until";
    public override string Validity => "Validity";
    public override string State => "State";
    public override string Reason => "Reason of the revocation";
    public override string Story => "History";
    public override string ToPermits => "To the permits";
    public override string ToApplications => "To the applications without permit";
    public override string Applications => "Applications without permit";
    public override string ApplicationsLead => "Applications that wait or were refused. Granted ones stand among the permits.";
    public override string Application => "Application";
    public override string NoApplication => "No open application";
    public override string NoApplicationHint => "No application waits, and none was refused.";
    public override string Started => "Started";
    public override string Why => "Reason";
    public override string Told => "What the person read";
    public override string RegisterKey => "Key in the resident register";
    public override string Permit => "Permit";
    public override string ToPermit => "History of the permit";
    public override string ByYou => "by you";
    public override string Pages => "Pages of the list";
    public override string Previous => "Previous page";
    public override string Next => "Next page";
    public override string RevokeTitle => "Revoke the permit";
    public override string RevokeExplain => "The permit ends at once. Wardens see it immediately, the wallet within a minute. It cannot be undone.";
    public override string RevokeReason => "Reason";
    public override string RevokeReasonHint => "Stands in the history. At least three characters.";
    public override string RevokeConfirm => "Revoke the permit for good";

    public override RefusalText RevocationNeedsReason { get; } = new(
        "The reason is missing or too long", "A revocation needs a reason of 3 to 500 characters.", "Change the reason and confirm once more.");

    public override RefusalText PermitNotFound { get; } = new(
        "There is no such permit", "No permit stands at this address.", "Please look for it in the list.");

    public override RefusalText NoSuchApplication { get; } = new(
        "There is no such application", "No application stands at this address.", "Please look for it in the list.");

    public override string Count(int count) => count == 1 ? "1 permit" : $"{count} permits";

    public override string CountApplications(int count) => count == 1 ? "1 application" : $"{count} applications";

    public override string ApplicationOf(string time) => $"Application of {time}";

    public override string PageOf(int page, int pages) => $"Page {page} of {pages}";

    public override string StateOf(PermitState state) => state switch
    {
        PermitState.Active => "granted",
        PermitState.Revoked => "revoked",
        PermitState.Expired => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string StateOf(ApplicationState state) => state switch
    {
        ApplicationState.WaitingForWallet => "waits for the wallet",
        ApplicationState.WaitingForRegister => "waits for a register",
        ApplicationState.WaitingForConfirmation => "waits for the person to confirm",
        ApplicationState.Granted => "granted",
        ApplicationState.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public override string EventOf(string action) => action switch
    {
        "application-started" => "Application started",
        "applicant-identified" => "Citizen ID checked",
        "application-waiting" => "Register does not answer, application waits",
        "application-proposed" => "Zone, vehicles and fee determined",
        "application-confirmed" => "Applied bindingly",
        "application-refused" => "Refused",
        "permit-granted" => "Permit granted",
        "permit-revoked" => "Permit revoked",
        _ => action,
    };

    public override string ActorOf(string actor) => actor switch
    {
        Actors.Citizen => "by the citizen",
        Actors.Program => "by the program",
        _ => $"by the office, account {Account(actor)}",
    };
}
