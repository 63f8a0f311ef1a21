using System.Security.Cryptography.X509Certificates;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Registration;

namespace Modellstadt.Verifier.Registration;

/// <summary>
/// The DEMO registrar: registers the demonstration's town for whatever its modules mean to ask, without looking at anything. A real
/// town gets its registration from the national registrar.
/// </summary>
internal sealed class DemoRegistrar(KeyFiles files, RandomSource random, TimeProvider time)
{
    private static readonly TimeSpan RootLifetime = TimeSpan.FromDays(3650);

    /// <summary>Less than the twelve months a registration may last (ETSI TS 119 475 GEN-5.2.4-08); a new one is made at every start.</summary>
    private static readonly TimeSpan RegistrationLifetime = TimeSpan.FromDays(360);

    private readonly Lazy<(SigningKey Key, X509Certificate2 Leaf, X509Certificate2 Root)> authority = new(() => Open(files, random, time.GetUtcNow()));

    /// <summary>The anchor for wallets.</summary>
    public X509Certificate2 Root => authority.Value.Root;

    /// <summary>A registration certificate for whoever is named <paramref name="identifier"/> in its access certificate.</summary>
    public string Register(string identifier, string name, IReadOnlyList<IntendedUse> uses)
    {
        var now = time.GetUtcNow();
        var registration = new RegistrationCertificate(identifier, name, now, [.. uses.Select(use => use.Credential)])
        {
            ExpiresAt = now + RegistrationLifetime,
            Country = "DE",
            PublicBody = true,
            Purpose =
            [
                new RegisteredText("de", string.Join(" ", uses.Select(use => use.Purpose.German).Distinct())),
                new RegisteredText("en", string.Join(" ", uses.Select(use => use.Purpose.English).Distinct())),
            ],
        };
        return registration.Sign(authority.Value.Key, CertificateChains.ToX5c(authority.Value.Leaf));
    }

    private static (SigningKey Key, X509Certificate2 Leaf, X509Certificate2 Root) Open(KeyFiles files, RandomSource random, DateTimeOffset now)
    {
        var validity = new Validity(now.AddDays(-1), now + RootLifetime);
        var rootPem = files.ReadOrCreate("demo-registrar-root.pem", () => CreateRoot(validity, random));
        var leafPem = files.ReadOrCreate("demo-registrar.pem", () => CreateLeaf(rootPem, validity, random));
        var (key, chain) = CertifiedKey.FromPem(leafPem);
        return (key, chain[0], CertifiedKey.CertificatesIn(rootPem)[0]);
    }

    private static string CreateRoot(Validity validity, RandomSource random)
    {
        using var key = SoftwareSigningKey.Create(random.Fill);
        return new CertifiedKey(key, [CertificateAuthority.CreateRoot("Modellstadt DEMO Registrar", key, validity, random.Fill).Certificate]).ToPem();
    }

    private static string CreateLeaf(string rootPem, Validity validity, RandomSource random)
    {
        var root = CertifiedKey.FromPem(rootPem);
        using var rootKey = root.Key;
        using var key = SoftwareSigningKey.Create(random.Fill);
        var leaf = new LeafRequest("DEMO Registrar", key.PublicKey, CertificateRole.Registrar, validity);
        return new CertifiedKey(key, [new CertificateAuthority(root.Certificates[0], rootKey).IssueLeaf(leaf, random.Fill)]).ToPem();
    }
}
