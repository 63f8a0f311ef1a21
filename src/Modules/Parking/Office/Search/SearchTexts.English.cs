using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Office.Search;

/// <summary>The words in English.</summary>
internal sealed class EnglishSearchTexts : SearchTexts
{
    public override string AnyState => "any state";
    public override string AnyZone => "any zone";
    public override string LastDayFrom => "Last day from";
    public override string LastDayUntil => "Last day until";
    public override string Clear => "Clear the search";
    public override string NothingFound => "Nothing found";
    public override string NothingFoundHint => "Check the spelling, or clear the search.";
    public override string ByPerson => "Search for a person";
    public override string Title => "Search the permit of a person";
    public override string Lead => "Permits bear no names. The person is looked for in the resident register or, with the address, in the fee notices.";
    public override string Kept => "Each search is written down: who searched, when and why. The name searched for is not stored.";
    public override string GivenNames => "Given names";
    public override string FamilyName => "Family name";
    public override string OneOfBoth => "One of the two is enough; a date of birth goes first.";
    public override string BirthDate => "Date of birth";
    public override string Address => "Street and house number";
    public override string AddressHint => "As in the last fee notice.";
    public override string Purpose => "Purpose of the search";
    public override string PurposeHint => "Stands in the log, without the person's name. For example: call about a new plate.";
    public override string Go => "Search for the person";
    public override string Results => "Results";
    public override string Nobody => "Nothing found";
    public override string NobodyHint => "No permit and no application that can be shown is kept here under these particulars. Check the spelling, or search by plate or permit number.";

    public override string BornOn(string day) => $"born on {day}";

    public override RefusalText Incomplete { get; } = new(
        "Something is missing", "The search needs given names, family name, the purpose, and the date of birth or street with house number.", "Add what is missing; what you entered is still there.");

    public override RefusalText TooManyQuestions(int most) => new(
        "Too many searches", $"Each clerk can search for persons {most} times an hour.", "Go on later, or search by plate or permit number.");

    public override RefusalText TooManyFit(int most) => new(
        "Too many persons fit", $"More than {most} persons fit these particulars. None is shown then.", "Enter all given names, or search with the date of birth.");

    public override RefusalText RegisterSilent { get; } = new(
        "The resident register does not answer", "Without the resident register no person is shown.", "Try again in some minutes, or search by plate or permit number.");
}
