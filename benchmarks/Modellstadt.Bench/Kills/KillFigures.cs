using System.Diagnostics;
using Modellstadt.Testing.Faults;

namespace Modellstadt.Bench.Kills;

/// <summary>200 random <c>kill -9</c> under load, and the audit afterwards: what was acknowledged and is lost, what is there twice.</summary>
internal sealed class KillFigures : IBenchmark
{
    private const int Kills = 200;

    public static string Name => "kills";

    public static bool OnlyWhenAsked => true;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var clock = Stopwatch.StartNew();
        var report = await new KillRun(scene.Database, scene.Time, scene.Random).RunAsync(Kills);
        foreach (var finding in report.Findings)
            Console.Error.WriteLine(finding);
        yield return new Figure("kills", report.Kills, "kills");
        yield return new Figure("kills-findings", report.Findings.Count, "lost or twice");
        yield return new Figure("kills-acknowledged", report.Acknowledged, "steps");
        yield return new Figure("kills-journeys", report.Journeys, "journeys");
        yield return new Figure("kills-permits", report.Permits, "permits");
        yield return new Figure("kills-revocations", report.Revocations, "revocations");
        yield return new Figure("kills-started-again", report.StartedAgain, "times");
        yield return new Figure("kills-time", clock.Elapsed.TotalSeconds, "s");
    }
}
