// RFC 8949 §5.6 (keys of maps: two spellings of one value are the same key).
namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>The value of a map's key, whatever its spelling.</summary>
internal readonly struct CborKey : IEquatable<CborKey>
{
    private readonly CborItem item;

    private CborKey(CborItem item) => this.item = item;

    /// <summary>True when all keys are numbers or strings and none occurs twice.</summary>
    public static bool AreDistinct(ReadOnlySpan<CborEntry> entries)
    {
        var seen = new HashSet<CborKey>(entries.Length);
        foreach (var entry in entries)
        {
            if (entry.Key.Kind is not (CborKind.Integer or CborKind.Text or CborKind.Bytes) || !seen.Add(new CborKey(entry.Key)))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(CborKey other) => item.Kind == other.item.Kind && item.Kind switch
    {
        CborKind.Integer => item.Integer == other.item.Integer,
        CborKind.Text => item.Text == other.item.Text,
        _ => item.Bytes!.Value.Span.SequenceEqual(other.item.Bytes!.Value.Span),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CborKey other && Equals(other);

    /// <summary>Seeded anew in each process: a stranger cannot choose keys that collide.</summary>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        switch (item.Kind)
        {
            case CborKind.Integer:
                var number = item.Integer!.Value;
                hash.Add((int)(uint)(number & uint.MaxValue));
                hash.Add((int)(uint)((number >> 32) & uint.MaxValue));
                break;
            case CborKind.Text:
                hash.Add(item.Text, StringComparer.Ordinal);
                break;
            default:
                hash.AddBytes(item.Bytes!.Value.Span);
                break;
        }

        return hash.ToHashCode();
    }
}
