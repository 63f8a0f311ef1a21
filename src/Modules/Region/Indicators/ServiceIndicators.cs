using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Indicators;

/// <summary>How an online service does. What rests on too few cases is null: people could be told apart, and the figure would say little.</summary>
/// <param name="Id">The service, the same in every town.</param>
/// <param name="Name">As its town calls it.</param>
/// <param name="Applications">How many came in.</param>
/// <param name="Decisions">How many were decided.</param>
/// <param name="MedianSeconds">From application to decision: half of the cases took at most as long.</param>
/// <param name="NinetiethSeconds">From application to decision: nine of ten cases took at most as long.</param>
/// <param name="WithoutPaperPercent">Of a hundred decisions, how many needed neither letter nor counter; rounded down.</param>
/// <param name="Answers">How many said how it was.</param>
/// <param name="SatisfactionTenths">Their mean in tenths of a step: 10 is very bad, 50 very good.</param>
/// <param name="AnsweredPercent">Of a hundred decisions, after how many somebody answered; rounded down, at most 100.</param>
internal sealed record ServiceIndicators(
    string Id, LocalizedText Name, int? Applications, int? Decisions, long? MedianSeconds, long? NinetiethSeconds, int? WithoutPaperPercent, int? Answers, int? SatisfactionTenths, int? AnsweredPercent)
{
    /// <summary>Fewest cases of which anything but their absence is said.</summary>
    public const int FewestCases = 5;

    /// <summary>Fewest cases for the ninetieth percentile: of fewer it would be the longest case itself.</summary>
    public const int FewestForNinetieth = 10;

    /// <summary>Computes them.</summary>
    /// <param name="id">The service.</param>
    /// <param name="name">As people call it.</param>
    /// <param name="cases">What came in and was decided in the period.</param>
    /// <param name="answers">How many chose which step, from the worst (1) to the best (5), in the period.</param>
    public static ServiceIndicators Of(string id, LocalizedText name, ServiceCases cases, IReadOnlyDictionary<int, int> answers)
    {
        var seconds = cases.Decided.Select(decided => decided.Seconds).Order().ToArray();
        var (decisions, answered) = (Said(seconds.Length), Said(answers.Values.Sum()));
        return new(
            id,
            name,
            Said(cases.Applications),
            decisions,
            decisions > 0 ? Percentile(seconds, 50) : null,
            seconds.Length >= FewestForNinetieth ? Percentile(seconds, 90) : null,
            decisions > 0 ? cases.Decided.Count(decided => !decided.OnPaper) * 100 / decisions : null,
            answered,
            answered > 0 ? (int)Math.Round(answers.Sum(answer => 10m * answer.Key * answer.Value) / answered.Value, MidpointRounding.AwayFromZero) : null,
            answered > 0 && decisions > 0 ? Math.Min(100, answered.Value * 100 / decisions.Value) : null);
    }

    /// <summary>The smallest of the values that at least so many percent do not exceed (nearest rank).</summary>
    /// <param name="sorted">At least one value, the smallest first.</param>
    /// <param name="percent">1 to 100.</param>
    public static long Percentile(IReadOnlyList<long> sorted, int percent) => sorted[(sorted.Count * percent + 99) / 100 - 1];

    /// <summary>A count as it may be said: nobody is nobody, a few are not told.</summary>
    private static int? Said(int count) => count is 0 or >= FewestCases ? count : null;
}
