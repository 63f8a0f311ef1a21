using System.Diagnostics;

namespace Modellstadt.Fuzz;

/// <summary>What a run brought.</summary>
/// <param name="Runs">Inputs tried.</param>
/// <param name="Corpus">Inputs that took a new branch.</param>
/// <param name="Branches">Branches taken.</param>
/// <param name="Slowest">The longest time of one input, milliseconds.</param>
internal sealed record FuzzResult(long Runs, int Corpus, int Branches, double Slowest);

/// <summary>
/// Tries inputs as long as there is time: changed copies of those that took a new branch before. What throws or hangs is written to
/// a file and ends the run.
/// </summary>
internal sealed class FuzzLoop(Target target, Coverage coverage, int seed, string findings)
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(10);

    private readonly List<byte[]> corpus = [];
    private readonly Random random = new(seed);

    // For the watcher: what is running now, since when.
    private byte[] running = [];
    private long since;

    /// <summary>The result, or null when something was found.</summary>
    public FuzzResult? Run(TimeSpan time)
    {
        new Thread(Watch) { IsBackground = true }.Start();
        var mutator = new Mutator([.. target.Words.Select(System.Text.Encoding.UTF8.GetBytes)], random);
        var (clock, runs, slowest) = (Stopwatch.StartNew(), 0L, 0.0);
        var seeds = new Queue<byte[]>([[], .. target.Seeds()]);
        while (clock.Elapsed < time)
        {
            var input = seeds.TryDequeue(out var first) ? first : mutator.Change(Pick(), Pick());
            if (Try(input) is not { } took)
                return null;
            (runs, slowest) = (runs + 1, Math.Max(slowest, took.TotalMilliseconds));
            if (coverage.IsNew())
                corpus.Add(input);
        }

        return new FuzzResult(runs, corpus.Count, coverage.Branches, slowest);
    }

    /// <summary>Half of the time one of the latest.</summary>
    private byte[] Pick()
    {
        if (corpus.Count == 0)
            return [];
        return random.Next(2) == 0 ? corpus[random.Next(corpus.Count)] : corpus[^(1 + random.Next(Math.Min(corpus.Count, 32)))];
    }

    /// <summary>How long the input took; null when it is a finding. On a busy machine an input that seems to hang gets two more chances.</summary>
    private TimeSpan? Try(byte[] input)
    {
        var took = TimeSpan.Zero;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            coverage.Reset();
            running = input;
            var start = Stopwatch.GetTimestamp();
            Volatile.Write(ref since, start);
            try
            {
                target.Run(input);
            }
            catch (Exception failure) when (failure is not ThreadInterruptedException)
            {
                // A door: whatever a parser throws is what we are looking for.
                Report(input, failure.ToString());
                return null;
            }

            took = Stopwatch.GetElapsedTime(start);
            if (took < Hang)
                return took;
        }

        Report(input, $"hangs: {took}");
        return null;
    }

    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(Hang);
            if (Volatile.Read(ref since) is var start and not 0 && Stopwatch.GetElapsedTime(start) > Forever && Volatile.Read(ref since) == start)
            {
                Report(running, "hangs for ever");
                Environment.Exit(2);
            }
        }
    }

    private void Report(byte[] input, string what)
    {
        Directory.CreateDirectory(findings);
        var path = Path.Combine(findings, $"{target.Name}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..12]}");
        File.WriteAllBytes(path, input);
        File.WriteAllText(path + ".txt", what);
        Console.Error.WriteLine($"{target.Name}: {what.Split('\n')[0]} ({path})");
    }
}
