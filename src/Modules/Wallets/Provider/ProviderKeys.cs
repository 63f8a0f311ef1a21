using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Wallets.Provider;

/// <summary>What the town attests its wallets with: a key below a root that certifies nothing else. In a demo town both say DEMO.</summary>
internal sealed class ProviderKeys(ISigningKeys keys, KeyFiles files, KeyRings rings, IOptions<TownOptions> town, TimeProvider time, RandomSource random) : IRotatingKeys
{
    private const string RootName = "wallet-provider-root";
    private const string Name = "wallet-provider";
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
    public IReadOnlyList<RotatingKey> All => [new RotatingKey(Name, RotatingKey.ShortestLead, TimeSpan.Zero, name => Open(name))];

    private string Provider => $"{(town.Value.Demo ? "DEMO " : "")}Wallet {town.Value.Name}";

    private ProviderKey Open(string name) => opened.GetOrAdd(name, each =>
    {
        var key = Delegated(keys.OpenOrCreate(each));
        return new ProviderKey(key, CertificateChains.ToX5c(CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(each, () => Certify(key)))));
    });

    private string CreateRoot()
    {
        using var key = Delegated(keys.OpenOrCreate(RootName));
        var now = time.GetUtcNow();
        return CertificateAuthority.CreateRoot($"{Provider} - Wurzel", key, new Validity(now.AddDays(-1), now + Years), random.Fill).Certificate.ExportCertificatePem();
    }

    private string Certify(SigningKey key)
    {
        using var rootKey = Delegated(keys.OpenOrCreate(RootName));
        var validity = new Validity(time.GetUtcNow().AddDays(-1), Root.NotAfter.ToUniversalTime());
        return new CertificateAuthority(Root, rootKey).IssueLeaf(new LeafRequest(Provider, key.PublicKey, CertificateRole.WalletProvider, validity), random.Fill).ExportCertificatePem();
    }

    private static DelegatedSigningKey Delegated(IKeptKey kept) => new(JsonWebKey.From(kept.PublicKey), kept.Sign);
}

/// <summary>A key of the provider.</summary>
/// <param name="Signing">Signs attestations.</param>
/// <param name="X5c">Its certificate.</param>
internal sealed record ProviderKey(SigningKey Signing, JsonArray X5c);
