using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>What clerks and wardens read about cases for the fine system.</summary>
internal abstract class CaseTexts : ITexts<CaseTexts>
{
    private static readonly CaseTexts German = new GermanCaseTexts();
    private static readonly CaseTexts English = new EnglishCaseTexts();

    public static CaseTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string None { get; }
    public abstract string NoneHint { get; }
    public abstract string Observed { get; }
    public abstract string Plate { get; }
    public abstract string Place { get; }
    public abstract string Rule { get; }
    public abstract string Finding { get; }
    public abstract string Warden { get; }
    public abstract string Photos { get; }
    public abstract string Ends { get; }
    public abstract string Filed { get; }
    public abstract string Csv { get; }
    public abstract string Json { get; }
    public abstract string Arrived { get; }
    public abstract string Yes { get; }
    public abstract string No { get; }
    public abstract string CountsTitle { get; }
    public abstract string CountsLead { get; }
    public abstract string Day { get; }
    public abstract string Answers { get; }
    public abstract string SamePlate { get; }
    public abstract string SameSeries { get; }
    public abstract string TooManyPlates { get; }
    public abstract string Rounds { get; }
    public abstract string NoCounts { get; }
    public abstract string NoCountsHint { get; }
    public abstract string CaseTitle { get; }
    public abstract string CaseLead { get; }
    public abstract string CaseDetail { get; }
    public abstract string CasePhotos { get; }
    public abstract string CaseConfirm { get; }
    public abstract string CaseDone { get; }
    public abstract string CaseWaits { get; }
    public abstract RefusalText PlateHasRight { get; }
    public abstract RefusalText SignIsFree { get; }
    public abstract RefusalText PlaceUnknown { get; }
    public abstract RefusalText MomentOutOfShift { get; }
    public abstract string PurposeOf(Shifts.ShiftPurpose purpose);
    public abstract string FindingOf(InspectionState state);
}
