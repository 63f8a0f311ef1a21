using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>Deutsch.</summary>
internal sealed class GermanUseTexts : UseTexts
{
    public override string Title => "Anderes Fahrzeug";
    public override string Lead => "Sie fahren dauerhaft ein Fahrzeug, das nicht auf Sie zugelassen ist? Hier fügen Sie es hinzu. Danach steht es beim Antrag zur Auswahl.";
    public override string NotOffered => "Diese Stadt gibt den Ausweis nur für Fahrzeuge, die auf Sie selbst zugelassen sind.";
    public override string ToMine => "Zurück zu meinem Ausweis";
    public override string Ask => "Fahrzeug hinzufügen";
    public override string Why => "Warum dürfen Sie es fahren?";
    public override string Plate => "Kennzeichen";
    public override string PlateHint => "Zum Beispiel GE-AB 123";
    public override string Evidence => "Was belegt das?";
    public override string EvidenceHint => "Nicht nötig bei privaten Haltern. Sonst zum Beispiel: Firma und Datum der Bestätigung, Anbieter und Vertragsnummer, Bescheinigung der Pflegekasse.";
    public override string Send => "Hinzufügen";
    public override string LinkTitle => "Jetzt ist die Halterin oder der Halter dran";
    public override string LinkLead => "Schicken Sie ihr oder ihm diesen Link, oder lassen Sie den Code scannen. Wir zeigen ihn nur jetzt. Zustimmen kann nur, wer im Fahrzeugregister steht.";
    public override string QrOfLink => "Code mit dem Link für die Halterin oder den Halter";
    public override string Apply => "Ausweis beantragen";

    public override string ConsentTitle => "Einwilligung der Halterin oder des Halters";
    public override string ConsentExplain => "Zum Zustimmen zeigen Sie Ihre Bürger-ID. Ihre Wallet zeigt den Satz, dem Sie zustimmen. Sie können die Einwilligung hier jederzeit widerrufen; heben Sie den Link dafür auf.";
    public override string ConsentPurpose => "Prüfen, ob das Fahrzeug auf Sie zugelassen ist";
    public override string Consent => "Mit der Bürger-ID zustimmen";
    public override string Withdraw => "Einwilligung widerrufen";
    public override string WithdrawExplain => "Mit dem Widerruf endet der Bewohnerparkausweis, der für dieses Fahrzeug erteilt ist.";
    public override string Consented => "Sie haben zugestimmt.";
    public override string NoLongerAsked => "Hier ist nichts mehr zu tun.";
    public override string ScanWords => "Scannen Sie den Code mit Ihrer Wallet.";
    public override string QrOfQuestion => "Code für Ihre Wallet";
    public override string BackToConsent => "Zurück zur Einwilligung";

    public override string OfficeTitle => "Fahrzeuge anderer";
    public override string OfficeLead => "Diese Nachweise belegt keine Wallet. Sehen Sie sie an und entscheiden Sie; danach geht der Antrag von selbst weiter.";
    public override string NothingWaits => "Kein Nachweis wartet.";
    public override string User => "Nutzerin oder Nutzer";
    public override string Words => "Was Sie gesehen haben, oder warum nicht";
    public override string WordsHint => "Die Person liest es.";
    public override string Length => "Länge in mm (Feld 18), wenn das Fahrzeug nicht im Register steht";
    public override string Width => "Breite in mm (Feld 19)";
    public override string ValidUntil => "Nachweis gilt bis";
    public override string Accept => "Anerkennen";
    public override string Refuse => "Ablehnen";

    public override RefusalText BasisNotAllowed { get; } = new(
        "Dafür gibt die Stadt keinen Ausweis", "Diese Art der Fahrzeugnutzung ist in den Regeln der Stadt nicht vorgesehen.", "Wählen Sie eine der angezeigten Arten.");

    public override RefusalText PlateUnreadable { get; } = new(
        "Das Kennzeichen lässt sich nicht lesen", "Es hat nicht die Form eines deutschen Kennzeichens oder lässt sich auf mehrere Arten lesen.", "Schreiben Sie es mit Bindestrich, zum Beispiel GE-AB 123.");

    public override RefusalText UseNotFound { get; } = new(
        "Dieser Link gilt nicht", "Zu diesem Link gibt es keine Anfrage, oder sie wurde gelöscht.", "Bitten Sie um einen neuen Link.");

    public override RefusalText UseAnswered { get; } = new(
        "Das ist schon beantwortet", "Jemand hat inzwischen geantwortet.", "Laden Sie die Seite neu: Dort steht, was daraus wurde.");

    public override RefusalText OwnVehicle { get; } = new(
        "Das Fahrzeug ist auf Sie selbst zugelassen", "Dafür brauchen Sie keine Einwilligung.", "Beantragen Sie den Ausweis: Das Fahrzeug steht dort zur Auswahl.");

    public override RefusalText EvidenceMissing(int most) => new(
        "Der Nachweis fehlt", $"Schreiben Sie in 5 bis {most} Zeichen, was belegt, dass Sie das Fahrzeug fahren dürfen.", "Gehen Sie zurück und füllen Sie das Feld aus.");

    public override RefusalText TooManyUses(int most) => new(
        "Es warten schon Anfragen von Ihnen", $"Mehr als {most} Fahrzeuge auf einmal prüfen wir nicht.", "Warten Sie, bis eine beantwortet ist.");

    public override RefusalText NotTheKeeper(string plate) => new(
        "Das Fahrzeug ist nicht auf Sie zugelassen", $"Im Fahrzeugregister steht für {plate} jemand anders.", "Geben Sie den Link der Person, die im Fahrzeugschein steht.");

    public override RefusalText AnswerMissing(int most) => new(
        "Die Begründung fehlt", $"Schreiben Sie in 3 bis {most} Zeichen, was Sie gesehen haben oder warum nicht.", "Gehen Sie zurück und füllen Sie das Feld aus.");

    public override string Asks(string user, string plate) => $"{user} möchte Ihr Fahrzeug {plate} auf den eigenen Bewohnerparkausweis setzen.";

    public override string ConsentStatement(string plate, string user) =>
        $"Ich bin Halterin oder Halter des Fahrzeugs {plate}. {user} nutzt es dauerhaft und darf dafür einen Bewohnerparkausweis bekommen.";

    public override string WithdrawStatement(string plate, string user) => $"{user} darf für mein Fahrzeug {plate} keinen Bewohnerparkausweis mehr haben.";

    public override string BasisOf(VehicleBasis basis) => basis switch
    {
        VehicleBasis.KeeperConsent => "Eine Privatperson lässt mich ihr Fahrzeug dauerhaft fahren",
        VehicleBasis.CompanyCar => "Es ist mein Dienst- oder Firmenwagen",
        VehicleBasis.CarSharing => "Ich bin Mitglied bei einem Carsharing-Anbieter",
        VehicleBasis.Care => "Es gehört jemandem, der mich pflegt",
        _ => "Es ist auf mich zugelassen",
    };

    public override string StateOf(VehicleUseState state) => state switch
    {
        VehicleUseState.WaitingForKeeper => "wartet auf die Halterin oder den Halter",
        VehicleUseState.WaitingForClerk => "wartet auf das Amt",
        VehicleUseState.Accepted => "anerkannt",
        VehicleUseState.Refused => "abgelehnt",
        _ => "widerrufen",
    };
}
