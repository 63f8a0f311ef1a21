using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections.ScanCars;

/// <summary>The words in English.</summary>
internal sealed class EnglishScanCarTexts : ScanCarTexts
{

    public override RefusalText ScanCarIsOff { get; } = new(
        "Scan cars are switched off", "No legal basis for scan cars was found in North Rhine-Westphalia; so the interface is switched off.", "The town switches it on (Parking:ScanCar:Enabled) when it can name a legal basis.");

    public override RefusalText BatchNotReadable { get; } = new(
        "Sample not readable", "A sample has a place and 1 to 500 plates, or digests with their key.", "Read the description of the interface and send again.");

    public override RefusalText TooManyBatches { get; } = new(
        "Too many samples", "Too many samples came within the last hour.", "Only samples are allowed; wait an hour.");
}
