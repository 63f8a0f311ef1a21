using System.Diagnostics;
using System.Globalization;
using Modellstadt.Fuzz;

// Modellstadt.Fuzz [--minutes N] [--seed N] [TARGET…]: instruments a copy of the protocol libraries and fuzzes each target in a process
// of its own with 256 MiB of heap, two at a time. Ends with 1 when anything was found.
const int HeapLimit = 256 * 1024 * 1024;
var folder = Path.Combine(Path.GetTempPath(), "modellstadt-fuzz");

if (args is ["run", var name, var time, var number])
    return RunOne(name, double.Parse(time, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture));

var (minutes, seed) = (Option("--minutes", "10"), Option("--seed", "1"));
var wanted = args.Where((argument, index) => !argument.StartsWith("--", StringComparison.Ordinal) && (index == 0 || !args[index - 1].StartsWith("--", StringComparison.Ordinal))).ToHashSet();
var program = Instrumentation.Copy(AppContext.BaseDirectory, folder);
Console.WriteLine("| target | minutes | inputs | kept | branches | slowest input, ms | peak memory, MiB | findings |\n|---|---|---|---|---|---|---|---|");
var failed = 0;
Parallel.ForEach(Targets.All.Where(target => wanted.Count == 0 || wanted.Contains(target.Name)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, target =>
{
    var start = new ProcessStartInfo("dotnet", [program, "run", target.Name, minutes, seed]);
    start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit.ToString("x", CultureInfo.InvariantCulture);
    using var process = Process.Start(start)!;
    process.WaitForExit();
    if (process.ExitCode != 0)
        Interlocked.Increment(ref failed);
});
return failed == 0 ? 0 : 1;

string Option(string option, string otherwise) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

int RunOne(string name, double minutes, int seed)
{
    // Before any instrumented code runs: it writes into the map.
    var coverage = new Coverage();
    var target = Targets.All.Single(candidate => candidate.Name == name);
    var result = new FuzzLoop(target, coverage, seed, Path.Combine(folder, "findings")).Run(TimeSpan.FromMinutes(minutes));
    using var process = Process.GetCurrentProcess();
    var peak = process.PeakWorkingSet64 / 1024.0 / 1024.0;
    Console.WriteLine(result is null
        ? string.Create(CultureInfo.InvariantCulture, $"| {name} | {minutes} | | | | | {peak:f0} | **see {folder}/findings** |")
        : string.Create(CultureInfo.InvariantCulture, $"| {name} | {minutes} | {result.Runs:#,0} | {result.Corpus:#,0} | {result.Branches:#,0} | {result.Slowest:f1} | {peak:f0} | {(peak > 256 ? "**too much memory**" : "none")} |"));
    return result is null || peak > 256 ? 1 : 0;
}
