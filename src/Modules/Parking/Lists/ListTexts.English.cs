using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Lists.Import;

namespace Modellstadt.Parking.Lists;

/// <summary>English.</summary>
internal sealed class EnglishListTexts : ListTexts
{
    public override string Lists => "Lists";
    public override string ToLists => "Back to the lists";
    public override string ImportTitle => "Take over a list of permits";
    public override string ImportLead => "From another program: upload the list as CSV. First you see what the columns mean and which rows are wrong. Everything is taken over, or nothing.";
    public override string File => "CSV file";
    public override string Upload => "Upload and check";
    public override string ExportTitle => "Download the list of permits";
    public override string ExportLead => "All permits with number, plate, zone, days, state and register key. Each export is noted.";
    public override string Export => "Download as CSV";
    public override string TakenOverHint => "The permits are valid from now on. Whoever shows the citizen ID gets the card on the phone.";
    public override string MappingTitle => "Which column means what?";
    public override string MappingLead => "In brackets stands the content of the first row. We find the person by the register key, or by given names, family name and birth date.";
    public override string MappingIncomplete => "Columns are missing";
    public override string MappingIncompleteHint => "Assign number, plate, zone, both days and one way to the person.";
    public override string NotInList => "is not in the list";
    public override string CheckAgain => "Check like this";
    public override string ResultTitle => "Result of the check";
    public override string FlawlessHint => "Taking over makes all the permits at once.";
    public override string FlawedHint => "Nothing was taken over. Correct the rows in the file and upload it once more.";
    public override string TakeOver => "Take over all permits";
    public override string Row => "Row";
    public override string Problem => "What is wrong";

    public override string Statistics => "Statistics";
    public override string ExportFigures => "All figures as CSV";
    public override string PermitsInForce => "Valid permits today";
    public override string ShareAutomatic => "Decided by the program";
    public override string NoDecisionYet => "no decision yet";
    public override string FeesAssessed => "Fees assessed";
    public override string Zones => "Permits and spaces by zone";
    public override string Zone => "Zone";
    public override string Permits => "Permits";
    public override string Spaces => "Spaces";
    public override string Load => "Ratio";
    public override string NotCounted => "not counted";
    public override string Oversold => "more permits than spaces";
    public override string AsTable => "As a table";
    public override string NoFigureYet => "No numbers yet. They appear from the first case on.";
    public override string PermitsByDay => "Valid permits by day";
    public override string ApplicationsByDay => "Applications by day";
    public override string TimeToDecision => "Time to decision by day (median)";
    public override string FeesByDay => "Fees assessed by day";
    public override string Decisions => "Decisions";
    public override string Inspections => "Inspections";

    public override RefusalText ImportUnreadable { get; } = new(
        "The file is no readable table", "It has no first row with at least two different columns, or a row does not fit it.", "Save the list as CSV with a first row of names and upload it once more.");

    public override RefusalText ImportNotFound { get; } = new(
        "This list is gone", "Uploaded lists are deleted after seven days.", "Upload the list once more.");

    public override RefusalText ImportFlawed { get; } = new(
        "Nothing was taken over", "At least one row is wrong, or somebody has changed something meanwhile.", "Open the list once more: it shows each row that is wrong.");

    public override RefusalText ImportTooLong(int mostRows) => new(
        "The list is too long", $"We take at most {mostRows} rows and 5 MB at once.", "Split the list.");

    public override string FileHint(int mostRows) => $"With a first row of names, separated by semicolon, comma or tab, at most {mostRows} rows";

    public override string TakenOver(int count) => count == 1 ? "One permit was taken over" : $"{count} permits were taken over";

    public override string Flawless(int rows) => rows == 1 ? "The row is right" : $"All {rows} rows are right";

    public override string Flawed(int wrong, int rows) => $"{wrong} of {rows} rows are wrong";

    public override string StatisticsLead(int days) => $"The last {days} days. The figures say nothing about single persons, and stay when the cases are deleted.";

    public override string FieldOf(ImportField field) => field switch
    {
        ImportField.PermitNumber => "Permit number",
        ImportField.Plates => "Number plate",
        ImportField.Zone => "Zone",
        ImportField.ValidFrom => "Valid from",
        ImportField.ValidUntil => "Valid until",
        ImportField.RegisterKey => "Key in the resident register",
        ImportField.GivenNames => "Given names",
        ImportField.FamilyName => "Family name",
        _ => "Birth date",
    };

    public override string DecisionOf(string part) => part switch
    {
        "Granted/system" => "granted by the program",
        "Granted/staff" => "granted by people",
        "Refused/system" => "refused by the program",
        _ => "refused by people",
    };

    public override string AnswerOf(string part) => part switch
    {
        "Valid" => "valid",
        "NotValid" => "not valid",
        _ => "unknown",
    };

    public override string Duration(long seconds) => seconds switch
    {
        < 120 => $"{seconds} seconds",
        < 7200 => $"{seconds / 60} minutes",
        < 172_800 => $"{seconds / 3600} hours",
        _ => $"{seconds / 86_400} days",
    };
}
