// RFC 8949 §3.1 (major type 5).
namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>A pair of a map.</summary>
/// <param name="Key">An integer, a byte string or a text string.</param>
/// <param name="Value">Any item.</param>
public readonly record struct CborEntry(CborItem Key, CborItem Value)
{
    /// <summary>A pair with a name.</summary>
    public static CborEntry Of(string key, CborItem value) => new(CborItem.Of(key), value);

    /// <summary>A pair with a number.</summary>
    public static CborEntry Of(long key, CborItem value) => new(CborItem.Of(key), value);
}
