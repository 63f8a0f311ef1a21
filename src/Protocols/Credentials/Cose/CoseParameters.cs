// RFC 9052 §3 (header buckets).
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>Header parameters of a new message, besides `alg`.</summary>
public sealed record CoseParameters
{
    /// <summary>Those under the signature.</summary>
    public IReadOnlyList<CborEntry> Protected { get; init; } = [];

    /// <summary>Those beside it.</summary>
    public IReadOnlyList<CborEntry> Unprotected { get; init; } = [];
}
