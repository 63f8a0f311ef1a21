using System.Globalization;
using System.Runtime.InteropServices;
using Modellstadt.Bench;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

var benchmarks = new (string Name, Func<RunningTown, IAsyncEnumerable<Figure>> Measure)[]
{
    (IssuanceFigures.Name, IssuanceFigures.MeasureAsync),
    (PresentationFigures.Name, PresentationFigures.MeasureAsync),
    (PlateCheckFigures.Name, PlateCheckFigures.MeasureAsync),
    (StatusListFigures.Name, StatusListFigures.MeasureAsync),
    (WalletStartFigures.Name, WalletStartFigures.MeasureAsync),
};

var kind = args.Contains("--postgres") ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
var asked = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
if (asked.Except(benchmarks.Select(benchmark => benchmark.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark {unknown}. Names: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}");
    return 2;
}

#pragma warning disable RS0030 // The composition root of the benchmarks: a date in the heading.
Console.WriteLine($"# {Hardware()}\t{TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}\t{kind}\t{RuntimeInformation.FrameworkDescription}");
#pragma warning restore RS0030
await using var database = await TestDatabase.CreateAsync(kind);
foreach (var (name, measure) in benchmarks.Where(benchmark => asked.Length == 0 || asked.Contains(benchmark.Name)))
{
    await using var town = await RunningTown.StartAsync(kind is DatabaseKind.PostgreSql ? database.Settings.Where(setting => setting.Key != "Storage:DataDirectory").ToDictionary() : null);
    await foreach (var figure in measure(town))
        Console.WriteLine(figure);
}

return 0;

static string Hardware()
{
    var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    var gibibytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
    return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {processor}, {gibibytes:0} GiB");
}
