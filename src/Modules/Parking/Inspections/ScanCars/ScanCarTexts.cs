using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Inspections.ScanCars;

/// <summary>What operators of scan cars read.</summary>
internal abstract class ScanCarTexts : ITexts<ScanCarTexts>
{
    private static readonly ScanCarTexts German = new GermanScanCarTexts();
    private static readonly ScanCarTexts English = new EnglishScanCarTexts();

    public static ScanCarTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText ScanCarIsOff { get; }
    public abstract RefusalText BatchNotReadable { get; }
    public abstract RefusalText TooManyBatches { get; }
}
