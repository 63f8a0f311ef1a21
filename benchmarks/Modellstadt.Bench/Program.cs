using System.Globalization;
using System.Runtime.InteropServices;
using Modellstadt.Bench;
using Modellstadt.Bench.DemoDecisions;
using Modellstadt.Bench.FeedCrowds;
using Modellstadt.Bench.FeedPolls;
using Modellstadt.Bench.Issuance;
using Modellstadt.Bench.Journeys;
using Modellstadt.Bench.Kills;
using Modellstadt.Bench.Lighthouse;
using Modellstadt.Bench.OfflinePresentations;
using Modellstadt.Bench.OfflineSets;
using Modellstadt.Bench.PlateChecks;
using Modellstadt.Bench.Presentations;
using Modellstadt.Bench.Projects;
using Modellstadt.Bench.Renewals;
using Modellstadt.Bench.Showrooms;
using Modellstadt.Bench.Soaking;
using Modellstadt.Bench.StatusLists;
using Modellstadt.Bench.WalletStarts;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

Benchmark[] benchmarks =
[
    Benchmark.Of<IssuanceFigures>(),
    Benchmark.Of<HaipIssuanceFigures>(),
    Benchmark.Of<DpopIssuanceFigures>(),
    Benchmark.Of<BatchIssuanceFigures>(),
    Benchmark.Of<PresentationFigures>(),
    Benchmark.Of<PlateCheckFigures>(),
    Benchmark.Of<PlateCheckCoreFigures>(),
    Benchmark.Of<OfflineSetFigures>(),
    Benchmark.Of<OfflinePresentationFigures>(),
    Benchmark.Of<StatusListFigures>(),
    Benchmark.Of<WalletStartFigures>(),
    Benchmark.Of<DemoDecisionFigures>(),
    Benchmark.Of<ShowroomFigures>(),
    Benchmark.Of<FeedPollFigures>(),
    Benchmark.Of<FeedCrowdFigures>(),
    Benchmark.Of<ProjectSearchFigures>(),
    Benchmark.Of<DuplicateWarningFigures>(),
    Benchmark.Of<LighthouseFigures>(),
    Benchmark.Of<RenewalFigures>(),
    Benchmark.Of<JourneyFigures>(),
    Benchmark.Of<KillFigures>(),
    Benchmark.Of<SoakFigures>(),
];

var kind = args.Contains("--postgres") ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
#pragma warning disable RS0030 // The composition root of the benchmarks.
var (time, random) = (TimeProvider.System, RandomSource.System);
#pragma warning restore RS0030
if (args is [FeedCrowd.Word, var towns])
{
    await FeedCrowd.ServeAsync(int.Parse(towns, CultureInfo.InvariantCulture), time.GetUtcNow());
    return 0;
}

string[] asked = [.. args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)), .. args.Where(argument => argument == "--soak").Select(_ => SoakFigures.Name)];
if (asked.Except(benchmarks.Select(benchmark => benchmark.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark {unknown}. Names: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}");
    return 2;
}

string[] heading = [Hardware(), time.GetLocalNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), $"{kind}", RuntimeInformation.FrameworkDescription];
Console.WriteLine($"# {string.Join('\t', heading)}");
foreach (var benchmark in benchmarks.Where(benchmark => asked.Length == 0 ? !benchmark.OnlyWhenAsked : asked.Contains(benchmark.Name)))
{
    await using var database = await TestDatabase.CreateAsync(kind);
    await using var town = await RunningTown.StartAsync(SettingsOf(benchmark.SettingsFor(time, random), database));
    var figures = new List<Figure>();
    await foreach (var figure in benchmark.MeasureAsync(new Scene(town, database, time, random)))
    {
        Console.WriteLine(figure);
        figures.Add(figure);
    }

    if (args.Contains("--record"))
        await ResultsFile.RecordAsync(benchmark.Name, $"{kind}", string.Join(", ", heading), $"./bench {benchmark.Name}{(kind is DatabaseKind.PostgreSql ? " --postgres" : "")}", figures);
}

return 0;

// The folder for keys (and SQLite's files) is the town's own.
static Dictionary<string, string?> SettingsOf(IEnumerable<KeyValuePair<string, string?>> settings, TestDatabase database) =>
    database.Settings.Where(setting => setting.Key != "Storage:DataDirectory").Concat(settings).ToDictionary();

static string Hardware()
{
    var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    var gibibytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
    return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {processor}, {gibibytes:0} GiB");
}
