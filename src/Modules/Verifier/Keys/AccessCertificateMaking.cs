using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Verifier.Keys;

/// <summary>
/// Opens access certificates and makes those that are missing, below a small authority of the town's own. A town with a certificate of
/// the German registrar puts its PEM files (key, certificate, then intermediates; and the root) in their place.
/// </summary>
internal sealed class AccessCertificateMaking(
    ISigningKeys keys, KeyFiles files, IOptions<TownOptions> town, IOptions<VerifierOptions> options, TimeProvider time, RandomSource random)
{
    private const string RootName = "verifier-root";
    private const string FirstAttestation = "verifier-attestation.jwt";

    private static readonly TimeSpan Years = TimeSpan.FromDays(3650);

    /// <summary>What the access certificates of this town are called.</summary>
    public string Name => $"verifier-access-{Host}";

    private string Host => town.Value.PublicUrl.IdnHost;

    /// <summary>The anchor wallets pin.</summary>
    public X509Certificate2 OpenRoot() => CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(RootName, CreateRoot))[0];

    /// <summary>The certificate with this name and its key.</summary>
    public AccessCertificate Open(string name)
    {
        var key = Delegated(keys.OpenOrCreate(name));
        var chain = CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(name, () => Certify(key)));
        var attestation = files.Find(name == Name ? FirstAttestation : $"{name}.attestation.jwt");
        return new AccessCertificate(key, chain, Host, options.Value.SendIntermediates, attestation?.Trim());
    }

    private string CreateRoot()
    {
        using var key = Delegated(keys.OpenOrCreate(RootName));
        var now = time.GetUtcNow();
        var validity = new Validity(now.AddDays(-1), now + Years);
        return CertificateAuthority.CreateRoot($"Modellstadt {town.Value.Name} Zugangszertifikate", key, validity, random.Fill).Certificate.ExportCertificatePem();
    }

    private string Certify(SigningKey key)
    {
        var root = OpenRoot();
        using var rootKey = Delegated(keys.OpenOrCreate(RootName));
        // No certificate outlives the one above it.
        var validity = new Validity(time.GetUtcNow().AddDays(-1), root.NotAfter.ToUniversalTime());
        var leaf = new LeafRequest($"Stadt {town.Value.Name}", key.PublicKey, CertificateRole.Verifier, validity)
        {
            DnsNames = [Host],
            // A local scheme of identifiers (ETSI EN 319 412-1 §5.1.4): the municipality key.
            OrganizationIdentifier = $"AG:DE-{town.Value.Ags}",
        };
        return new CertificateAuthority(root, rootKey).IssueLeaf(leaf, random.Fill).ExportCertificatePem();
    }

    private static DelegatedSigningKey Delegated(IKeptKey kept) => new(JsonWebKey.From(kept.PublicKey), kept.Sign);
}
