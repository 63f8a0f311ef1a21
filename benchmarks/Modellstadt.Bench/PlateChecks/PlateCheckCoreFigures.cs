using System.Diagnostics;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Inspections.Places;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Testing;

namespace Modellstadt.Bench.PlateChecks;

/// <summary>
/// The check itself, in process: reading what was typed, finding the rights among those of a million permits, deciding for the place and the moment. Beside it what the
/// index of a million permits costs in memory and in time.
/// </summary>
internal sealed class PlateCheckCoreFigures : IBenchmark
{
    private const int Permits = 1_000_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static string Name => "plate-check-core";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var facts = new FactFiles(ProductFiles.PathOf("data")).Of("05513000", withOverlay: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var index = Filled();
        yield return new Figure("plate-index-fill", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
        yield return new Figure("plate-index-memory", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB");

        var counts = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(worker => Task.Run(() => Check(index, facts, worker, scene.Time))));
        yield return new Figure("plate-check-core", counts.Sum() / Duration.TotalSeconds, "1/s");
    }

    private static PlateIndex Filled()
    {
        var index = new PlateIndex();
        for (var number = 0; number < Permits; number++)
        {
            var id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
            index.Put(new IndexedPermit(id, SeededPermits.PlateOf(number), "P", "Altstadt", new DateOnly(2026, 1, 1), new DateOnly(2099, 12, 31), PermitState.Active));
        }

        return index;
    }

    private static long Check(PlateIndex index, ParkingFacts facts, int worker, TimeProvider time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(Duration.TotalSeconds * Stopwatch.Frequency);
        var place = ParkingPlace.Find(facts, "P|")!;
        long checks = 0;
        for (var number = worker * 7919; Stopwatch.GetTimestamp() < end; number = (number + 7919) % (2 * Permits))
        {
            var plate = LicensePlate.Readings(SeededPermits.PlateOf(number), facts.PlateDistricts)[0];
            var inspection = InspectionRules.Decide(plate.ToString(), index.OfPlate(plate.Key), place, facts, time.GetUtcNow());
            if (inspection.State != (number < Permits ? InspectionState.Valid : InspectionState.Unknown))
                throw new InvalidOperationException($"{plate}: {inspection.State}");
            checks++;
        }

        return checks;
    }
}
