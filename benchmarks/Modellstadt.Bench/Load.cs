using System.Diagnostics;

namespace Modellstadt.Bench;

/// <summary>What a load run showed.</summary>
/// <param name="PerSecond">Completed operations a second.</param>
/// <param name="P50">Median duration, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
/// <param name="ServerTime">Processor time of the server per operation, milliseconds: hardly changes when others use the machine, too.</param>
/// <param name="ClientTime">Processor time of this process per operation, milliseconds: both share the machine.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99, double ServerTime, double ClientTime)
{
    /// <summary>What stands beside every throughput: how long the slowest took, and who used the processors.</summary>
    /// <param name="name">Name of the throughput.</param>
    public IEnumerable<Figure> Details(string name) =>
    [
        new Figure($"{name}-p99", P99, "ms"),
        new Figure($"{name}-server-time", ServerTime, "ms"),
        new Figure($"{name}-client-time", ClientTime, "ms"),
    ];
}

/// <summary>Workers that repeat an operation. An operation that fails ends the run: wrong answers are not fast answers.</summary>
internal static class Load
{
    /// <summary>Warms up for a fifth of the time, then measures.</summary>
    /// <param name="server">The process that does the work.</param>
    /// <param name="workers">How many operations are under way at once.</param>
    /// <param name="duration">How long to measure.</param>
    /// <param name="operation">One operation of one worker (its number is the argument).</param>
    public static async Task<LoadResult> RunAsync(Process server, int workers, TimeSpan duration, Func<int, Task> operation)
    {
        await RepeatAsync(workers, Until(duration / 5));
        return await MeasureAsync(server, () => RepeatAsync(workers, Until(duration)));

        Func<int, Task?> Until(TimeSpan length)
        {
            var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
            return worker => Stopwatch.GetTimestamp() < end ? operation(worker) : null;
        }
    }

    /// <summary>Works off items that can be used once: a tenth to warm up, then measures the others.</summary>
    public static async Task<LoadResult> DrainAsync<T>(Process server, int workers, IReadOnlyList<T> items, Func<int, T, Task> operation)
    {
        var next = 0;
        await RepeatAsync(workers, UpTo(items.Count / 10));
        return await MeasureAsync(server, () => RepeatAsync(workers, UpTo(items.Count)));

        Func<int, Task?> UpTo(int end) => worker =>
        {
            var taken = next;
            while (taken < end)
            {
                if (Interlocked.CompareExchange(ref next, taken + 1, taken) == taken)
                    return operation(worker, items[taken]);
                taken = next;
            }

            return null;
        };
    }

    /// <summary>
    /// Works off items at an even pace, whether the ones before have ended or not. Each duration counts from when the item was due, so that waiting for
    /// a slow server counts as well.
    /// </summary>
    /// <param name="server">The process that does the work.</param>
    /// <param name="perSecond">How many begin each second.</param>
    /// <param name="items">What is worked off.</param>
    /// <param name="operation">One operation (its number is the first argument).</param>
    public static Task<LoadResult> PaceAsync<T>(Process server, double perSecond, IReadOnlyList<T> items, Func<int, T, Task> operation) =>
        MeasureAsync(server, async () =>
        {
            var start = Stopwatch.GetTimestamp();
            return [.. await Task.WhenAll(items.Select(async (item, number) =>
            {
                var due = TimeSpan.FromSeconds(number / perSecond);
                await Task.Delay(TimeSpan.FromTicks(Math.Max(0, (due - Stopwatch.GetElapsedTime(start)).Ticks)));
                await operation(number, item);
                return (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
            }))];
        });

    /// <summary>How often a second all processors together can do something; half as long to warm up.</summary>
    public static double PerSecond(TimeSpan duration, Action operation)
    {
        Count(duration / 2, operation);
        return Count(duration, operation);
    }

    private static async Task<LoadResult> MeasureAsync(Process server, Func<Task<List<double>>> run)
    {
        using var client = Process.GetCurrentProcess();
        var (clientBefore, serverBefore) = (Used(client), Used(server));
        var clock = Stopwatch.StartNew();
        var durations = await run();
        var seconds = clock.Elapsed.TotalSeconds;
        var (byClient, byServer) = (Used(client) - clientBefore, Used(server) - serverBefore);
        durations.Sort();
        return new LoadResult(
            durations.Count / seconds, durations[durations.Count / 2], durations[durations.Count * 99 / 100],
            byServer.TotalMilliseconds / durations.Count, byClient.TotalMilliseconds / durations.Count);
    }

    private static double Count(TimeSpan duration, Action operation)
    {
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(() =>
        {
            var count = 0;
            for (; clock.Elapsed < duration; count++)
                operation();
            return count;
        }, TaskCreationOptions.LongRunning)).ToArray();
        return threads.Sum(thread => thread.Result) / clock.Elapsed.TotalSeconds;
    }

    private static TimeSpan Used(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Each worker starts its next operation when the one before has ended, until there is none.</summary>
    private static async Task<List<double>> RepeatAsync(int workers, Func<int, Task?> next)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            var durations = new List<double>(4096);
            for (var start = Stopwatch.GetTimestamp(); next(worker) is { } operation; start = Stopwatch.GetTimestamp())
            {
                await operation;
                durations.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return durations;
        })));
        return [.. results.SelectMany(durations => durations)];
    }
}
