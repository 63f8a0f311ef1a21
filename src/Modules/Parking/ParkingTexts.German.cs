using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking;

/// <summary>Deutsch.</summary>
internal sealed class GermanParkingTexts : ParkingTexts
{
    private const string OfficeLooks = "Sie müssen nichts tun: Das Straßenverkehrsamt prüft Ihren Antrag. Auf dieser Seite sehen Sie, wie es weitergeht.";

    public override Language Language => Language.German;

    public override RefusalText PersonUnclear { get; } = new(
        "Ihre Angaben prüft ein Mensch",
        "Das Melderegister gibt zu Ihrer Bürger-ID keine Auskunft, auf die wir den Ausweis stützen dürfen.",
        OfficeLooks);

    public override RefusalText PermitLapses { get; } = new(
        "Der Ausweis endet", "Nach den Registern der Stadt liegen seine Voraussetzungen nicht mehr vor.", "Stimmt ein Register nicht, lassen Sie es dort berichtigen und wenden Sie sich dann an das Amt.");

    public override RefusalText MovedElsewhere { get; } = new(
        "Umgezogen", "Die Person ist innerhalb der Stadt umgezogen; der Ausweis nennt noch das alte Gebiet.",
        "Das Amt klärt mit der Person, ob der Ausweis in das neue Gebiet folgt oder endet.");

    public override RefusalText AwaitsRelease { get; } = new(
        "Ihr Antrag ist geprüft und wartet auf die Freigabe",
        "In dieser Stadt entscheidet kein Programm allein: Jede Entscheidung gibt ein Mensch im Straßenverkehrsamt frei. Bei uns ist alles vorbereitet.",
        "Sie müssen nichts tun. Auf dieser Seite sehen Sie, wie es weitergeht.");

    public override RefusalText RefusedByOffice(string reason) => new(
        "Ihr Antrag ist abgelehnt", $"Das Straßenverkehrsamt begründet es so: „{reason}“.", "Fragen dazu beantwortet das Straßenverkehrsamt. Wenn sich etwas geändert hat, stellen Sie einen neuen Antrag.");

    public override RefusalText NotResident { get; } = new(
        "Sie wohnen nicht in dieser Stadt",
        "Im Melderegister steht keine Wohnung von Ihnen in dieser Stadt.",
        "Wenn Sie umgezogen sind, melden Sie sich zuerst um und beantragen Sie den Ausweis danach noch einmal.");

    public override RefusalText SecondaryResidence { get; } = new(
        "Ihre Wohnung hier ist eine Nebenwohnung",
        "In dieser Stadt bekommt den Ausweis nur, wer hier seine Hauptwohnung hat.",
        "Wenn Sie hier überwiegend wohnen, melden Sie die Wohnung beim Bürgercenter als Hauptwohnung an.");

    public override RefusalText NotInAnyZone(string address) => new(
        "Ihre Adresse liegt in keiner Bewohnerparkzone",
        $"Für {address} gibt es keine Zone; dort brauchen Sie keinen Ausweis.",
        "Sie müssen nichts tun. Wenn Ihre Adresse nicht stimmt, melden Sie sich beim Bürgercenter um.");

    public override RefusalText OutsideNumbers(string street, string house) => new(
        "Ihre Hausnummer gehört nicht zur Zone",
        $"Teile der Straße „{street}“ gehören zu einer Bewohnerparkzone, die Hausnummer {house} aber nicht.",
        "Wenn Sie das für falsch halten, wenden Sie sich an das Straßenverkehrsamt.");

    public override RefusalText AskOffice(OpenQuestion question) => new(
        "Ihre Adresse prüft ein Mensch",
        question switch
        {
            OpenQuestion.SideOfStreet => "Für Ihre Straße ist nicht veröffentlicht, welche Straßenseite zur Zone gehört.",
            OpenQuestion.PartOfStreet => "Nur ein Abschnitt Ihrer Straße gehört zur Zone, und er ist nicht nach Hausnummern beschrieben.",
            OpenQuestion.NumberAddition => "Die Straßenliste endet bei Ihrer Hausnummer, nennt aber Ihren Zusatz nicht.",
            OpenQuestion.BrokenRange => "In der Straßenliste sind die Hausnummern Ihrer Straße nicht richtig angegeben.",
            OpenQuestion.SeveralZones => "Ihre Adresse wird bei mehreren Zonen genannt.",
            OpenQuestion.ZoneNotInForce => "Die Zone für Ihre Adresse ist angekündigt, aber noch nicht in Kraft.",
            _ => "Die Straßenliste der Zonen ist unvollständig; Ihre Adresse lässt sich damit nicht sicher zuordnen.",
        },
        OfficeLooks);

    public override RefusalText RuleUnknown { get; } = new(
        "Ihren Antrag prüft ein Mensch", "Eine Voraussetzung dieser Stadt ist nicht veröffentlicht, deshalb entscheidet das Programm nicht darüber.", OfficeLooks);

    public override RefusalText FeeUnknown { get; } = new(
        "Die Gebühr setzt das Amt fest", "Für Ihre Zone und Ihr Fahrzeug liegt keine veröffentlichte Gebühr vor.", OfficeLooks);

    public override RefusalText NoVehicle { get; } = new(
        "Auf Sie ist kein Fahrzeug zugelassen",
        "Im Fahrzeugregister steht kein Fahrzeug, dessen Halterin oder Halter Sie sind.",
        "Lassen Sie das Fahrzeug auf sich zu. Wenn Sie ein fremdes Fahrzeug dauerhaft nutzen, fügen Sie es unter „Anderes Fahrzeug“ hinzu.");

    public override RefusalText VehicleNotRegistered { get; } = new(
        "Dieses Fahrzeug ist nicht auf Sie zugelassen",
        "Das gewählte Kennzeichen gehört zu keinem Fahrzeug, dessen Halterin oder Halter Sie sind.",
        "Wählen Sie eines der angezeigten Fahrzeuge.");

    public override RefusalText VehicleNotAllowed(string plate) => new(
        "Für diese Fahrzeugart gibt es keinen Ausweis",
        $"Das Fahrzeug {plate} ist als Anhänger, Wohnwagen oder Lastwagen zugelassen.",
        "Beantragen Sie den Ausweis für ein anderes Fahrzeug, das auf Sie zugelassen ist.");

    public override RefusalText VehicleTooLarge(string plate, int? maxLengthMm, int? maxWidthMm) => new(
        "Das Fahrzeug ist zu groß",
        $"Das Fahrzeug {plate} ist größer als erlaubt ({Limits(maxLengthMm, maxWidthMm)}).",
        "Beantragen Sie den Ausweis für ein kleineres Fahrzeug, das auf Sie zugelassen ist.");

    public override RefusalText CompanyVehicle(string plate) => new(
        "Das Fahrzeug gehört einer Firma",
        $"Halterin des Fahrzeugs {plate} ist eine Firma; dass Sie es dauerhaft privat nutzen, muss sie bestätigen.",
        OfficeLooks);

    public override RefusalText TooManyPlates(int most) => new(
        "Zu viele Fahrzeuge", $"Auf einem Ausweis {(most == 1 ? "kann ein Kennzeichen" : $"können höchstens {most} Kennzeichen")} stehen.", "Wählen Sie weniger Fahrzeuge.");

    public override RefusalText UnknownPlateForm(string written) => new(
        "Ihr Kennzeichen prüft ein Mensch", $"„{written}“ hat nicht die Form eines gewöhnlichen deutschen Kennzeichens oder lässt sich auf mehrere Arten lesen.", OfficeLooks);

    public override RefusalText TermNotOffered(int months) => new(
        "Diese Laufzeit gibt es nicht", $"Einen Ausweis für {Months(months)} bietet die Stadt nicht an.", "Wählen Sie eine der angezeigten Laufzeiten.");

    public override RefusalText OwnSpace { get; } = new(
        "Mit eigenem Stellplatz gibt es keinen Ausweis",
        "Der Ausweis ist für Menschen, die keine Garage und keinen Stellplatz haben.",
        "Wenn Ihnen kein eigener Stellplatz zur Verfügung steht, bestätigen Sie das im Antrag.");

    public override RefusalText ProposalChanged { get; } = new(
        "Zone oder Gebühr haben sich geändert", "Seit Sie den Antrag gesehen haben, hat sich Ihre Zone oder die Gebühr geändert.", "Prüfen Sie die Angaben und beantragen Sie den Ausweis noch einmal.");

    public override RefusalText SecondPermit(string number, DateOnly until) => new(
        "Sie haben schon einen Ausweis",
        $"Der Ausweis {number} gilt bis zum {Date(until)}; jede Person bekommt einen.",
        "Öffnen Sie Ihre Wallet. Wenn er dort fehlt, wenden Sie sich an das Straßenverkehrsamt.");

    public override RefusalText CodeExpired { get; } = new(
        "Der Code ist abgelaufen", "Innerhalb von zwei Minuten hat keine Wallet geantwortet.", "Beginnen Sie noch einmal; es ist nichts verloren.");

    public override RefusalText ApplicationNotFound { get; } = new(
        "Diesen Antrag gibt es hier nicht",
        "Ein Antrag ist nur in dem Browser zu sehen, in dem er begonnen wurde.",
        "Öffnen Sie den Antrag in diesem Browser oder beginnen Sie einen neuen.");

    public override RefusalText RegisterUnreachable { get; } = new(
        "Ein Register antwortet gerade nicht",
        "Ihr Antrag ist gespeichert und geht von selbst weiter, sobald das Register wieder antwortet.",
        "Sie müssen nichts tun. Lassen Sie diese Seite offen oder kommen Sie später in diesem Browser zurück.");

    public override string PermitTitle => "Bewohnerparkausweis";
    public override string PermitLead => "Wer in einer Bewohnerparkzone wohnt und dort keinen eigenen Stellplatz hat, darf mit dem Ausweis in der Zone parken.";
    public override string PermitSteps => "So geht es";
    public override IReadOnlyList<string> Steps { get; } =
    [
        "Sie zeigen aus Ihrer Bürger-ID nur die Kennung, an der die Stadt Sie erkennt.",
        "Damit liest die Stadt Ihre Anschrift im Melderegister und Ihre Fahrzeuge im Fahrzeugregister. Zone und Gebühr stehen dann schon da; Sie bestätigen nur noch.",
        "Der fertige Ausweis kommt sofort in Ihre Wallet.",
    ];
    public override string OwnApplications => "In diesem Browser begonnen";
    public override string OwnPermit(string number) => $"Ausweis {number} und Gebührenbescheid ansehen";
    public override string OwnUndecided => "Angefangenen Antrag weiterführen";
    public override string NeedsCitizenId => "Sie brauchen dafür die Bürger-ID in Ihrer Wallet.";
    public override string ToMine => "Meinen Ausweis ansehen, verlängern oder ändern";
    public override string GetCitizenId => "Noch keine Bürger-ID? Hier bekommen Sie sie.";
    public override string Apply => "Bewohnerparkausweis beantragen";
    public override string DemoFacts => "Zonen, Voraussetzungen und Gebühr sind hier zum Teil erfunden; sie sind keine Auskunft der Stadt.";

    public override string ApplicationTitle => "Ihr Antrag";

    public override string WithOfficeTitle => "Ihr Antrag liegt beim Amt";
    public override string ScanTitle => "Bürger-ID zeigen";
    public override string QrOfQuestion => "QR-Code: Bürger-ID zeigen";
    public override string QrOfOffer => "QR-Code: Bewohnerparkausweis annehmen";
    public override string ScanWords => "Scannen Sie den Code mit Ihrer Wallet oder tippen Sie ihn ein. Er gilt 2 Minuten. Diese Seite geht von allein weiter.";
    public override string WaitingForRegisterTitle => "Ihr Antrag wartet";
    public override string ConfirmTitle => "Prüfen und beantragen";
    public override string Zone => "Zone";
    public override string Address => "Adresse laut Melderegister";
    public override string Vehicle => "Fahrzeug";
    public override string Vehicles(int most) => $"Fahrzeuge (höchstens {most})";
    public override string Term => "Laufzeit";
    public override string Months(int months) => months == 1 ? "1 Monat" : $"{months} Monate";
    public override string TermWithFee(OfferedTerm term) => $"{Months(term.Months)}: {Money(term.Euros)}";
    public override string FeeByNotice => "Sie bezahlen später mit dem Gebührenbescheid; der Ausweis gilt sofort.";
    public override string SpaceNoticeTitle => "Vor Ihrer Tür gilt eine andere Zone";
    public override string SpaceNotice(SpaceNotice notice) => $"Zur Zone {notice.SpaceZone} gehören {notice.Detail}. Dort gilt Ihr Ausweis nicht.";
    public override string StatesNoOwnSpace => "Mit dem Antrag erklären Sie, dass Ihnen keine Garage und kein eigener Stellplatz zur Verfügung steht.";
    public override string Confirm => "Verbindlich beantragen";
    public override string GrantedTitle => "Ihr Bewohnerparkausweis ist bewilligt";
    public override string Granted(string number) => $"Der Ausweis {number} gilt ab sofort, auch bevor er in Ihrer Wallet ist.";
    public override string ReceivedTitle => "Der Ausweis ist in Ihrer Wallet";
    public override string Received => "Sie müssen nichts ins Auto legen: Kontrolliert wird am Kennzeichen.";
    public override string OverTitle => "Dieser Ausweis gilt nicht mehr";
    public override string Over => "Er ist abgelaufen, oder die Stadt hat ihn widerrufen. Fragen dazu beantwortet das Straßenverkehrsamt.";
    public override string ReceiveTitle => "Ausweis annehmen";
    public override string ReceiveWords => "Scannen Sie den Code mit Ihrer Wallet, um den Ausweis zu holen. Er gilt 10 Minuten, danach kommt ein neuer.";
    public override string ReceiveAgain => "Noch einmal in eine Wallet holen";
    public override string Plate => "Kennzeichen";
    public override string PermitNumber => "Ausweisnummer";
    public override string ValidFrom => "Gültig ab";
    public override string ValidUntil => "Gültig bis";
    public override string ToFeeNotice => "Gebührenbescheid ansehen";
    public override string StartAgain => "Noch einmal beginnen";

    public override string FeeNoticeTitle => "Gebührenbescheid";
    public override string FeeNoticeFor(string number) => $"Bewohnerparkausweis {number}";
    public override string Addressee => "An";
    public override string Amount => "Betrag";
    public override string DueOn => "Zu zahlen bis";
    public override string Payee => "Empfängerin";
    public override string Iban => "IBAN";
    public override string Reference => "Kassenzeichen";
    public override string IssuedOn => "Datum";
    public override string FeeRule => "Gebührenregel";
    public override string ScanToPay => "Bezahlen: Scannen Sie den GiroCode mit Ihrer Banking-App.";
    public override string GiroCode => "GiroCode für die Überweisung";
    public override string NoAccount => "Das Konto der Stadt ist hier nicht hinterlegt. Warten Sie auf den Bescheid per Post.";
    public override string DoNotPay => "Das Konto ist erfunden. Bitte überweisen Sie nichts.";
    public override string DoNotPayShort => "DEMO: bitte nicht überweisen";
    public override string Remedy => "Was Sie gegen diese Entscheidung tun können, steht am Ende des Bescheids.";
    public override string Print => "Drucken Sie diese Seite mit Ihrem Browser oder speichern Sie sie als PDF.";
    public override string ToApplication => "Zurück zum Antrag";

    private string Limits(int? length, int? width) => string.Join(", ", new[]
    {
        length is { } most ? $"höchstens {Metres(most)} lang" : null,
        width is { } widest ? $"höchstens {Metres(widest)} breit" : null,
    }.OfType<string>());
}
