using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanCaseTexts : CaseTexts
{
    public override Language Language => Language.German;
    public override string ToCases => "Zur Arbeitsliste";
    public override string Title => "Arbeitsliste";
    public override string Lead => "Hier steht nur, was keine Regel entscheidet. Was am längsten wartet, steht oben.";
    public override string ReleasesLead => "Hier ist alles entschieden. Die Stadt lässt kein Programm allein entscheiden: Ein Mensch gibt frei.";
    public override string Kinds => "Art der Fälle";
    public override string Open(int count) => $"Zu entscheiden ({count})";
    public override string Releases(int count) => $"Freizugeben ({count})";
    public override string Empty => "Nichts zu tun";
    public override string EmptyHint => "Alle Anträge sind entschieden oder gehen von selbst weiter.";
    public override string Waits => "Wartet";
    public override string Why => "Grund";
    public override string Who => "Bei";
    public override string Since => "Antrag vom";
    public override string AskedBack => "Rückfrage gestellt, Antwort fehlt";
    public override string Replied => "Rückfrage beantwortet";
    public override string Nobody => "niemandem";
    public override string You => "Ihnen";
    public override string For(TimeSpan waiting) => waiting switch
    {
        { TotalDays: >= 2 } => $"{(int)waiting.TotalDays} Tage",
        { TotalHours: >= 2 } => $"{(int)waiting.TotalHours} Stunden",
        { TotalMinutes: >= 2 } => $"{(int)waiting.TotalMinutes} Minuten",
        _ => "seit eben",
    };
    public override string ZoneOpen => "Zone der Adresse ist offen";
    public override string PersonOpen => "Person im Melderegister ist unklar";
    public override string RuleOpen => "Eine Regel der Stadt ist nicht veröffentlicht";
    public override string PlateOpen => "Form des Kennzeichens ist unbekannt";
    public override string FeeOpen => "Gebühr ist nicht veröffentlicht";
    public override string RefundOpen => "Erstattung nach einer Rückgabe ist offen";
    public override string PersonReads(string sentence) => $"Die Person liest: „{sentence}“";

    public override string Case => "Fall";
    public override string CaseOf(string time) => $"Fall: Antrag vom {time}";
    public override string TakenBy(string name, string since) => $"{name} bearbeitet diesen Fall seit {since}.";
    public override string TakenByOther => "Der Fall ist in Arbeit";
    public override string Take => "Fall übernehmen";
    public override string TakeOver => "Fall trotzdem übernehmen";
    public override string GiveBack => "Fall zurückgeben";
    public override string Decided => "Hier ist nichts mehr zu entscheiden";
    public override string DecidedHint(string state) => $"Stand des Antrags: {state}.";
    public override string ToApplication => "Verlauf des Antrags";
    public override string Facts => "Tatsachen";
    public override string Fact => "Tatsache";
    public override string Register => "Im Register";
    public override string Citizen => "Angabe der Person";
    public override string Rule => "Regel der Stadt";
    public override string Source => "Fundstelle";
    public override string Person => "Person";
    public override string ShowedCitizenId => "hat die Bürger-ID gezeigt";
    public override string CameToCounter => "war am Schalter";
    public override string BornOn(string day) => $"geboren am {day}";
    public override string Home => "Wohnung";
    public override string HomeOf(ResidenceKind kind, string address) => kind is ResidenceKind.Main ? $"Hauptwohnung {address}" : $"Nebenwohnung {address}";
    public override string Counts(IReadOnlyList<ResidenceKind>? kinds) => kinds switch
    {
        null => NotPublished,
        _ when kinds.Contains(ResidenceKind.Secondary) => "Haupt- und Nebenwohnung zählen",
        _ => "nur die Hauptwohnung zählt",
    };
    public override string Zone => "Zone";
    public override string Vehicle => "Fahrzeug";
    public override string Keeper(KeeperKind keeper) => keeper is KeeperKind.Company ? "Halter ist eine Firma" : "Halter ist eine Privatperson";
    public override string KindOf(VehicleKind kind) => kind switch
    {
        VehicleKind.Car => "Pkw",
        VehicleKind.Trailer => "Anhänger",
        VehicleKind.Motorhome => "Wohnmobil",
        VehicleKind.Motorcycle => "Motorrad",
        VehicleKind.LightGoodsVehicle => "Transporter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
    public override string Chosen => "gewählt";
    public override string Limits(string? length, string? width) => (length, width) switch
    {
        (null, null) => "keine Höchstmaße bekannt",
        (_, null) => $"höchstens {length} lang",
        (null, _) => $"höchstens {width} breit",
        _ => $"höchstens {length} lang und {width} breit",
    };
    public override string OwnSpace => "Eigener Stellplatz";
    public override string OwnSpaceRule(bool? excludes) => excludes switch { null => NotPublished, true => "schließt den Ausweis aus", false => "spielt keine Rolle" };
    public override string StatesNone => "erklärt, keinen zu haben";
    public override string Fee => "Gebühr";
    public override string Held => "Ausweis";
    public override string OnePerPerson => "jede Person bekommt einen";
    public override string NotPublished => "nicht veröffentlicht";
    public override string Answer => "Antwort auf die Rückfrage";

    public override string Protected => "Bitte persönlich prüfen";
    public override string ProtectedHint => "Die Daten dieser Person öffnen Sie nur, wenn Sie den Fall selbst bearbeiten. Der Grund steht danach im Verlauf.";
    public override string OpenReason => "Grund für das Öffnen";
    public override string OpenPerson => "Daten öffnen und Fall übernehmen";

    public override string Decisions => "Mögliche Entscheidungen";
    public override string PreparedTitle => "Vorbereitet";
    public override string PreparedGrant(string plates, string zone, string fee) => $"Ausweis für {plates} in Zone {zone}, {fee}.";
    public override string PreparedRefusal(string title) => $"Ablehnung: {title}.";
    public override string Release => "Entscheidung freigeben";
    public override string ChooseZone => "Zone dieser Adresse";
    public override string InZone => "Gehört zu dieser Zone";
    public override string InNoZone => "Gehört zu keiner Zone";
    public override string ConfirmPerson => "Person ist geprüft, Antrag geht weiter";
    public override string AcceptVehicle(string plate) => $"Fahrzeug {plate} zulassen";
    public override string AcceptHint => "Ich habe den Nachweis gesehen.";
    public override string Question(OpenRule rule) => rule switch
    {
        OpenRule.SecondaryResidence => "Zählt hier auch eine Nebenwohnung?",
        OpenRule.OwnSpace => "Schließt ein eigener Stellplatz den Ausweis aus?",
        _ => "Bekommt dieses Fahrzeug einen Ausweis?",
    };
    public override string Yes => "Ja";
    public override string No => "Nein";
    public override string Months => "Laufzeit in Monaten";
    public override string Euros => "Gebühr in Euro";
    public override string SetFee => "Gebühr festsetzen";
    public override string Again => "Noch einmal prüfen";
    public override string AgainHint => "Die Regeln entscheiden den Antrag inzwischen ohne Hilfe.";
    public override string Refuse => "Antrag ablehnen";
    public override string RefusalReason => "Begründung";
    public override string RefusalHint => "Die Person liest diesen Text. Passen Sie ihn an.";
    public override string RefusalFor(string? reason) => reason switch
    {
        "ask-office" => "Ihre Adresse liegt in keiner Bewohnerparkzone. Den Ausweis bekommt, wer in einer solchen Zone wohnt.",
        "company-vehicle" or "unknown-plate-form" => "Für das Fahrzeug fehlt der Nachweis, dass Sie es dauerhaft privat nutzen dürfen.",
        "fee-unknown" or "rule-unknown" => "Nach den Regeln der Stadt bekommen Sie für dieses Fahrzeug an dieser Wohnung keinen Ausweis.",
        _ => "Wir konnten nicht feststellen, dass die Voraussetzungen für den Ausweis erfüllt sind.",
    };
    public override string Ask => "Rückfrage stellen";
    public override string AskHint => "Die Frage steht auf der Seite des Antrags, die Person antwortet dort mit Text.";
    public override string AskWords => "Frage an die Person";
    public override string Waiting => "Ein Register antwortet gerade nicht. Die Tatsachen stehen hier, sobald es wieder antwortet.";

    public override string QuestionTitle => "Das Straßenverkehrsamt fragt";
    public override string QuestionHint => "Antworten Sie hier mit Text. Danach geht Ihr Antrag weiter.";
    public override string Reply => "Ihre Antwort";
    public override string SendReply => "Antwort senden";
    public override string ReplyNeedsWords => "Bitte schreiben Sie 2 bis 1000 Zeichen.";
    public override string ReplyArrived => "Ihre Antwort ist angekommen.";

    public override RefusalText CaseNotFound { get; } = new(
        "Diesen Fall gibt es nicht", "Unter dieser Adresse steht kein Antrag.", "Suchen Sie ihn in der Arbeitsliste.");

    public override RefusalText CaseTaken { get; } = new(
        "Jemand anderes bearbeitet den Fall", "Eine Kollegin oder ein Kollege hat den Fall übernommen. Es wurde nichts geändert.", "Sprechen Sie sich ab, oder übernehmen Sie den Fall.");

    public override RefusalText CaseMovedOn { get; } = new(
        "Der Fall hat sich gerade geändert", "Jemand war im selben Augenblick schneller. Von Ihnen wurde nichts gespeichert.", "Sehen Sie sich den neuen Stand an.");

    public override RefusalText CaseNeedsWords { get; } = new(
        "Der Text fehlt oder ist zu lang", "Es braucht 2 bis 1000 Zeichen.", "Ändern Sie den Text und senden Sie ihn noch einmal.");

    public override RefusalText FindingUnusable { get; } = new(
        "Diese Entscheidung ist nicht möglich", "Zone, Laufzeit oder Betrag fehlen oder passen nicht.", "Wählen Sie eine Zone, 1 bis 60 Monate und einen Betrag bis 5000 Euro.");

    public override RefusalText CaseNeedsRegister { get; } = new(
        "Ein Register antwortet gerade nicht", "Ohne die Tatsachen des Registers wird nichts abgelehnt.", "Versuchen Sie es in einigen Minuten noch einmal.");
}
