using System.Diagnostics;
using System.IO.Compression;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Testing;

namespace Modellstadt.Bench.StatusLists;

/// <summary>
/// Status lists of 2^20 entries, 1 % of them revoked at random places: the time to build one from their positions, to
/// compress and to sign it as JWT and CWT; and its compressed bytes. Limit: the raw zlib stream over the same bytes, nothing else.
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

        foreach (var (bits, name) in new[] { (1, "status-list"), (2, "status-list-2-bits") })
        {
            var raw = Build(bits, revoked).Bytes.ToArray();
            yield return new Figure(name, Milliseconds(() => Sign(Build(bits, revoked), key)), "ms", Milliseconds(() => Deflate(raw)));
            yield return new Figure($"{name}-compressed", Build(bits, revoked).Compress().Length / 1000.0, "kB");
        }
    }

    private static StatusList Build(int bits, int[] revoked)
    {
        var list = new StatusList(bits, Entries);
        foreach (var position in revoked)
            list[position] = StatusValues.Invalid;
        return list;
    }

    private static void Sign(StatusList list, SigningKey key)
    {
        var token = new StatusListToken("https://town.example/status-lists/1", list, DateTimeOffset.UnixEpoch.AddYears(56));
        token.Sign(key);
        StatusListCwt.Sign(token, key);
    }

    private static void Deflate(byte[] bytes)
    {
        using var target = new MemoryStream();
        using var zlib = new ZLibStream(target, CompressionLevel.SmallestSize);
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
