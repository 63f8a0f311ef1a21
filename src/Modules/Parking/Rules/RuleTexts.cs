using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Rules;

/// <summary>What clerks read about the town's rules.</summary>
internal abstract class RuleTexts : ITexts<RuleTexts>
{
    private static readonly RuleTexts German = new GermanRuleTexts();
    private static readonly RuleTexts English = new EnglishRuleTexts();

    public static RuleTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText RuleBookNeedsReason { get; }
    public abstract RefusalText RuleBookNeedsSecondPerson { get; }
    public abstract RefusalText RuleBookNotFound(int number);
    public abstract RefusalText RuleBookTooLarge(int mebibytes);
    public abstract RefusalText RuleBookUnreadable(string place, long line);
    public abstract RefusalText RuleBookOfAnotherTown(string given, string ours);
    public abstract RefusalText RuleBookContradicts(string what);
    public abstract RefusalText RuleBookInForce(int number);
    public abstract RefusalText RuleBookChanged(int number);
    public abstract RefusalText RuleBookDayUnusable(DateOnly first, DateOnly last);
    public abstract RefusalText RuleBookDayTaken(DateOnly day);
}
