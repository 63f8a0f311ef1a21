using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Modellstadt.Issuer.Tokens;

/// <summary>Keeps the latest so many values; the oldest goes first, and is left to the collector since somebody may be using it.</summary>
/// <param name="capacity">How many.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> values = new();
    private readonly ConcurrentQueue<TKey> order = new();

    /// <summary>The value, when it is kept.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => values.TryGetValue(key, out value);

    /// <summary>Keeps a value, in the place of an older one of the same key.</summary>
    public TValue Keep(TKey key, TValue value)
    {
        if (values.TryAdd(key, value))
            order.Enqueue(key);
        else
            values[key] = value;
        while (order.Count > capacity && order.TryDequeue(out var oldest))
            values.TryRemove(oldest, out _);
        return value;
    }
}
