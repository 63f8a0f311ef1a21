using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Attestation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests;

/// <summary>A wallet provider with a root, a certificate below it and the key it attests with.</summary>
internal sealed class TestWalletProvider
{
    private static readonly Validity Valid = new(Keys.Now.AddDays(-1), Keys.Now.AddDays(365));

    public TestWalletProvider(int seed = 70, CertificateRole? role = null)
    {
        var authority = CertificateAuthority.CreateRoot("Test wallet provider root", Keys.New(seed), Valid, Keys.Random(seed));
        Key = Keys.New(seed + 1);
        var leaf = authority.IssueLeaf(new LeafRequest("Test wallet provider", Key.PublicKey, role ?? CertificateRole.WalletProvider, Valid), Keys.Random(seed + 1));
        (Root, X5c) = (authority.Certificate, CertificateChains.ToX5c(leaf));
        Trust = new AttestationTrust([Root]);
    }

    public X509Certificate2 Root { get; }

    public SigningKey Key { get; }

    public JsonArray X5c { get; }

    public AttestationTrust Trust { get; }

    /// <summary>An attestation with any change, rightly signed.</summary>
    public string Alter(string attestation, Action<JsonObject>? payload, Action<JsonObject>? header = null)
    {
        var jws = CompactJws.Parse(attestation).Expect();
        header?.Invoke(jws.Header);
        payload?.Invoke(jws.Payload);
        return CompactJws.Sign(jws.Header, jws.Payload, Key);
    }
}
