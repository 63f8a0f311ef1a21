// RFC 7515 (JWS) compact serialisation with a JSON object as payload; the type is our own.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Feeds;

/// <summary>What a town tells the others beside its projects. Readers pass over kinds that they do not know.</summary>
/// <param name="Town">Gemeindeschlüssel of the town that speaks, for itself only.</param>
/// <param name="Number">Its place in the feed, from 1.</param>
/// <param name="Kind">What kind of note it is.</param>
/// <param name="At">When it was said.</param>
/// <param name="Demo">True when the town is a demonstration: no real town believes it.</param>
/// <param name="Content">What is said; its form follows from the kind.</param>
internal sealed record FeedNote(string Town, long Number, string Kind, DateTimeOffset At, bool Demo, JsonObject Content)
{
    /// <summary>The <c>typ</c> of the signature.</summary>
    public const string Type = "modellstadt-feed-note+jwt";

    /// <summary>The kind of entries that are projects, not notes.</summary>
    public const string ProjectKind = "project";

    private const int LongestKind = 40;

    /// <summary>Limits of one note: 32 KiB, eight levels, 200 values.</summary>
    private static readonly JsonLimits Limits = new(32 * 1024, 8, 200);

    /// <summary>Signs the note.</summary>
    /// <returns>A compact JWS.</returns>
    public string Sign(SigningKey key) => CompactJws.Sign(
        new JsonObject { ["typ"] = Type, ["kid"] = key.PublicKey.Thumbprint },
        new JsonObject
        {
            ["town"] = Town,
            ["number"] = Number,
            ["kind"] = Kind,
            ["at"] = At.ToUnixTimeMilliseconds(),
            ["demo"] = Demo,
            ["content"] = Content.DeepClone(),
        },
        key);

    /// <summary>Reads a note that <paramref name="key"/> has signed; null when it is none, is too large, or the signature does not hold.</summary>
    public static FeedNote? Read(string signed, VerificationKey key) =>
        CompactJws.Parse(signed, Limits).Then(jws => jws.Verify(key, JwsRules.ForType(Type))).TryGetValue(out var note, out _) ? Of(note.Payload) : null;

    private static FeedNote? Of(JsonObject payload) =>
        payload.Text("town") is { Length: <= 8 } town && payload.Text("kind") is { Length: > 0 and <= LongestKind } kind
        && payload.Integer("number") is > 0 and { } number && payload.Integer("at") is > 0 and < 4_102_444_800_000 and { } at
        && payload.Flag("demo") is { } demo && payload.Object("content") is { } content
            ? new(town, number, kind, DateTimeOffset.FromUnixTimeMilliseconds(at), demo, content)
            : null;
}
