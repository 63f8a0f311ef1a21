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
    public override string Valid => "Gültig";
    public override string NotValid => "Nicht gültig";
    public override string Unknown => "Kein Ausweis bekannt";
    public override string Zone => "Zone";
    public override string Until => "bis";
    public override string WasUntil => "eingetragen bis";
    public override string OfflineTitle => "Keine Verbindung";
    public override string Offline => "Bitte gleich noch einmal prüfen; es wurde nichts gespeichert.";
    public override string ScanHint => "Halten Sie die Kamera auf den Prüfcode in der Wallet.";
    public override string ScanClose => "Schließen";
    public override string NoCamera => "Die Kamera ist nicht freigegeben. Tippen Sie das Kennzeichen ein.";

    public override RefusalText TooManyInspections { get; } = new(
        "Zu viele Abfragen", "In der letzten Minute wurde von diesem Konto zu oft abgefragt.", "Warten Sie eine Minute, dann geht es weiter.");

    public override RefusalText PlateNotReadable { get; } = new(
        "Das ist kein Kennzeichen", "So sieht kein deutsches Kennzeichen aus.", "Schreiben Sie es so: GE-AB 123.");
}
