using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Issuer.Identities;

/// <summary>What an issuer identity signs with.</summary>
/// <param name="Signing">Its key.</param>
/// <param name="X5c">Its certificate and the intermediate one.</param>
/// <param name="Root">The anchor.</param>
internal sealed record IssuerKey(SigningKey Signing, JsonArray X5c, X509Certificate2 Root)
{
    private static readonly TimeSpan Years = TimeSpan.FromDays(3650);

    /// <summary>The certificates of <see cref="X5c"/>, for headers in CBOR.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; } =
        [.. X5c.Select(entry => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(entry!.GetValue<string>())))];

    /// <summary>
    /// Reads the key, made at the first start together with an authority of its own. The authority's keys are forgotten at
    /// once: nobody can certify a second leaf, and a new key file means a new anchor.
    /// </summary>
    public static IssuerKey ReadOrCreate(KeyFiles files, IssuerIdentity identity, Uri issuer, DateTimeOffset now, RandomSource random)
    {
        // The certificate names the host, so another host needs another one.
        var pem = files.ReadOrCreate($"issuer-{identity.Slug}-{issuer.Host}.pem", () => Create(identity, issuer, now, random));
        var (key, certificates) = CertifiedKey.FromPem(pem);
        return new IssuerKey(key, CertificateChains.ToX5c(certificates[0], certificates[1]), certificates[2]);
    }

    private static string Create(IssuerIdentity identity, Uri issuer, DateTimeOffset now, RandomSource random)
    {
        var name = identity.Demo && !identity.Name.German.Contains("DEMO", StringComparison.Ordinal) ? $"DEMO {identity.Name.German}" : identity.Name.German;
        var validity = new Validity(now.AddDays(-1), now + Years);
        using var rootKey = SoftwareSigningKey.Create(random.Fill);
        using var middleKey = SoftwareSigningKey.Create(random.Fill);
        using var leafKey = SoftwareSigningKey.Create(random.Fill);
        var root = CertificateAuthority.CreateRoot($"{name} - Wurzel", rootKey, validity, random.Fill);
        var middle = root.IssueAuthority($"{name} - Ausstellung", middleKey, validity, random.Fill);
        var leaf = middle.IssueLeaf(
            new LeafRequest(name, leafKey.PublicKey, CertificateRole.CredentialIssuer, validity) { DnsNames = [issuer.Host], Uris = [issuer] }, random.Fill);
        return new CertifiedKey(leafKey, [leaf, middle.Certificate, root.Certificate]).ToPem();
    }
}
