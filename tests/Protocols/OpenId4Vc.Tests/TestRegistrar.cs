using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.OpenId4Vc.Tests;

/// <summary>A registrar with a root that certifies its own key and the access certificates of relying parties.</summary>
internal sealed class TestRegistrar
{
    private static readonly Validity Valid = new(Keys.Now.AddDays(-1), Keys.Now.AddDays(365));

    private readonly CertificateAuthority authority;

    public TestRegistrar(int seed = 120, CertificateRole? role = null)
    {
        authority = CertificateAuthority.CreateRoot("Test registrar root", Keys.New(seed), Valid, Keys.Random(seed));
        Key = Keys.New(seed + 1);
        X5c = CertificateChains.ToX5c(authority.IssueLeaf(new LeafRequest("Test registrar", Key.PublicKey, role ?? CertificateRole.Registrar, Valid), Keys.Random(seed + 1)));
    }

    public X509Certificate2 Root => authority.Certificate;

    public SigningKey Key { get; }

    public JsonArray X5c { get; }

    /// <summary>The validated access certificate of a relying party with this identifier.</summary>
    public TrustedCertificate Access(string? identifier)
    {
        var leaf = authority.IssueLeaf(
            new LeafRequest("Stadt Beispiel", Keys.New(130).PublicKey, CertificateRole.Verifier, Valid) { DnsNames = ["verifier.example"], OrganizationIdentifier = identifier }, Keys.Random(131));
        return CertificateChains.Validate([leaf], new ChainRules([Root], CertificateRole.Verifier, Keys.Now)).Expect();
    }

    /// <summary>A certificate with any change, rightly signed.</summary>
    public string Alter(string certificate, Action<JsonObject>? payload, Action<JsonObject>? header = null)
    {
        var jws = CompactJws.Parse(certificate).Expect();
        header?.Invoke(jws.Header);
        payload?.Invoke(jws.Payload);
        return CompactJws.Sign(jws.Header, jws.Payload, Key);
    }
}
