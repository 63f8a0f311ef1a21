using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Inspections;

/// <summary>What wardens read: short, since it rains.</summary>
internal abstract class InspectionTexts : ITexts<InspectionTexts>
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
