using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanInspectionTexts : InspectionTexts
{
    public override string WardenTitle => "Kennzeichen prüfen";
    public override string WardenLead => "Sie sehen, ob das Fahrzeug hier stehen darf. Über die Person erfahren Sie nichts.";
    public override string PlateLabel => "Kennzeichen";
    public override string PlateHint => "Zum Beispiel GE-AB 123; Striche und Leerzeichen sind nicht nötig.";
    public override string CheckPlate => "Prüfen";
    public override string ScanCode => "Code scannen";
    public override string Keypad => "Große Tasten";
    public override string KeypadDelete => "Zeichen löschen";
    public override string KeypadClear => "Alles löschen";
    public override string Valid => "Gültig";
    public override string NotValid => "Nicht gültig";
    public override string NotValidHere => "Gilt hier nicht";
    public override string Unknown => "Kein Ausweis bekannt";
    public override string Zone => "Zone";
    public override string PermitZone => "Ausweis für";
    public override string Until => "bis";
    public override string WasUntil => "eingetragen bis";
    public override string Here => "Hier";
    public override string Others => "Für andere gilt";
    public override string OfflineTitle => "Keine Verbindung";
    public override string Offline => "Bitte gleich noch einmal prüfen; es wurde nichts gespeichert.";
    public override string OfflineNoSet => "Ohne Verbindung gibt es keine Auskunft: Dieses Gerät hat keinen gültigen Offline-Satz. Holen Sie ihn, sobald Sie Netz haben.";
    public override string OfflineUnknown => "Nicht im Offline-Satz";
    public override string OfflineUnknownStep => "Vielleicht ist der Ausweis jünger als der Satz. Prüfen Sie mit Verbindung noch einmal, bevor Sie etwas veranlassen.";
    public override string OfflineCode => "Dieser Code braucht eine Verbindung. Lassen Sie in der Wallet „Ohne Netz zeigen“ antippen, oder tippen Sie das Kennzeichen ein.";
    public override string SealBrokenTitle => "Das Siegel stimmt nicht";
    public override string SealBroken => "Der Beleg wurde verändert oder ist nicht von dieser Stadt. Prüfen Sie das Kennzeichen.";
    public override string SealOver => "Beleg gilt heute nicht";
    public override string SealGood => "Siegel echt";
    public override string SealMissing => "Beleg echt, Ausweis gilt nicht mehr";
    public override string SealOnly => "Ohne Netz und ohne Satz: Ob die Stadt den Ausweis widerrufen hat, ist nicht geprüft.";
    public override string OfflineSource => "Auskunft";
    public override string OfflineSourceValue => "ohne Verbindung, Satz von {0}";
    public override string SetNone => "Kein Offline-Satz: ohne Verbindung keine Auskunft.";
    public override string SetLoading => "Offline-Satz wird geholt …";
    public override string SetReady => "Offline-Satz: {0} Rechte, {1} kB, {2} Minuten alt, gilt bis {3}.";
    public override string SetOld => "Der Offline-Satz ist {0} Minuten alt. Erneuern Sie ihn, sobald Sie Netz haben.";
    public override string SetOver => "Der Offline-Satz ist abgelaufen und gibt keine Auskunft mehr.";
    public override string SetBroken => "Der Offline-Satz ist beschädigt oder nicht von der Stadt; er wird nicht benutzt. Holen Sie ihn noch einmal.";
    public override string SetFetch => "Offline-Satz erneuern";
    public override string SetKeepOpen => "Lassen Sie die App offen: Der Schlüssel liegt nur im Arbeitsspeicher und ist weg, sobald sie geschlossen wird.";
    public override string Online => "Verbunden";
    public override string NotOnline => "Ohne Verbindung";
    public override string ScanHint => "Halten Sie die Kamera auf den Prüfcode in der Wallet.";
    public override string ScanProgress => "{0} von {1} Codes gelesen …";
    public override string PhoneSource => "vom Handy, ohne Verbindung, Satz von {0}";
    public override string PhoneNoSet => "vom Handy, ohne Verbindung, ohne Satz für diese Zone";
    public override string PhoneGood => "Ausweis echt";
    public override string PhoneOver => "Ausweis gilt heute nicht";
    public override string PhoneMissing => "Ausweis echt, gilt aber nicht mehr";
    public override string PhoneYounger => "Ausweis echt, fehlt aber im Satz";
    public override string BrokenPhoneTitle => "Der Code stimmt nicht";
    public override string BrokenPhone => "Er wurde verändert oder von einem anderen Handy unterschrieben. Prüfen Sie das Kennzeichen.";
    public override string StrangePhoneTitle => "Nicht von dieser Stadt";
    public override string StrangePhone => "Keiner der Schlüssel, die diese Schicht kennt, hat den Ausweis unterschrieben. Prüfen Sie das Kennzeichen.";
    public override string OldPhoneTitle => "Der Code ist zu alt";
    public override string OldPhone => "So sieht ein Foto oder ein Film aus. Lassen Sie den Ausweis noch einmal zeigen; geht die Uhr eines Handys falsch, prüfen Sie das Kennzeichen.";
    public override string EarlyPhoneTitle => "Der Code kommt aus der Zukunft";
    public override string EarlyPhone => "Die Uhr eines der beiden Handys geht falsch. Prüfen Sie das Kennzeichen.";
    public override string OverPhoneTitle => "Die Karte ist abgelaufen";
    public override string OverPhone => "Die Wallet muss mit Netz eine neue holen. Prüfen Sie das Kennzeichen.";
    public override string ScanClose => "Schließen";
    public override string NoCamera => "Die Kamera ist nicht freigegeben. Tippen Sie das Kennzeichen ein.";
    public override string ShiftTitle => "Schicht beginnen";
    public override string ShiftLead => "Geprüft wird nur in einer Schicht und nur für deren Zweck. Gezählt wird, wie oft Sie fragen; Kennzeichen werden nicht gespeichert.";
    public override string Purpose => "Zweck";
    public override string PurposeRound => "Kontrollgang";
    public override string PurposeComplaint => "Beschwerde aus einer Straße";
    public override string PurposeEvent => "Veranstaltung, Baustelle oder Unfall";
    public override string Zones => "Zonen der Schicht";
    public override string BeginShift => "Schicht beginnen";
    public override string EndShift => "Schicht beenden";
    public override string Place => "Wo steht das Fahrzeug?";
    public override string WholeZone => "ganze Zone";
    public override string InstallHint => "Im Menü des Browsers lässt sich diese Seite als App einrichten.";
    public override string AppName => "Parkkontrolle";
    public override string OfflinePageTitle => "Keine Verbindung";
    public override string OfflinePageWords => "Die App wurde ohne Netz geöffnet. Der Schlüssel des Offline-Satzes lag nur im Arbeitsspeicher und ist weg: ohne Verbindung gibt es hier keine Auskunft.";
    public override string OfflinePageStep => "Öffnen Sie die Seite noch einmal, sobald Sie Netz haben.";

    public override RefusalText TooManyInspections { get; } = new(
        "Zu viele Abfragen", "In der letzten Minute wurde von diesem Konto zu oft abgefragt.", "Warten Sie eine Minute, dann geht es weiter.");

    public override RefusalText PlateNotReadable { get; } = new(
        "Das ist kein Kennzeichen", "So sieht kein deutsches Kennzeichen aus.", "Schreiben Sie es so: GE-AB 123.");

    public override RefusalText NoShift { get; } = new(
        "Keine Schicht", "Geprüft wird nur in einer Schicht, und es läuft keine.", "Beginnen Sie die Schicht, dann geht es weiter.");

    public override RefusalText NoPurpose { get; } = new(
        "Zweck fehlt", "Eine Schicht hat einen Zweck, und es wurde keiner gewählt.", "Wählen Sie, wofür Sie prüfen.");

    public override RefusalText SamePlateTooOften { get; } = new(
        "Zu oft dasselbe Kennzeichen", "Dieses Kennzeichen haben Sie heute schon mehrmals geprüft; öfter wäre eine Beobachtung.", "Gehen Sie weiter. Die Dienststelle sieht, dass eine Abfrage abgelehnt wurde, nicht welche.");

    public override RefusalText PlatesInARow { get; } = new(
        "Kennzeichen der Reihe nach", "Es wurden viele Kennzeichen derselben Buchstaben geprüft; in einer Straße stehen verschiedene.", "Gehen Sie weiter. In zehn Minuten geht es auch mit diesen Buchstaben wieder.");

    public override RefusalText TooManyPlatesToday { get; } = new(
        "Zu viele Kennzeichen an einem Tag", "So viele Fahrzeuge sieht niemand zu Fuß an einem Tag.", "Sprechen Sie mit Ihrer Dienststelle.");

    public override RefusalText TooManyOfflineSets { get; } = new(
        "Zu viele Offline-Sätze", "In der letzten Stunde wurden schon mehrere Offline-Sätze geholt.", "Der letzte gilt weiter; holen Sie den nächsten in einer Stunde.");

    public override string ShiftUntil(string time) => $"Schicht läuft bis {time}.";

    public override string SignHolds(string restriction, string? until) => until is null ? restriction : $"{restriction}, jetzt bis {until}";

    public override string SignFree(string? from) => from is null ? "frei" : $"jetzt frei, wieder ab {from}";

    public override string SignUnknown(string restriction) => $"{restriction}; Zeiten nicht bekannt, es gilt das Schild";

    public override string RestrictionOf(string? restriction) => restriction switch { "residents-only" => "nur Bewohner", "parking-ticket" => "Parkschein", "parking-disc-2h" => "Parkscheibe, 2 Stunden", "paid-or-time-limited" => "Parkschein oder Höchstdauer", _ => "Regel nicht bekannt" };
}
