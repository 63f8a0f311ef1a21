using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Kernel.Keys;

namespace Modellstadt.Issuer.Identities;

/// <summary>
/// The keys of one issuer identity that follow each other. The certificate names the host, so an issuer on another host has other keys.
/// </summary>
internal sealed class IssuerKeys(IssuerIdentity identity, Uri issuer, IssuerKeyMaking making, KeyRings rings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, IssuerKey> opened = new();

    /// <summary>What all of them are called.</summary>
    public string Name { get; } = $"issuer-{identity.Slug}-{issuer.Host}";

    /// <summary>Which is used when; the same instance until a change is announced.</summary>
    public KeyRing Ring => rings.Read(Name);

    /// <summary>What is signed with now.</summary>
    public IssuerKey Current
    {
        get
        {
            var ring = Ring;
            return Open(ring.KeyName(ring.At(time.GetUtcNow())));
        }
    }

    /// <summary>All whose signatures count, the announced one among them, newest first.</summary>
    public IReadOnlyList<IssuerKey> Accepted
    {
        get
        {
            var ring = Ring;
            return [.. ring.AcceptedAt(time.GetUtcNow()).Select(generation => Open(ring.KeyName(generation)))];
        }
    }

    /// <summary>How to change it. What a key has signed counts as long as its certificate is valid: credentials live long.</summary>
    public RotatingKey Rotating => new(Name, RotatingKey.ShortestLead, new DateTimeOffset(Current.Certificates[0].NotAfter.ToUniversalTime(), TimeSpan.Zero) - time.GetUtcNow(), name => Open(name));

    /// <summary>Opens the first key, or the present one.</summary>
    public IssuerKeys Start()
    {
        Open(Name);
        return this;
    }

    /// <summary>The roots of all keys whose signatures count.</summary>
    public IEnumerable<X509Certificate2> Roots => Accepted.Select(key => key.Root).DistinctBy(root => root.Thumbprint);

    private IssuerKey Open(string name) => opened.GetOrAdd(name, each => making.Open(each, $"{Name}.authority", identity, issuer));
}
