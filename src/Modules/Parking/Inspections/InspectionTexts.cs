using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Inspections;

/// <summary>What wardens read: short, since it rains.</summary>
internal abstract class InspectionTexts
{
    private static readonly InspectionTexts German = new GermanInspectionTexts();
    private static readonly InspectionTexts English = new EnglishInspectionTexts();

    public static InspectionTexts For(Language language) => language is Language.German ? German : English;

    public abstract string WardenTitle { get; }
    public abstract string WardenLead { get; }
    public abstract string PlateLabel { get; }
    public abstract string PlateHint { get; }
    public abstract string CheckPlate { get; }
    public abstract string ScanCode { get; }
    public abstract string Valid { get; }
    public abstract string NotValid { get; }
    public abstract string Unknown { get; }
    public abstract string Zone { get; }
    public abstract string Until { get; }
    public abstract string WasUntil { get; }
    public abstract string OfflineTitle { get; }
    public abstract string Offline { get; }
    public abstract string ScanHint { get; }
    public abstract string ScanClose { get; }
    public abstract string NoCamera { get; }
    public abstract RefusalText TooManyInspections { get; }
    public abstract RefusalText PlateNotReadable { get; }
}

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

internal sealed class EnglishInspectionTexts : InspectionTexts
{
    public override string WardenTitle => "Check a plate";
    public override string WardenLead => "You see whether the vehicle may park here. You learn nothing about the person.";
    public override string PlateLabel => "Number plate";
    public override string PlateHint => "For example GE-AB 123; hyphens and blanks are not needed.";
    public override string CheckPlate => "Check";
    public override string ScanCode => "Scan code";
    public override string Valid => "Valid";
    public override string NotValid => "Not valid";
    public override string Unknown => "No permit known";
    public override string Zone => "Zone";
    public override string Until => "until";
    public override string WasUntil => "registered until";
    public override string OfflineTitle => "No connection";
    public override string Offline => "Please check again in a moment; nothing was stored.";
    public override string ScanHint => "Point the camera at the check code in the wallet.";
    public override string ScanClose => "Close";
    public override string NoCamera => "The camera may not be used. Please type the plate.";

    public override RefusalText TooManyInspections { get; } = new(
        "Too many checks", "This account has asked too often within the last minute.", "Wait a minute, then go on.");

    public override RefusalText PlateNotReadable { get; } = new(
        "That is not a plate", "No German plate looks like this.", "Write it like this: GE-AB 123.");
}
