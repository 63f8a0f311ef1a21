using System.Security.Cryptography.X509Certificates;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Issuer.Identities;

/// <summary>
/// Opens an issuer's keys and certifies new ones. Each identity has an authority of its own: a root whose key is forgotten at once, and
/// below it a certificate whose key is kept, so that the next signing key leads up to the same anchor
/// (<see href="https://www.rfc-editor.org/rfc/rfc5280#section-6.1">RFC 5280, section 6.1</see>).
/// </summary>
internal sealed class IssuerKeyMaking(ISigningKeys keys, KeyFiles files, TimeProvider time, RandomSource random)
{
    // Verifiers of mdocs want to know the country of whoever signs them (ISO/IEC 18013-5 Annex B.1.4).
    private const string Country = "DE";

    private static readonly TimeSpan Years = TimeSpan.FromDays(3650);

    /// <summary>The key with this name and its certificates; both are made when there are none.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="authorityName">The name of the authority's key.</param>
    /// <param name="identity">Whose key it is.</param>
    /// <param name="issuer">The issuer's identifier.</param>
    public IssuerKey Open(string name, string authorityName, IssuerIdentity identity, Uri issuer)
    {
        var key = Delegated(keys.OpenOrCreate(name));
        var chain = CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(name, () => Certify(key, authorityName, identity, issuer)));
        return new IssuerKey(key, [.. chain.SkipLast(1)], chain[^1]);
    }

    /// <summary>Leaf, authority and root, as PEM.</summary>
    private string Certify(SigningKey key, string authorityName, IssuerIdentity identity, Uri issuer)
    {
        var name = NameOf(identity);
        using var authorityKey = Delegated(keys.OpenOrCreate(authorityName));
        var above = CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(authorityName, () => CreateAuthority(name, authorityKey)));
        // No certificate outlives the one above it.
        var validity = new Validity(time.GetUtcNow().AddDays(-1), above[0].NotAfter.ToUniversalTime());
        var leaf = new CertificateAuthority(above[0], authorityKey).IssueLeaf(
            new LeafRequest(name, key.PublicKey, CertificateRole.CredentialIssuer, validity) { DnsNames = [issuer.Host], Uris = [issuer] }, random.Fill);
        return Pem([leaf, .. above]);
    }

    private string CreateAuthority(string name, SigningKey key)
    {
        var now = time.GetUtcNow();
        var validity = new Validity(now.AddDays(-1), now + Years);
        using var rootKey = SoftwareSigningKey.Create(random.Fill);
        var root = CertificateAuthority.CreateRoot($"{name} - Wurzel", rootKey, validity, random.Fill, Country);
        return Pem([root.IssueAuthority($"{name} - Ausstellung", key, validity, random.Fill).Certificate, root.Certificate]);
    }

    private static string NameOf(IssuerIdentity identity) =>
        identity.Demo && !identity.Name.German.Contains("DEMO", StringComparison.Ordinal) ? $"DEMO {identity.Name.German}" : identity.Name.German;

    private static string Pem(IEnumerable<X509Certificate2> certificates) => string.Join('\n', [.. certificates.Select(certificate => certificate.ExportCertificatePem()), ""]);

    private static DelegatedSigningKey Delegated(IKeptKey kept) => new(JsonWebKey.From(kept.PublicKey), kept.Sign);
}
