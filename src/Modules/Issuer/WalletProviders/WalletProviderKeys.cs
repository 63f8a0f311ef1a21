using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Issuer;

/// <summary>What a wallet provider on this server attests with: a key that can be changed, below a root that certifies nothing else.</summary>
public sealed class WalletProviderKeys(WalletProviderName provider, ISigningKeys keys, KeyFiles files, KeyRings rings, TimeProvider time, RandomSource random) : IRotatingKeys
{
    private static readonly TimeSpan Years = TimeSpan.FromDays(3650);

    private readonly ConcurrentDictionary<string, WalletProviderKey> opened = new();
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
    public WalletProviderKey Current
    {
        get
        {
            var ring = rings.Read(provider.KeyName);
            return Open(ring.KeyName(ring.At(time.GetUtcNow())));
        }
    }

    /// <summary>Attestations carry their certificate, so nothing more is needed after a change.</summary>
    public IReadOnlyList<RotatingKey> All => [new RotatingKey(provider.KeyName, RotatingKey.ShortestLead, TimeSpan.Zero, name => Open(name))];

    private string RootName => $"{provider.KeyName}-root";

    private WalletProviderKey Open(string name) => opened.GetOrAdd(name, each =>
    {
        var key = Delegated(keys.OpenOrCreate(each));
        return new WalletProviderKey(key, CertificateChains.ToX5c(CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(each, () => Certify(key)))));
    });

    private string CreateRoot()
    {
        using var key = Delegated(keys.OpenOrCreate(RootName));
        var now = time.GetUtcNow();
        return CertificateAuthority.CreateRoot($"{provider.Subject} - Wurzel", key, new Validity(now.AddDays(-1), now + Years), random.Fill).Certificate.ExportCertificatePem();
    }

    private string Certify(SigningKey key)
    {
        using var rootKey = Delegated(keys.OpenOrCreate(RootName));
        var validity = new Validity(time.GetUtcNow().AddDays(-1), Root.NotAfter.ToUniversalTime());
        return new CertificateAuthority(Root, rootKey).IssueLeaf(new LeafRequest(provider.Subject, key.PublicKey, CertificateRole.WalletProvider, validity), random.Fill).ExportCertificatePem();
    }

    private static DelegatedSigningKey Delegated(IKeptKey kept) => new(JsonWebKey.From(kept.PublicKey), kept.Sign);
}

/// <summary>Who attests.</summary>
/// <param name="KeyName">Name of its key, for example <c>wallet-provider</c>; its root's is made of it.</param>
/// <param name="Subject">Common name in its certificates.</param>
public sealed record WalletProviderName(string KeyName, string Subject);

/// <summary>A key of a wallet provider.</summary>
/// <param name="Signing">Signs attestations.</param>
/// <param name="X5c">Its certificate.</param>
public sealed record WalletProviderKey(SigningKey Signing, JsonArray X5c);

/// <summary>Adds the keys of a wallet provider of this server under the name of its key.</summary>
public static class WalletProviderServices
{
    /// <summary>Keyed by <paramref name="keyName"/>, so that several providers stand beside each other.</summary>
    public static IServiceCollection AddWalletProviderKeys(this IServiceCollection services, string keyName, Func<IServiceProvider, string> subject) =>
        services.AddKeyedSingleton(keyName, (provider, _) => ActivatorUtilities.CreateInstance<WalletProviderKeys>(provider, new WalletProviderName(keyName, subject(provider))));
}
