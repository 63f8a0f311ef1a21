using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections.ScanCars;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanScanCarTexts : ScanCarTexts
{

    public override RefusalText ScanCarIsOff { get; } = new(
        "Scan-Fahrzeuge sind abgeschaltet", "Für Scan-Fahrzeuge wurde in Nordrhein-Westfalen keine Rechtsgrundlage gefunden; die Schnittstelle ist deshalb abgeschaltet.", "Die Stadt schaltet sie ein (Parking:ScanCar:Enabled), wenn sie eine Rechtsgrundlage nennen kann.");

    public override RefusalText BatchNotReadable { get; } = new(
        "Stichprobe nicht lesbar", "Eine Stichprobe hat einen Ort und 1 bis 500 Kennzeichen oder Prüfwerte mit ihrem Schlüssel.", "Lesen Sie die Beschreibung der Schnittstelle und senden Sie noch einmal.");

    public override RefusalText TooManyBatches { get; } = new(
        "Zu viele Stichproben", "In der letzten Stunde kamen schon zu viele Stichproben.", "Es sind nur Stichproben erlaubt; warten Sie eine Stunde.");
}
