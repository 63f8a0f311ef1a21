using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.TrustServices.WalletProvider;

/// <summary>What the DEMO wallet provider attests with: a key below a root of its own that says DEMO.</summary>
internal sealed class ProviderKeys(ISigningKeys keys, KeyFiles files, KeyRings rings, IOptions<TownOptions> town, TimeProvider time, RandomSource random)
{
    private const string RootName = "demo-wallet-provider-root";
    private const string Name = "demo-wallet-provider";
    private static readonly TimeSpan Years = TimeSpan.FromDays(3650);

    private readonly ConcurrentDictionary<string, ProviderKey> opened = new();
    private readonly Lock opening = new();
    private X509Certificate2? root;

    /// <summary>The anchor.</summary>
    public X509Certificate2 Root
    {
        get
        {
            lock (opening)
                return root ??= CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(RootName, CreateRoot))[0];
        }
    }

    /// <summary>The key of this moment.</summary>
    public ProviderKey Current
    {
        get
        {
            var ring = rings.Read(Name);
            return Open(ring.KeyName(ring.At(time.GetUtcNow())));
        }
    }

    /// <summary>Attestations carry their certificate, so nothing more is needed after a change.</summary>
    public RotatingKey Rotating => new(Name, RotatingKey.ShortestLead, TimeSpan.Zero, name => Open(name));

    private ProviderKey Open(string name) => opened.GetOrAdd(name, each =>
    {
        var key = Delegated(keys.OpenOrCreate(each));
        return new ProviderKey(key, CertificateChains.ToX5c(CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(each, () => Certify(key)))));
    });

    private string CreateRoot()
    {
        using var key = Delegated(keys.OpenOrCreate(RootName));
        var now = time.GetUtcNow();
        return CertificateAuthority.CreateRoot($"DEMO Wallet-Anbieter {town.Value.Name} - Wurzel", key, new Validity(now.AddDays(-1), now + Years), random.Fill).Certificate.ExportCertificatePem();
    }

    private string Certify(SigningKey key)
    {
        using var rootKey = Delegated(keys.OpenOrCreate(RootName));
        var validity = new Validity(time.GetUtcNow().AddDays(-1), Root.NotAfter.ToUniversalTime());
        var leaf = new LeafRequest($"DEMO Wallet-Anbieter {town.Value.Name}", key.PublicKey, CertificateRole.WalletProvider, validity);
        return new CertificateAuthority(Root, rootKey).IssueLeaf(leaf, random.Fill).ExportCertificatePem();
    }

    private static DelegatedSigningKey Delegated(IKeptKey kept) => new(JsonWebKey.From(kept.PublicKey), kept.Sign);
}

/// <summary>A key of the provider.</summary>
/// <param name="Signing">Signs attestations.</param>
/// <param name="X5c">Its certificate.</param>
internal sealed record ProviderKey(SigningKey Signing, JsonArray X5c);

/// <summary>The provider's key can be changed while it attests.</summary>
internal sealed class ProviderRotatingKeys(ProviderKeys keys, IOptions<TownOptions> town) : IRotatingKeys
{
    public IReadOnlyList<RotatingKey> All => town.Value.Demo ? [keys.Rotating] : [];
}
