using System.Diagnostics;

namespace Modellstadt.Bench;

/// <summary>What a load run showed.</summary>
/// <param name="PerSecond">Completed operations a second.</param>
/// <param name="P50">Median duration, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99);

/// <summary>Workers that repeat an operation until the time is over. An operation that fails ends the run: wrong answers are not fast answers.</summary>
internal static class Load
{
    /// <summary>Warms up for a fifth of the time, then measures.</summary>
    /// <param name="workers">How many operations are under way at once.</param>
    /// <param name="duration">How long to measure.</param>
    /// <param name="operation">One operation of one worker (its number is the argument).</param>
    public static async Task<LoadResult> RunAsync(int workers, TimeSpan duration, Func<int, Task> operation)
    {
        await RepeatAsync(workers, duration / 5, operation);
        var clock = Stopwatch.StartNew();
        var durations = await RepeatAsync(workers, duration, operation);
        var seconds = clock.Elapsed.TotalSeconds;
        durations.Sort();
        return new LoadResult(durations.Count / seconds, durations[durations.Count / 2], durations[durations.Count * 99 / 100]);
    }

    /// <summary>Repeats a synchronous operation on one thread and tells how often a second.</summary>
    public static double PerSecond(TimeSpan duration, Action operation)
    {
        operation();
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < duration; count++)
            operation();
        return count / clock.Elapsed.TotalSeconds;
    }

    private static async Task<List<double>> RepeatAsync(int workers, TimeSpan duration, Func<int, Task> operation)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var results = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            var durations = new List<double>(4096);
            for (var start = Stopwatch.GetTimestamp(); start < end; start = Stopwatch.GetTimestamp())
            {
                await operation(worker);
                durations.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return durations;
        })));
        return [.. results.SelectMany(durations => durations)];
    }
}
