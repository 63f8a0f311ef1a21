using System.Globalization;
using System.Text.Json;

namespace Modellstadt.Kernel.Keys;

/// <summary>One of the keys that follow each other under one name.</summary>
/// <param name="Number">1 for the first one.</param>
/// <param name="From">From when it is used.</param>
/// <param name="Until">When what it made is no longer accepted; null while it has no successor.</param>
public sealed record KeyGeneration(int Number, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>
/// The keys that follow each other under one name, oldest first. At every moment exactly one is used, and those before and after it
/// are accepted for a while: nobody is refused because a key changes. Immutable; the same instance until something changes.
/// </summary>
public sealed class KeyRing
{
    private readonly KeyGeneration[] generations;

    private KeyRing(string name, KeyGeneration[] generations) => (Name, this.generations) = (name, generations);

    /// <summary>What all of them are called.</summary>
    public string Name { get; }

    /// <summary>All that are still accepted or announced, oldest first.</summary>
    public IReadOnlyList<KeyGeneration> Generations => generations;

    /// <summary>The ring of a key that was never changed.</summary>
    public static KeyRing First(string name) => new(name, [new KeyGeneration(1, DateTimeOffset.MinValue, Until: null)]);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static KeyRing Parse(string name, string json) => JsonSerializer.Deserialize<KeyGeneration[]>(json) is { Length: > 0 } read
        ? new KeyRing(name, read)
        : throw new JsonException($"The generations of {name} are empty.");

    /// <summary>The one that is used at this moment.</summary>
    public KeyGeneration At(DateTimeOffset moment) => generations.LastOrDefault(generation => generation.From <= moment) ?? generations[0];

    /// <summary>Those whose work is accepted at this moment, newest first; an announced one is among them.</summary>
    public IEnumerable<KeyGeneration> AcceptedAt(DateTimeOffset moment) =>
        generations.Where(generation => generation.Until is not { } end || moment < end).Reverse();

    /// <summary>True when a successor is announced that is not used yet.</summary>
    public bool IsChanging(DateTimeOffset now) => generations[^1].From > now;

    /// <summary>Where the keeper has this generation: the first one has the ring's own name, as if there were no ring.</summary>
    public string KeyName(KeyGeneration generation) => generation.Number == 1 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}.{generation.Number}");

    /// <summary>The generation that would come next.</summary>
    public KeyGeneration Successor(DateTimeOffset from) => new(generations[^1].Number + 1, from, Until: null);

    /// <summary>The ring with a successor; what nobody accepts any more is left out.</summary>
    /// <param name="successor">From <see cref="Successor"/>.</param>
    /// <param name="acceptedAfter">How long the work of its predecessor is accepted when it is no longer used.</param>
    /// <param name="now">The present.</param>
    internal KeyRing With(KeyGeneration successor, TimeSpan acceptedAfter, DateTimeOffset now) =>
        new(Name, [.. generations.SkipLast(1).Where(generation => generation.Until > now), generations[^1] with { Until = successor.From + acceptedAfter }, successor]);

    internal string ToJson() => JsonSerializer.Serialize(generations);
}
