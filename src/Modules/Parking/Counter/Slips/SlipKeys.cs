using System.Collections.Concurrent;
using Modellstadt.Kernel.Keys;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Parking.Counter.Slips;

/// <summary>The keys that seal slips. They can be changed while the town serves; what an old key sealed counts as long as a permit may last.</summary>
internal sealed class SlipKeys(ISigningKeys keys, KeyRings rings, TimeProvider time) : IRotatingKeys
{
    private const string Name = "parking-slips";

    /// <summary>The longest term, and the weeks in which it may be bought ahead.</summary>
    private static readonly TimeSpan LongestSlip = TimeSpan.FromDays(2 * 366 + 90);

    private readonly ConcurrentDictionary<string, SlipKey> opened = new();

    /// <summary>The key of this moment.</summary>
    public SigningKey Current
    {
        get
        {
            var ring = rings.Read(Name);
            return Open(ring.KeyName(ring.At(time.GetUtcNow()))).Signing;
        }
    }

    /// <summary>The public keys whose seals count: a device that has fetched them checks without a network.</summary>
    public IReadOnlyList<VerificationKey> Public
    {
        get
        {
            var ring = rings.Read(Name);
            return [.. ring.AcceptedAt(time.GetUtcNow()).Select(generation => Open(ring.KeyName(generation)).Verification)];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<RotatingKey> All => [new RotatingKey(Name, RotatingKey.ShortestLead, LongestSlip, name => Open(name))];

    private SlipKey Open(string name) => opened.GetOrAdd(name, each =>
    {
        var kept = keys.OpenOrCreate(each);
        var signing = new DelegatedSigningKey(JsonWebKey.From(kept.PublicKey), kept.Sign);
        return new SlipKey(signing, VerificationKey.Import(signing.PublicKey));
    });

    private sealed record SlipKey(SigningKey Signing, VerificationKey Verification);
}
