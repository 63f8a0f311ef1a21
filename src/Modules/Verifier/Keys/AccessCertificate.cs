using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier.Keys;

/// <summary>
/// The certificate under which the town asks wallets, and its key. Made at first use below a small authority of the town's own;
/// a town with a certificate of the German registrar puts its PEM files (key, certificate, then intermediates; and the root)
/// in their place.
/// </summary>
internal sealed class AccessCertificate
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    public AccessCertificate(KeyFiles files, IOptions<TownOptions> town, IOptions<VerifierOptions> options, RandomSource random, TimeProvider time)
    {
        var host = town.Value.PublicUrl.IdnHost;
        var validity = new Validity(time.GetUtcNow().AddDays(-1), time.GetUtcNow() + Lifetime);
        var rootPem = files.ReadOrCreate("verifier-root.pem", () => CreateRoot(town.Value.Name, validity, random));
        Root = CertifiedKey.CertificatesIn(rootPem)[0];
        var leafPem = files.ReadOrCreate($"verifier-access-{host}.pem", () => CreateLeaf(rootPem, $"Stadt {town.Value.Name}", host, validity, random));
        var (key, chain) = CertifiedKey.FromPem(leafPem);
        ClientId = RequestObject.ClientIdOf(chain[0]);
        Signer = new RequestSigner(ClientId, key, CertificateChains.ToX5c(options.Value.SendIntermediates ? chain : [chain[0]]));
    }

    /// <summary>The anchor wallets pin.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>`x509_hash:…`</summary>
    public string ClientId { get; }

    /// <summary>Signs request objects under <see cref="ClientId"/>.</summary>
    public RequestSigner Signer { get; }

    private static string CreateRoot(string town, Validity validity, RandomSource random)
    {
        using var key = SoftwareSigningKey.Create(random.Fill);
        return new CertifiedKey(key, [CertificateAuthority.CreateRoot($"Modellstadt {town} Zugangszertifikate", key, validity, random.Fill).Certificate]).ToPem();
    }

    private static string CreateLeaf(string rootPem, string town, string host, Validity validity, RandomSource random)
    {
        var root = CertifiedKey.FromPem(rootPem);
        using var rootKey = root.Key;
        using var key = SoftwareSigningKey.Create(random.Fill);
        var leaf = new LeafRequest(town, key.PublicKey, CertificateRole.Verifier, validity) { DnsNames = [host] };
        return new CertifiedKey(key, [new CertificateAuthority(root.Certificates[0], rootKey).IssueLeaf(leaf, random.Fill)]).ToPem();
    }
}
