using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Attestation;

namespace Modellstadt.Testing;

/// <summary>A wallet provider for tests of issuers: a root, a certificate below it and the key it attests with.</summary>
public sealed class TestWalletProvider
{
    private readonly SigningKey key;
    private readonly JsonArray x5c;

    /// <summary>A new provider whose certificates are valid for a year around <paramref name="now"/>.</summary>
    /// <param name="now">The test's time.</param>
    /// <param name="random">Its randomness.</param>
    /// <param name="role">What its certificate is for; null for the right thing.</param>
    public TestWalletProvider(DateTimeOffset now, RandomFill random, CertificateRole? role = null)
    {
        var validity = new Validity(now.AddDays(-1), now.AddDays(365));
        var authority = CertificateAuthority.CreateRoot("Test wallet provider root", SoftwareSigningKey.Create(random), validity, random);
        key = SoftwareSigningKey.Create(random);
        Root = authority.Certificate;
        x5c = CertificateChains.ToX5c(authority.IssueLeaf(new LeafRequest("Test wallet provider", key.PublicKey, role ?? CertificateRole.WalletProvider, validity), random));
    }

    /// <summary>The anchor to trust.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>Attests keys, for one hour.</summary>
    /// <param name="keys">Whose keepers it vouches for.</param>
    /// <param name="nonce">The issuer's nonce, or null.</param>
    /// <param name="now">When.</param>
    public string Attest(IEnumerable<SigningKey> keys, string? nonce, DateTimeOffset now) =>
        new KeyAttestation([.. keys.Select(attested => attested.PublicKey)], now) { Nonce = nonce, ExpiresAt = now.AddHours(1), KeyStorage = [AttackPotential.Moderate] }.Sign(key, x5c);

    /// <summary>Attests a wallet, for a day.</summary>
    /// <param name="wallet">The wallet's key.</param>
    /// <param name="clientId">What all wallets of this kind are called.</param>
    /// <param name="now">When.</param>
    public WalletInstance AttestWallet(SigningKey wallet, string clientId, DateTimeOffset now) =>
        new(wallet, new WalletAttestation(clientId, wallet.PublicKey, now.AddDays(1)) { Issuer = "https://provider.example", IssuedAt = now, WalletName = "Test wallet" }.Sign(key, x5c));

    /// <summary>An attestation with any change, rightly signed.</summary>
    public string Alter(string attestation, Action<JsonObject>? payload, Action<JsonObject>? header = null)
    {
        var jws = CompactJws.Parse(attestation).Expect();
        header?.Invoke(jws.Header);
        payload?.Invoke(jws.Payload);
        return CompactJws.Sign(jws.Header, jws.Payload, key);
    }
}
