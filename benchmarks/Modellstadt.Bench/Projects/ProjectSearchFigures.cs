using System.Diagnostics;
using Modellstadt.Region.Similarity;

namespace Modellstadt.Bench.Projects;

/// <summary>Search and comparison among 100,000 made-up projects, in process, one after the other.</summary>
internal sealed class ProjectSearchFigures : IBenchmark
{
    private const int Projects = 100_000;
    private const int Queries = 1_000;
    private const int Drafts = 200;
    private const int Added = 200;

    public static string Name => "project-search";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var index = await Task.Run(() => ProjectIndex.Of(Enumerable.Range(0, Projects).Select(MadeUpProjects.Project)));
        yield return new Figure($"{Name}-index-fill", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
        yield return new Figure($"{Name}-index-memory", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB");

        foreach (var figure in Timed(Name, Queries, number => Find(index, number)))
            yield return figure;
        foreach (var figure in Timed($"{Name}-draft", Drafts, number => index.FindSimilar(MadeUpProjects.Draft(number), exceptTown: MadeUpProjects.Project(number).Town)))
            yield return figure;

        foreach (var figure in Timed($"{Name}-add", Added, number => index = index.With(MadeUpProjects.Project(Projects + number))))
            yield return figure;
    }

    private static void Find(ProjectIndex index, int number)
    {
        if (index.Search(MadeUpProjects.Query(number)).Count == 0)
            throw new InvalidOperationException($"Nothing found for {MadeUpProjects.Query(number)}.");
    }

    private static IEnumerable<Figure> Timed(string name, int times, Action<int> operation)
    {
        for (var number = 0; number < times / 5; number++)
            operation(number * 7);
        var durations = Enumerable.Range(0, times).Select(number =>
        {
            var start = Stopwatch.GetTimestamp();
            operation(number);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToList();
        return [new Figure($"{name}-p50", durations[times / 2], "ms"), new Figure($"{name}-p99", durations[times * 99 / 100], "ms")];
    }
}
