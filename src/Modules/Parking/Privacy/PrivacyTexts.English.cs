using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Privacy;

/// <summary>English.</summary>
internal sealed class EnglishPrivacyTexts : PrivacyTexts
{
    public override string MyData => "My data";
    public override string MyDataLead => "This is what the town keeps about your resident parking. You can take it with you as a file.";
    public override string NothingKept => "The town keeps nothing about you here.";
    public override string ToMyPermit => "Back to my permit";
    public override string Download => "Download as a file";
    public override string CorrectionTitle => "Is something wrong?";
    public override string CorrectionLead => "Name and address come from the resident register, vehicles from the vehicle register: you change them there yourself. We correct everything else.";
    public override string CorrectionWords => "What is wrong, and what is right?";
    public override string CorrectionSend => "Ask for correction";
    public override string WaitsForAnswer => "We answer within a month. The answer will stand here.";
    public override string OfficeTitle => "Data protection";
    public override string ToOffice => "Back to the permits";
    public override string OpenCorrections => "Corrections asked for";
    public override string NoCorrection => "Nobody waits for an answer.";
    public override string RegisterKey => "Key in the resident register";
    public override string Answer => "Answer to the person";
    public override string SendAnswer => "Save the answer";
    public override string CopyTitle => "Copy on paper";
    public override string CopyLead => "For people without a wallet: everything that is kept, as a file. First check who asks. Each copy is noted.";
    public override string PermitNumber => "Permit number";
    public override string CopyReason => "Occasion";
    public override string CopyReasonHint => "For example: letter of 3 March, identity card seen";
    public override string MakeCopy => "Download the copy";
    public override string RetentionTitle => "What is deleted when";
    public override string RetentionLead => "The program deletes by itself. The data centre sets the periods in the section Retention.";
    public override string Records => "What";
    public override string Purpose => "What for";
    public override string Period => "How long";

    public override RefusalText CorrectionNeedsWords { get; } = new(
        "The text is missing or too long", $"Write what is wrong in at most {Correction.LongestWords} characters.", "Go back and fill in the field.");

    public override RefusalText CorrectionNotFound { get; } = new(
        "There is no such correction", "It was answered and deleted since, or the address is wrong.", "Open the list once more.");

    public override RefusalText CopyNeedsReason { get; } = new(
        "The occasion is missing", "A copy needs an occasion of 3 to 200 characters.", "Go back and write who asked when.");

    public override RefusalText NobodyWithThatPermit { get; } = new(
        "There is no such permit number", "No permit of this town has this number.", "Check the number, for example GE-2026-000123.");

    public override RefusalText TooManyCorrections(int most) => new(
        "We are examining several corrections of yours already", $"{most} corrections wait for an answer.", "Wait for the answers. They stand on the page “My data”.");

    public override string DaysAfter(int days, string begins) => days == 1 ? $"a day after {begins}" : $"{days} days after {begins}";
}
