using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Testing;

namespace Modellstadt.Bench.StatusLists;

/// <summary>
/// A status list of 2^20 entries, 1 % of them revoked at random places: the time to compress and sign it. Limit: the raw zlib
/// stream over the same bytes, nothing else.
/// </summary>
internal sealed class StatusListFigures : IBenchmark
{
    private const int Entries = 1 << 20;

    public static string Name => "status-list";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        await Task.CompletedTask;
        var list = new StatusList(bits: 1, Entries);
        var random = new SeededRandomness(1);
        for (var revoked = 0; revoked < Entries / 100; revoked++)
            list[random.NextInt(Entries)] = StatusValues.Invalid;

        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new SoftwareSigningKey(ecdsa);
        var token = new StatusListToken("https://town.example/status-lists/1", list, DateTimeOffset.UnixEpoch.AddYears(56));
        var signed = token.Sign(key);

        var raw = list.Bytes.ToArray();
        yield return new Figure("status-list", Milliseconds(() => token.Sign(key)), "ms", Milliseconds(() => Deflate(raw)));
        yield return new Figure("status-list-size", signed.Length / 1024.0, "KiB");
    }

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
