using System.Diagnostics;
using Modellstadt.Bench.Presentations;

namespace Modellstadt.Bench.Soaking;

/// <summary>
/// A million presentations over HTTP, asked, answered and checked, while the server's memory is watched: what it holds after a tenth (everything is warm) and at the
/// end. It grows when something is never let go.
/// </summary>
internal sealed class SoakFigures : IBenchmark
{
    private const int Operations = 1_000_000;
    private const int Workers = 16;
    private const double Mebibyte = 1024 * 1024;

    public static string Name => "soak";

    public static bool OnlyWhenAsked => true;

    public static IReadOnlyDictionary<string, string?> Settings => PresentationFigures.Settings;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        using var management = scene.Town.ManagementClient();
        var holder = new LeanHolder(management, await PresentationFigures.FetchCopyAsync(scene, management), scene);
        var (done, warm, most, clock) = (0, 0.0, 0.0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref done) is var number && number <= Operations)
            {
                await holder.PostAsync(await holder.PrepareAsync());
                if (number == Operations / 10)
                    warm = Memory(scene);
                if (number % 1_000 == 0)
                    most = Math.Max(most, Memory(scene));
            }
        })));

        yield return new Figure("soak-operations", Operations, "presentations");
        yield return new Figure("soak-memory-after-a-tenth", warm, "MiB");
        yield return new Figure("soak-memory-at-the-end", Memory(scene), "MiB");
        yield return new Figure("soak-memory-most", most, "MiB");
        yield return new Figure("soak-throughput", Operations / clock.Elapsed.TotalSeconds, "1/s");
    }

    private static double Memory(Scene scene)
    {
        scene.Town.Process.Refresh();
        return scene.Town.Process.WorkingSet64 / Mebibyte;
    }
}
