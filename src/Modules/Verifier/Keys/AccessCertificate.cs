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

    private readonly string host;
    private readonly RequestSigner? attested;

    public AccessCertificate(KeyFiles files, IOptions<TownOptions> town, IOptions<VerifierOptions> options, RandomSource random, TimeProvider time)
    {
        host = town.Value.PublicUrl.IdnHost;
        var validity = new Validity(time.GetUtcNow().AddDays(-1), time.GetUtcNow() + Lifetime);
        var rootPem = files.ReadOrCreate("verifier-root.pem", () => CreateRoot(town.Value.Name, validity, random));
        Root = CertifiedKey.CertificatesIn(rootPem)[0];
        var leafPem = files.ReadOrCreate($"verifier-access-{host}.pem", () => CreateLeaf(rootPem, town.Value, validity, random));
        var (key, chain) = CertifiedKey.FromPem(leafPem);
        Signer = new RequestSigner(RequestObject.ClientIdOf(chain[0]), key, CertificateChains.ToX5c(options.Value.SendIntermediates ? chain : [chain[0]]));
        Identifier = TrustedCertificate.IdentifierIn(chain[0]);
        attested = files.Find("verifier-attestation.jwt") is { } jwt ? SignerOf(jwt.Trim(), key) : null;
    }

    /// <summary>The anchor wallets pin.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>Who the town is in the certificate (`organizationIdentifier`); null when it does not say.</summary>
    public string? Identifier { get; }

    /// <summary>Signs request objects under `x509_hash:…`.</summary>
    public RequestSigner Signer { get; }

    /// <summary>True when the town can ask under this prefix; `verifier_attestation` needs an attestation in the key folder.</summary>
    public bool CanAskAs(string prefix) => prefix is ClientIdentifier.X509Hash or ClientIdentifier.X509SanDns or ClientIdentifier.RedirectUri
        || (prefix == ClientIdentifier.VerifierAttestation && attested is not null);

    /// <summary>The client identifier with this prefix.</summary>
    public string ClientIdFor(string prefix, Uri responseUri) => prefix switch
    {
        ClientIdentifier.X509SanDns => new ClientIdentifier(prefix, host).ToString(),
        ClientIdentifier.RedirectUri => new ClientIdentifier(prefix, responseUri.OriginalString).ToString(),
        ClientIdentifier.VerifierAttestation => attested!.ClientId,
        _ => Signer.ClientId,
    };

    /// <summary>Who signs questions under this prefix; null for `redirect_uri`, which nobody can sign.</summary>
    public RequestSigner? SignerFor(string prefix) => prefix switch
    {
        ClientIdentifier.X509SanDns => Signer with { ClientId = new ClientIdentifier(prefix, host).ToString() },
        ClientIdentifier.RedirectUri => null,
        ClientIdentifier.VerifierAttestation => attested,
        _ => Signer,
    };

    private static string CreateRoot(string town, Validity validity, RandomSource random)
    {
        using var key = SoftwareSigningKey.Create(random.Fill);
        return new CertifiedKey(key, [CertificateAuthority.CreateRoot($"Modellstadt {town} Zugangszertifikate", key, validity, random.Fill).Certificate]).ToPem();
    }

    private static string CreateLeaf(string rootPem, TownOptions town, Validity validity, RandomSource random)
    {
        var root = CertifiedKey.FromPem(rootPem);
        using var rootKey = root.Key;
        using var key = SoftwareSigningKey.Create(random.Fill);
        var leaf = new LeafRequest($"Stadt {town.Name}", key.PublicKey, CertificateRole.Verifier, validity)
        {
            DnsNames = [town.PublicUrl.IdnHost],
            // A local scheme of identifiers (ETSI EN 319 412-1 §5.1.4): the municipality key.
            OrganizationIdentifier = $"AG:DE-{town.Ags}",
        };
        return new CertifiedKey(key, [new CertificateAuthority(root.Certificates[0], rootKey).IssueLeaf(leaf, random.Fill)]).ToPem();
    }

    /// <summary>An attestation for another key would make every question look forged: the town does not start with one.</summary>
    private static RequestSigner SignerOf(string jwt, SigningKey key)
    {
        var payload = CompactJws.Parse(jwt).Expect().Payload;
        if (payload.Object("cnf")?.Object("jwk") is not { } jwk || !JsonWebKey.Parse(jwk).Expect().IsSameKeyAs(key.PublicKey) || payload.Text("sub") is not { } subject)
            throw new InvalidOperationException("verifier-attestation.jwt is not for the key of the access certificate.");
        return new RequestSigner(new ClientIdentifier(ClientIdentifier.VerifierAttestation, subject).ToString(), key, X5c: null) { Attestation = jwt };
    }
}
