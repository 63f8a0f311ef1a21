using Modellstadt.Region.Similarity;
using Modellstadt.Region.Tests.Similarity;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Projects;

/// <summary>
/// How well the duplicate warning finds the same thing in another town, on the labelled catalogue in <c>../shared</c>: each town left out in turn. The limit of
/// each figure is the baseline's, measured with the same code.
/// </summary>
internal sealed class DuplicateWarningFigures : IBenchmark
{
    public static string Name => "duplicate-warning";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        if (!SampleCatalogue.Present)
        {
            yield return new Figure($"{Name}-entries", 0, "entries") { Note = $"{SharedFiles.Absent}: {SampleCatalogue.Path}" };
            yield break;
        }

        var entries = SampleCatalogue.Read();
        var answers = await Task.Run(() => LeaveOneTownOut.Ask(entries, LeaveOneTownOut.Towns(entries)));
        foreach (var figure in Figures(Name, answers).Concat(OfHalf(entries, answers, 1, "second-half")).Concat(OfHalf(entries, answers, 0, "first-half")))
            yield return figure;
    }

    private static IEnumerable<Figure> OfHalf(IReadOnlyList<ProjectText> entries, IReadOnlyList<Answer> answers, int half, string name)
    {
        var towns = LeaveOneTownOut.Half(entries, half).ToHashSet();
        return Figures($"{Name}-{name}", [.. answers.Where(answer => towns.Contains(answer.Entry.Town))]);
    }

    private static IEnumerable<Figure> Figures(string name, IReadOnlyList<Answer> answers)
    {
        var (score, baseline, warnings) = (Score.Of(answers), Score.OfBaseline(answers), Score.OfWarnings(answers));
        yield return new Figure($"{name}-entries", score.Entries, "entries") { Note = $"with a partner in another town; {score.Pairs} true pairs" };
        yield return new Figure($"{name}-hit-at-1", score.HitAt1, "share", baseline.HitAt1);
        yield return new Figure($"{name}-hit-at-5", score.HitAt5, "share", baseline.HitAt5);
        yield return new Figure($"{name}-recall-at-precision-0.9", score.Recall, "share", baseline.Recall > 0 ? baseline.Recall : null) { Note = baseline.Recall > 0 ? "" : "the baseline never reaches it" };
        yield return new Figure($"{name}-warned-rightly", warnings.Precision, "share") { Note = "of the warnings at the shipped threshold" };
        yield return new Figure($"{name}-warned", warnings.Recall, "share") { Note = "of the entries with a partner, rightly" };
    }
}
