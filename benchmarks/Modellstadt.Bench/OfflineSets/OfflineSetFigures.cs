using System.Diagnostics;
using System.Globalization;
using Modellstadt.Parking.Inspections.OfflineSets;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Bench.OfflineSets;

/// <summary>
/// What a warden takes along without a network, in process, 100,000 permits: how long it takes to build, how large it is, how often it is
/// wrong, and what a thief gets out of it who tries every plate of a district, with the key and without it.
/// </summary>
internal sealed class OfflineSetFigures : IBenchmark
{
    private const int Permits = 100_000;
    private const int ForeignQuestions = 20_000_000;
    private const int Builds = 5;

    private static readonly DateOnly Day = new(2026, 11, 24);

    public static string Name => "offline-set";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        using var signingKey = SoftwareSigningKey.Create(scene.Random.Fill);
        var key = scene.Random.NewBytes(OfflineSet.KeyBytes);
        var now = scene.Time.GetUtcNow();
        var header = new OfflineSetHeader(scene.Random.NewId(), ["P"], now, now.AddHours(8));
        OfflineRight[] rights = [.. DistrictPlates("GE").Chunk(71).Take(Permits).Select(chunk => new OfflineRight(Day, "P", chunk[0]))];

        var (fastest, size) = (double.MaxValue, 0);
        for (var build = 0; build < Builds; build++)
        {
            var started = Stopwatch.GetTimestamp();
            size = OfflineSet.Build(key, header, rights, signingKey).Length;
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        yield return new Figure("offline-set-build", fastest, "s");
        yield return new Figure("offline-set-size", size / 1e6, "MB");

        var table = OfflineTable.Build(key, rights);
        var wrong = await CountAsync(table, key, Enumerable.Range(0, ForeignQuestions).Select(number => string.Create(CultureInfo.InvariantCulture, $"?-{number}")));
        yield return new Figure("offline-set-false-positives", (double)wrong.Found / wrong.Tried, "share", rights.Length / Math.Pow(2, 8 * OfflineRight.DigestBytes));
        yield return new Figure("offline-set-checks", wrong.PerSecond, "1/s");

        var withKey = await CountAsync(table, key, DistrictPlates("GE"));
        yield return new Figure("offline-set-plates-of-a-district", withKey.Tried, "plates");
        yield return new Figure("offline-set-guessing-with-the-key", withKey.Seconds, "s");
        yield return new Figure("offline-set-guessed-with-the-key", withKey.Found, "plates", Permits);

        var withoutKey = await CountAsync(table, scene.Random.NewBytes(OfflineSet.KeyBytes), DistrictPlates("GE"));
        yield return new Figure("offline-set-guessed-with-another-key", withoutKey.Found, "plates");
    }

    /// <summary>Asks about each plate, on all cores.</summary>
    private static async Task<Guessing> CountAsync(OfflineTable table, byte[] key, IEnumerable<string> plates)
    {
        var (found, tried) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        await Task.Run(() => Parallel.ForEach(plates.Chunk(10_000), chunk =>
        {
            Interlocked.Add(ref found, chunk.Count(plate => table.Contains(key, new OfflineRight(Day, "P", plate))));
            Interlocked.Add(ref tried, chunk.Length);
        }));
        return new Guessing(found, tried, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Every plate that a district of two letters can have: one or two letters, one to four digits, E or H where eight characters leave room (FZV § 9).</summary>
    private static IEnumerable<string> DistrictPlates(string district) =>
        from number in Enumerable.Range(1, 9999)
        from letters in Enumerable.Range(0, 27 * 26).Select(pair => pair < 26 ? $"{(char)('A' + pair)}" : $"{(char)('A' + (pair / 26) - 1)}{(char)('A' + (pair % 26))}")
        from suffix in new[] { "", "E", "H" }
        let plate = string.Create(CultureInfo.InvariantCulture, $"{district}-{letters}{number}{suffix}")
        where plate.Length <= 9
        select plate;

    private sealed record Guessing(int Found, int Tried, double Seconds)
    {
        public double PerSecond => Tried / Seconds;
    }
}
