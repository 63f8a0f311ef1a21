using System.Collections.Concurrent;

namespace Modellstadt.Kernel.Keys;

/// <summary>
/// Which key is used when. The files lie beside the keys, so all processes of a town agree; each looks once a second. A change is
/// announced before it takes place, so that all have seen it by then.
/// </summary>
public sealed class KeyRings(KeyFiles files, TimeProvider time)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Seen> rings = new();

    /// <summary>The keys of this name.</summary>
    public KeyRing Read(string name)
    {
        var now = time.GetUtcNow();
        if (rings.TryGetValue(name, out var seen) && (now - seen.At).Duration() < BetweenLooks)
            return seen.Ring;
        var text = files.Find(FileOf(name));
        var ring = seen is not null && seen.Text == text ? seen.Ring : text is null ? KeyRing.First(name) : KeyRing.Parse(name, text);
        rings[name] = new Seen(ring, text, now);
        return ring;
    }

    /// <summary>Announces the next key. While one is announced already, nothing changes: a repeated call does no harm.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">From when the next one is used.</param>
    public KeyRing Rotate(RotatingKey key, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(key);
        var now = time.GetUtcNow();
        files.Update(FileOf(key.Name), text =>
        {
            var ring = text is null ? KeyRing.First(key.Name) : KeyRing.Parse(key.Name, text);
            if (ring.IsChanging(now))
                return text!;
            var successor = ring.Successor(from);
            // Made before anybody can see it: whoever sees the generation finds the key.
            key.Prepare(ring.KeyName(successor));
            return ring.With(successor, key.AcceptedAfter, now).ToJson();
        });
        rings.TryRemove(key.Name, out _);
        return Read(key.Name);
    }

    private static string FileOf(string name) => $"{name}.generations";

    private sealed record Seen(KeyRing Ring, string? Text, DateTimeOffset At);
}
