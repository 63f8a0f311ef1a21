using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>The words in English.</summary>
internal sealed class EnglishCaseTexts : CaseTexts
{
    public override string Title => "Cases from the street";
    public override string Lead => "What wardens handed over. Load the file for the fine system and then confirm that it arrived: with that the case is deleted here. After 24 hours the program deletes it by itself.";
    public override string None => "No cases";
    public override string NoneHint => "Everything was handed over, or there was nothing.";
    public override string Observed => "Observed";
    public override string Plate => "Number plate";
    public override string Place => "Place";
    public override string Rule => "Rule";
    public override string Finding => "Finding";
    public override string Warden => "Warden";
    public override string Photos => "Photos";
    public override string Ends => "Will be deleted";
    public override string Filed => "In a file";
    public override string Csv => "Load file (CSV)";
    public override string Json => "Load file (JSON)";
    public override string Arrived => "Confirm arrival and delete here";
    public override string Yes => "yes";
    public override string No => "no";
    public override string CountsTitle => "Questions of wardens";
    public override string CountsLead => "Counted by day, without plates. What looked like watching a person or trying plates was refused: talk about it.";
    public override string Day => "Day";
    public override string Answers => "Answers";
    public override string SamePlate => "Refused: the same plate too often";
    public override string SameSeries => "Refused: one after the other";
    public override string TooManyPlates => "Refused: too many in a day";
    public override string Rounds => "Shifts";
    public override string NoCounts => "No questions yet";
    public override string NoCountsHint => "As soon as a shift runs, figures stand here.";
    public override string CaseTitle => "Hand over a case";
    public override string CaseLead => "Is kept for 24 hours at most and handed to the fine system. Only your tap makes the case.";
    public override string CaseDetail => "House number or spot";
    public override string CasePhotos => "Number of photos";
    public override string CaseConfirm => "Hand over case";
    public override string CaseDone => "The case was handed over.";
    public override string CaseWaits => "The case waits for a connection; keep the app open.";

    public override RefusalText PlateHasRight { get; } = new(
        "There is a right", "A permit counts here for this plate.", "There is nothing to hand over.");

    public override RefusalText SignIsFree { get; } = new(
        "Free now", "At this time everybody may park here.", "There is nothing to hand over.");

    public override RefusalText PlaceUnknown { get; } = new(
        "Place is missing", "Without a place no case can be handed over.", "Choose where the vehicle stands.");

    public override RefusalText MomentOutOfShift { get; } = new(
        "Time does not fit", "The case does not lie within the running shift.", "Check the plate once more.");

    public override string PurposeOf(Shifts.ShiftPurpose purpose) => purpose switch { Shifts.ShiftPurpose.Round => "round", Shifts.ShiftPurpose.Complaint => "complaint", _ => "event" };

    public override string FindingOf(InspectionState state) => state is InspectionState.NotValid ? "permit does not count here" : "no permit known";
}
