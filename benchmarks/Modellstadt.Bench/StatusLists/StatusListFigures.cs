using System.Diagnostics;
using System.IO.Compression;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Testing;

namespace Modellstadt.Bench.StatusLists;

/// <summary>
/// A status list of 2^20 entries, 1 % of them revoked at random places: the time to build it from their
/// positions, to compress and to sign it. Limit: the raw zlib stream over the same bytes, nothing else.
/// </summary>
internal sealed class StatusListFigures : IBenchmark
{
    private const int Entries = 1 << 20;

    public static string Name => "status-list";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        await Task.CompletedTask;
        var random = new SeededRandomness(1);
        int[] revoked = [.. Enumerable.Range(0, Entries / 100).Select(_ => random.NextInt(Entries))];
        using var key = SoftwareSigningKey.Create(scene.Random.Fill);

        var raw = Build(revoked).Bytes.ToArray();
        yield return new Figure("status-list", Milliseconds(() => Sign(Build(revoked), key)), "ms", Milliseconds(() => Deflate(raw)));
        yield return new Figure("status-list-size", Sign(Build(revoked), key).Length / 1024.0, "KiB");
    }

    private static StatusList Build(int[] revoked)
    {
        var list = new StatusList(bits: 1, Entries);
        foreach (var position in revoked)
            list[position] = StatusValues.Invalid;
        return list;
    }

    private static string Sign(StatusList list, SigningKey key) =>
        new StatusListToken("https://town.example/status-lists/1", list, DateTimeOffset.UnixEpoch.AddYears(56)).Sign(key);

    private static void Deflate(byte[] bytes)
    {
        using var target = new MemoryStream();
        using var zlib = new ZLibStream(target, CompressionLevel.Optimal);
        zlib.Write(bytes);
    }

    /// <summary>Median of 20 runs after one to warm up.</summary>
    private static double Milliseconds(Action action)
    {
        action();
        var durations = Enumerable.Range(0, 20).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            action();
            return clock.Elapsed.TotalMilliseconds;
        }).Order().ToList();
        return durations[durations.Count / 2];
    }
}
