using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Counter;

/// <summary>The words in English.</summary>
internal sealed class EnglishCounterTexts : CounterTexts
{
    public override string ToCounter => "To the counter";
    public override string Title => "Application at the counter";
    public override string Lead => "For people without a smartphone: you find the person in the resident register and apply together.";
    public override string GivenNames => "Given names";
    public override string FamilyName => "Family name";
    public override string BirthDate => "Date of birth";
    public override string Purpose => "Purpose of the query";
    public override string PurposeHint => "Stands in the log, without the person's name.";
    public override string DefaultPurpose => "Application for a resident parking permit";
    public override string Find => "Search the resident register";
    public override string Found => "Results";
    public override string NobodyFound => "Nobody found";
    public override string NobodyFoundHint => "Nobody can be shown here. Compare spelling and date of birth with the person's identity document. If all is right, the person can apply with the citizen ID, or you ask the residents' registration office.";
    public override string SameName => "The name fits.";
    public override string OtherName => "The name does not fit.";
    public override string DocumentSeen => "I have seen the person's identity document";
    public override string Apply => "Apply for this person";
    public override string ApplicationTitle => "Application with the person";
    public override string Waiting => "A register does not answer at present. The application is stored; load this page again later.";
    public override string GrantedTitle => "The permit is granted";
    public override string Granted(string number) => $"Its number is {number}, and it holds from now on.";
    public override string PrintSlip => "Print the slip for the car (PDF)";
    public override string PrintDecision => "Print the decision (PDF)";
    public override string WithOffice => "The application is on the work list.";
    public override string ToCase => "To the case";
    public override string Next => "Next person";

    public override string SlipTitle => "Resident parking permit";
    public override string SlipZone(string zone) => $"Parking zone {zone}";
    public override string SlipValidity => "Valid";
    public override string SlipCode => "Seal of the town: for wardens";
    public override string SlipHint => "Lay the slip behind the windscreen where it can be read. The plate is checked; the seal shows that the slip is genuine.";

    public override RefusalText SearchIncomplete { get; } = new(
        "Something is missing", "The search needs given names, family name, date of birth and the purpose.", "Fill in what is missing.");

    public override RefusalText DocumentNotSeen { get; } = new(
        "The identity document is missing", "There is an application at the counter only when you have seen the person's identity document.", "Let the person show it and tick the box.");

    public override RefusalText RegisterSilent { get; } = new(
        "The resident register does not answer", "Without the resident register the person cannot be found.", "Please try again in some minutes.");

    public override RefusalText SealBroken { get; } = new(
        "This slip is not genuine", "The seal is not of this town, or somebody has changed the slip.", "Check the plate by hand.");

    public override RefusalText NoCounterApplication { get; } = new(
        "There is no such application at the counter", "No application that was taken at the counter stands at this address.", "Begin anew at the counter.");
}
