using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Management;

/// <summary>GET <c>/management/v1/keys</c>: the keys that can be changed while the town serves, and which of each is used when.</summary>
internal sealed class ListKeys(IEnumerable<IRotatingKeys> modules, KeyRings rings, TimeProvider time)
{
    /// <summary>All of them, by name.</summary>
    public IEnumerable<RotatingKey> All => modules.SelectMany(module => module.All).OrderBy(key => key.Name, StringComparer.Ordinal);

    public static IResult Get(HttpContext context, ListKeys list)
    {
        context.NeverStore();
        return Results.Json(list.All.Select(list.Describe));
    }

    /// <summary>A key as scripts see it.</summary>
    public ListedKey Describe(RotatingKey key) => ListedKey.Of(key, rings.Read(key.Name), time.GetUtcNow());
}

/// <summary>A key that can be changed.</summary>
internal sealed record ListedKey(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("lead_seconds"), Description("How long ahead a change must be announced.")] double LeadSeconds,
    [property: JsonPropertyName("generations"), Description("Oldest first.")] IReadOnlyList<ListedGeneration> Generations)
{
    public static ListedKey Of(RotatingKey key, KeyRing ring, DateTimeOffset now) =>
        new(key.Name, key.Lead.TotalSeconds, [.. ring.Generations.Select(generation => ListedGeneration.Of(generation, ring, now))]);
}

/// <summary>One of the keys that follow each other.</summary>
internal sealed record ListedGeneration(
    [property: JsonPropertyName("number")] int Number,
    [property: JsonPropertyName("key"), Description("The name of the key, or of the first part of its files.")] string Key,
    [property: JsonPropertyName("state"), Description("announced, used, accepted (used no longer, but what it made counts) or ended.")] string State,
    [property: JsonPropertyName("used_from"), Description("Null for the first key.")] DateTimeOffset? UsedFrom,
    [property: JsonPropertyName("accepted_until"), Description("Null while it has no successor.")] DateTimeOffset? AcceptedUntil)
{
    public static ListedGeneration Of(KeyGeneration generation, KeyRing ring, DateTimeOffset now) => new(
        generation.Number, ring.KeyName(generation), StateOf(generation, ring, now), generation.From == DateTimeOffset.MinValue ? null : generation.From, generation.Until);

    private static string StateOf(KeyGeneration generation, KeyRing ring, DateTimeOffset now)
    {
        if (generation == ring.At(now))
            return "used";
        if (generation.From > now)
            return "announced";
        return generation.Until is { } end && end <= now ? "ended" : "accepted";
    }
}
