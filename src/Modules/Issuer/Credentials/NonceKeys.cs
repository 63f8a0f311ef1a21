using System.Collections.Concurrent;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>The secrets, following each other, behind nonces of one kind.</summary>
/// <param name="name">What they are called.</param>
/// <param name="lifetime">How long a nonce lives.</param>
/// <param name="files">Where they lie.</param>
/// <param name="rings">Which is used when.</param>
/// <param name="random">Where they are drawn.</param>
internal sealed class NonceKeys(string name, TimeSpan lifetime, KeyFiles files, KeyRings rings, RandomSource random)
{
    private readonly ConcurrentDictionary<string, NonceMint> mints = new();

    /// <summary>How to change the secret.</summary>
    public RotatingKey Rotating => new(name, RotatingKey.ShortestLead, lifetime, next => Mint(next));

    /// <summary>A new nonce for this purpose.</summary>
    public string Create(string purpose, DateTimeOffset now)
    {
        var ring = rings.Read(name);
        return Mint(ring.KeyName(ring.At(now))).Create(purpose, now, random.Fill);
    }

    /// <summary>The nonce, when one of the accepted secrets made it for this purpose and it is alive.</summary>
    public Checked<MintedNonce> Check(string nonce, string purpose, DateTimeOffset now)
    {
        var ring = rings.Read(name);
        var answers = ring.AcceptedAt(now).Select(generation => Mint(ring.KeyName(generation)).Check(nonce, purpose, now)).ToList();
        return answers.Find(answer => answer.Error is null) ?? answers[0];
    }

    private NonceMint Mint(string each) => mints.GetOrAdd(each, made => new NonceMint(files.ReadOrDraw($"{made}.key", random), lifetime));
}
