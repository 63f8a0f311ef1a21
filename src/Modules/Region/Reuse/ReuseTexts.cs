using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Reuse;

/// <summary>What is said about taking results over from other towns.</summary>
internal abstract class ReuseTexts : ITexts<ReuseTexts>
{
    private static readonly ReuseTexts German = new GermanReuseTexts();
    private static readonly ReuseTexts English = new EnglishReuseTexts();

    public abstract RefusalText NotYourReuse { get; }
    public abstract RefusalText OwnProject { get; }
    public abstract RefusalText ProjectWasWithdrawn { get; }
    public abstract RefusalText StepNotPossible { get; }
    public abstract RefusalText SinceNotPossible { get; }
    public abstract RefusalText LeavingNeedsReason { get; }
    public abstract RefusalText FiguresAreTheTakers { get; }
    public abstract RefusalText FigureNeedsMethod { get; }
    public abstract RefusalText RecordUnusable { get; }
    public abstract RefusalText ReuseMovedMeanwhile { get; }
    public abstract RefusalText NothingToConfirm { get; }

    /// <summary>The texts in a language.</summary>
    public static ReuseTexts For(Language language) => language is Language.English ? English : German;
}
