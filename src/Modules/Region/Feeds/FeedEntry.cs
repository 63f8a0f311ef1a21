// RFC 7515 (JWS) compact serialisation with a JSON object as payload; the type is our own.
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Feeds;

/// <summary>What a town tells the others about one of its projects.</summary>
/// <param name="Town">Gemeindeschlüssel of the town that speaks, for itself only.</param>
/// <param name="Number">Its place in the feed, from 1.</param>
/// <param name="Version">The state of the project at its town.</param>
/// <param name="At">When the project came into this state.</param>
/// <param name="Demo">True when the town is a demonstration: no real town believes it.</param>
/// <param name="Project">The whole state; a withdrawn project says so and little else.</param>
internal sealed record FeedEntry(string Town, long Number, int Version, DateTimeOffset At, bool Demo, Project Project)
{
    /// <summary>The <c>typ</c> of the signature.</summary>
    public const string Type = "modellstadt-feed-entry+jwt";

    /// <summary>Limits of one entry: 64 KiB, eight levels, 600 values.</summary>
    private static readonly JsonLimits Limits = new(64 * 1024, 8, 600);

    /// <summary>Signs the entry.</summary>
    /// <returns>A compact JWS.</returns>
    public string Sign(SigningKey key) => CompactJws.Sign(
        new JsonObject { ["typ"] = Type, ["kid"] = key.PublicKey.Thumbprint },
        new JsonObject
        {
            ["town"] = Town,
            ["number"] = Number,
            ["version"] = Version,
            ["at"] = At.ToUnixTimeMilliseconds(),
            ["demo"] = Demo,
            ["project"] = JsonNode.Parse(Project.Write()),
        },
        key);

    /// <summary>Reads an entry that <paramref name="key"/> has signed; null when it is none, is too large, or the signature does not hold.</summary>
    public static FeedEntry? Read(string signed, VerificationKey key) =>
        CompactJws.Parse(signed, Limits).Then(jws => jws.Verify(key, JwsRules.ForType(Type))).TryGetValue(out var entry, out _) ? Of(entry.Payload) : null;

    private static FeedEntry? Of(JsonObject payload)
    {
        if (payload.Text("town") is not { Length: <= 8 } town
            || payload.Integer("number") is not (> 0 and <= long.MaxValue) || payload.Integer("version") is not (> 0 and <= int.MaxValue)
            || payload.Integer("at") is not (> 0 and < 4_102_444_800_000) || payload.Flag("demo") is not { } demo || payload.Object("project") is not { } project)
        {
            return null;
        }

        try
        {
            return new FeedEntry(
                town, payload.Integer("number")!.Value, (int)payload.Integer("version")!.Value, DateTimeOffset.FromUnixTimeMilliseconds(payload.Integer("at")!.Value),
                demo, Project.Read(Encoding.UTF8.GetString(StrictJson.Write(project))));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
