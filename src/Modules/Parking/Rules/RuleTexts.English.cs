using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Rules;

/// <summary>The words in English.</summary>
internal sealed class EnglishRuleTexts : RuleTexts
{
    public override RefusalText RuleBookNeedsReason { get; } = new(
        "The reason is missing or too long", "A new version needs a reason of 3 to 500 characters.", "Write in one sentence why the rules change.");

    public override RefusalText RuleBookNeedsSecondPerson { get; } = new(
        "This needs a second person", "Whoever wrote a version does not put it in force.", "Ask a colleague to check it and to put it in force.");

    public override RefusalText RuleBookNotFound(int number) => new(
        "There is no such version", $"No version {number} of the rules is stored.", "Choose a version from the list.");

    public override RefusalText RuleBookTooLarge(int mebibytes) => new(
        "The file is too large", $"A rule book has at most {mebibytes} MiB.", "Simplify the areas of the zones, they make up most of it.");

    public override RefusalText RuleBookUnreadable(string place, long line) => new(
        "The file is no rule book", $"Line {line}, at {place}, holds something that does not belong there.", "Compare it with a rule book that you downloaded; data/README.md describes each field.");

    public override RefusalText RuleBookOfAnotherTown(string given, string ours) => new(
        "The rule book belongs to another town", $"It bears the municipality key {given}, this town has {ours}.", "Choose the file of this town.");

    public override RefusalText RuleBookContradicts(string what) => new(
        "The rule book contradicts itself", $"Reading it showed: {what.TrimEnd('.')}.", "Mend it and check the draft again.");

    public override RefusalText RuleBookInForce(int number) => new(
        "This version changes no more", $"Version {number} has been put in force.", "Begin a new version from it.");

    public override RefusalText RuleBookChanged(int number) => new(
        "The draft was changed meanwhile", $"Version {number} is no longer what you had before you.", "Load the page again and look at the draft once more.");

    public override RefusalText RuleBookDayUnusable(DateOnly first, DateOnly last) => new(
        "That day cannot be used", $"Rules hold from {Day(first)} at the earliest, and at most five years ahead, until {Day(last)}.", "Choose another day.");

    public override RefusalText RuleBookDayTaken(DateOnly day) => new(
        "Another version begins on that day", $"From {Day(day)} another version holds already.", "Choose another day.");

    private static string Day(DateOnly day) => day.ToString("d", Language.English.Culture());
}
