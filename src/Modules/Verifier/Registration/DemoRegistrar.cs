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
internal sealed class DemoRegistrar(ISigningKeys keys, KeyFiles files, RandomSource random, TimeProvider time)
{
    private static readonly TimeSpan RootLifetime = TimeSpan.FromDays(3650);

    /// <summary>Less than the twelve months a registration may last (ETSI TS 119 475 GEN-5.2.4-08); a new one is made at every start.</summary>
    private static readonly TimeSpan RegistrationLifetime = TimeSpan.FromDays(360);

    /// <summary>Reaches nobody (RFC 2606); a real town registers its own.</summary>
    private const string DeletionAddress = "mailto:datenschutz@modellstadt.example";

    private readonly Lazy<(SigningKey Key, X509Certificate2 Leaf, X509Certificate2 Root)> authority = new(() => Open(keys, files, random, time.GetUtcNow()));

    /// <summary>The anchor for wallets.</summary>
    public X509Certificate2 Root => authority.Value.Root;

    /// <summary>
    /// Registration certificates for whoever is named <paramref name="identifier"/> in its access certificate: one for each purpose, as a
    /// person is to read the purpose of the question before them, and at the end one for questions that serve several.
    /// </summary>
    public IReadOnlyList<string> Register(string identifier, string name, IReadOnlyList<IntendedUse> uses)
    {
        var byPurpose = uses.GroupBy(use => use.Purpose).Select(purpose => purpose.ToArray()).ToArray();
        return [.. byPurpose.Select(purpose => RegisterOne(identifier, name, purpose)), .. byPurpose.Length > 1 ? [RegisterOne(identifier, name, uses)] : (string[])[]];
    }

    private string RegisterOne(string identifier, string name, IReadOnlyList<IntendedUse> uses)
    {
        var now = time.GetUtcNow();
        var registration = new RegistrationCertificate(identifier, name, now, [.. uses.Select(use => use.Credential)])
        {
            ExpiresAt = now + RegistrationLifetime,
            Country = "DE",
            PublicBody = true,
            SupportUri = DeletionAddress,
            Purpose =
            [
                new RegisteredText("de", string.Join(" ", uses.Select(use => use.Purpose.German).Distinct())),
                new RegisteredText("en", string.Join(" ", uses.Select(use => use.Purpose.English).Distinct())),
            ],
        };
        return registration.Sign(authority.Value.Key, CertificateChains.ToX5c(authority.Value.Leaf));
    }

    private static (SigningKey Key, X509Certificate2 Leaf, X509Certificate2 Root) Open(ISigningKeys keys, KeyFiles files, RandomSource random, DateTimeOffset now)
    {
        const string RootName = "demo-registrar-root";
        const string Name = "demo-registrar";
        var validity = new Validity(now.AddDays(-1), now + RootLifetime);
        var (rootKey, key) = (Delegated(keys.OpenOrCreate(RootName)), Delegated(keys.OpenOrCreate(Name)));
        var root = CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(
            RootName, () => CertificateAuthority.CreateRoot("Modellstadt DEMO Registrar", rootKey, validity, random.Fill).Certificate.ExportCertificatePem()))[0];
        var leaf = CertifiedKey.CertificatesIn(files.ReadOrCreateCertificates(
            Name, () => new CertificateAuthority(root, rootKey).IssueLeaf(new LeafRequest("DEMO Registrar", key.PublicKey, CertificateRole.Registrar, validity), random.Fill).ExportCertificatePem()))[0];
        return (key, leaf, root);
    }

    private static DelegatedSigningKey Delegated(IKeptKey kept) => new(JsonWebKey.From(kept.PublicKey), kept.Sign);
}
