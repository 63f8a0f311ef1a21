using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Office.Search;

/// <summary>What clerks read when they look for permits.</summary>
internal abstract class SearchTexts : ITexts<SearchTexts>
{
    private static readonly SearchTexts German = new GermanSearchTexts();
    private static readonly SearchTexts English = new EnglishSearchTexts();

    public static SearchTexts For(Language language) => language is Language.German ? German : English;

    public abstract string AnyState { get; }
    public abstract string AnyZone { get; }
    public abstract string LastDayFrom { get; }
    public abstract string LastDayUntil { get; }
    public abstract string Clear { get; }
    public abstract string NothingFound { get; }
    public abstract string NothingFoundHint { get; }
    public abstract string ByPerson { get; }
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string Kept { get; }
    public abstract string GivenNames { get; }
    public abstract string FamilyName { get; }
    public abstract string OneOfBoth { get; }
    public abstract string BirthDate { get; }
    public abstract string Address { get; }
    public abstract string AddressHint { get; }
    public abstract string Purpose { get; }
    public abstract string PurposeHint { get; }
    public abstract string Go { get; }
    public abstract string Results { get; }
    public abstract string Nobody { get; }
    public abstract string NobodyHint { get; }
    public abstract string BornOn(string day);
    public abstract RefusalText Incomplete { get; }
    public abstract RefusalText TooManyQuestions(int most);
    public abstract RefusalText TooManyFit(int most);
    public abstract RefusalText RegisterSilent { get; }
}
