using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Feeds;

/// <summary>A part of a town's feed: what is newer than a number, oldest first.</summary>
/// <param name="Key">The key that signs; readers compare it with the one they were given.</param>
/// <param name="Last">The newest number of the whole feed; 0 when nothing was ever told.</param>
/// <param name="Entries">At most <see cref="LargestPage"/> signed entries.</param>
internal sealed record FeedPage(JsonWebKey Key, long Last, IReadOnlyList<string> Entries)
{
    /// <summary>Entries on one page.</summary>
    public const int LargestPage = 100;

    /// <summary>Bytes of the largest page that is read: room for a hundred entries.</summary>
    public const int LargestBytes = 8 * 1024 * 1024;

    private static readonly JsonLimits Limits = new(LargestBytes, 4, 4 * LargestPage);

    /// <summary>The page as it goes out.</summary>
    public byte[] Write() => StrictJson.Write(new JsonObject
    {
        ["key"] = Key.ToJson(),
        ["last"] = Last,
        ["entries"] = new JsonArray([.. Entries.Select(entry => (JsonNode)entry)]),
    });

    /// <summary>Reads what <see cref="Write"/> wrote; null when it is no page.</summary>
    public static FeedPage? Read(ReadOnlySpan<byte> json)
    {
        if (!StrictJson.ParseObject(json, Limits).TryGetValue(out var page, out _) || page.Object("key") is not { } key
            || !JsonWebKey.Parse(key).TryGetValue(out var publicKey, out _) || page.Integer("last") is not (>= 0 and { } last)
            || page["entries"] is not JsonArray { Count: <= LargestPage } entries)
        {
            return null;
        }

        var signed = entries.Select(entry => entry.IsText(out var text) ? text : null).ToList();
        return signed.Contains(null) ? null : new FeedPage(publicKey, last, signed!);
    }
}
