using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Tests.Cbor;

/// <summary>Writes an item anew out of its decoded parts, so that reading and writing can be compared.</summary>
internal static class Rebuilt
{
    /// <summary>The item with maps in deterministic order; null where it holds what this library does not write.</summary>
    public static CborItem? From(CborItem item) => item.Kind switch
    {
        CborKind.Integer => item.Integer >= long.MinValue && item.Integer <= long.MaxValue ? CborItem.Of((long)item.Integer.Value) : null,
        CborKind.Text => CborItem.Of(item.Text!),
        CborKind.Bytes => CborItem.Of(item.Bytes!.Value.Span),
        CborKind.Float => CborItem.Of(item.Float!.Value),
        CborKind.Tag => From(item.Tagged!) is { } content ? CborItem.Tag(item.TagNumber!.Value, content) : null,
        CborKind.Array => All(item.Elements!) is { } elements ? CborItem.Array(elements) : null,
        CborKind.Map => All(item.Entries!.SelectMany(entry => new[] { entry.Key, entry.Value })) is { } found
            ? CborItem.Map(found.Chunk(2).Select(pair => new CborEntry(pair[0], pair[1])))
            : null,
        _ => item.Boolean is { } truth ? CborItem.Of(truth) : item.IsNull ? CborItem.Null : null,
    };

    /// <summary>The bytes of the item written anew, with maps in the order in which they were read; small arrays and maps only.</summary>
    public static byte[] InOrder(CborItem item) => item.Kind switch
    {
        CborKind.Array => [(byte)(0x80 | item.Elements!.Count), .. item.Elements.SelectMany(InOrder)],
        CborKind.Map => [(byte)(0xa0 | item.Entries!.Count), .. item.Entries.SelectMany(entry => (byte[])[.. InOrder(entry.Key), .. InOrder(entry.Value)])],
        CborKind.Tag => [.. CborItem.Tag(item.TagNumber!.Value, CborItem.Null).Encoded.Span[..^1], .. InOrder(item.Tagged!)],
        _ => From(item)!.Encoded.ToArray(),
    };

    private static List<CborItem>? All(IEnumerable<CborItem> items)
    {
        var rebuilt = items.Select(From).ToList();
        return rebuilt.Contains(null) ? null : [.. rebuilt.OfType<CborItem>()];
    }
}
