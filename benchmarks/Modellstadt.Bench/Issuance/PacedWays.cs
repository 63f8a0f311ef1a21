using System.Collections.Concurrent;

namespace Modellstadt.Bench.Issuance;

/// <summary>Even load of wallets: each operation takes a way to the town that nobody uses at the moment.</summary>
internal static class PacedWays
{
    /// <summary>Begins so many operations each second.</summary>
    public static Task<LoadResult> RunAsync<T>(Scene scene, double perSecond, IReadOnlyList<T> items, Func<ProvingWallet, T, Task> operation)
    {
        var idle = new ConcurrentBag<ProvingWallet>();
        return Load.PaceAsync(scene.Town.Process, perSecond, items, async (_, item) =>
        {
            var way = idle.TryTake(out var rested) ? rested : new ProvingWallet(scene);
            await operation(way, item);
            idle.Add(way);
        });
    }
}
