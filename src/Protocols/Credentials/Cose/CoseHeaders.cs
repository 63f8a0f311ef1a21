// RFC 9052 §3 (header buckets), §3.1 (alg, crit).
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>The two header buckets of a COSE message; the protected one with the bytes it was received in.</summary>
public sealed class CoseHeaders
{
    private CoseHeaders(ReadOnlyMemory<byte> protectedBytes, CborItem @protected, CborItem unprotected)
    {
        ProtectedBytes = protectedBytes;
        Protected = @protected;
        Unprotected = unprotected;
    }

    /// <summary>The encoded protected bucket as received; empty for an empty one, however it was written (RFC 9052 §3).</summary>
    public ReadOnlyMemory<byte> ProtectedBytes { get; }

    /// <summary>The protected bucket, a map.</summary>
    public CborItem Protected { get; }

    /// <summary>The unprotected bucket, a map; nobody signed it.</summary>
    public CborItem Unprotected { get; }

    /// <summary>New headers; the algorithm goes into the protected bucket.</summary>
    internal static CoseHeaders For(int algorithm, IEnumerable<CborEntry> unprotected, params IEnumerable<CborEntry> furtherProtected)
    {
        var map = CborItem.Map([CborEntry.Of(CoseLabels.Algorithm, CborItem.Of(algorithm)), .. furtherProtected]);
        return new CoseHeaders(map.Encoded, map, CborItem.Map(unprotected));
    }

    /// <summary>Reads the first two elements of a COSE message.</summary>
    internal static Checked<CoseHeaders> Parse(CborItem @protected, CborItem unprotected)
    {
        if (@protected.Bytes is not { } bytes || unprotected.Entries is null)
            return Refuse("§3", "The header buckets are a byte string and a map.");
        if (bytes.IsEmpty)
            return new CoseHeaders(bytes, CborItem.Map(), unprotected);
        if (!StrictCbor.Parse(bytes).TryGetValue(out var map, out var error))
            return error;
        if (map.Entries is not { } entries)
            return Refuse("§3", "The protected bucket is not a map.");
        // §3: whoever looks into one bucket must not miss what the other one says.
        if (entries.Any(entry => Holds(unprotected, entry.Key)))
            return Refuse("§3", "A label stands in both header buckets.");
        return new CoseHeaders(entries.Count == 0 ? ReadOnlyMemory<byte>.Empty : bytes, map, unprotected);
    }

    /// <summary>The first rule the headers break, or null.</summary>
    /// <param name="algorithms">The accepted numbers.</param>
    internal ProtocolError? Check(IReadOnlyCollection<int> algorithms)
    {
        // ISO/IEC 18013-5 §9.1.2.4 and §9.1.3.6: alg is protected; RFC 9052 §3.1: a label of text would be a private algorithm.
        if (Protected.Member(CoseLabels.Algorithm)?.Integer is not { } algorithm || !algorithms.Any(accepted => accepted == algorithm))
            return new ProtocolError(ErrorCodes.Algorithm, "RFC 9052 §3.1", $"alg is not protected or not one of {string.Join(", ", algorithms)}.");
        // No extension is understood here, hence any crit is a refusal.
        return Protected.Member(CoseLabels.Critical) is not null || Unprotected.Member(CoseLabels.Critical) is not null
            ? Refuse("§3.1", "Critical header parameters are not understood.")
            : null;
    }

    /// <summary>The protected bucket as it stands in the message.</summary>
    internal CborItem ToProtectedItem() => CborItem.Of(ProtectedBytes.Span);

    private static bool Holds(CborItem map, CborItem label)
        => label.Text is { } name ? map.Member(name) is not null : label.Integer is { } number && map.Entries!.Any(entry => entry.Key.Integer == number);

    private static ProtocolError Refuse(string section, string detail) => new(ErrorCodes.Header, $"RFC 9052 {section}", detail);
}
