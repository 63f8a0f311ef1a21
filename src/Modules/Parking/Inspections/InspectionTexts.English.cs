using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections;

/// <summary>The words in English.</summary>
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
