using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Verifier.Trust;

/// <summary>
/// Validates certificate chains of issuers. A chain that held is remembered for some minutes, with its key imported: the same
/// issuer signs nearly everything the town sees. Only good chains are remembered, so strangers cannot fill the memory.
/// </summary>
internal sealed class IssuerTrust(ITrustedIssuers issuers, TimeProvider time)
{
    private const int MaxRemembered = 1_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> chains = new();

    /// <summary>The certificate that signed a JWT about credentials of type <paramref name="vct"/>; the JWT is not verified yet.</summary>
    public Checked<TrustedCertificate> Find(string vct, CompactJws jws)
    {
        if (jws.Header["x5c"] is not JsonArray x5c)
            return new ProtocolError(ErrorCodes.CertificateChain, "HAIP 1.0 §6.1.1", "x5c is missing or not an array.");
        return Find(vct, x5c);
    }

    /// <summary>The certificate that signed a COSE message about credentials of type <paramref name="type"/>; the message is not verified yet.</summary>
    public Checked<TrustedCertificate> Find(string type, CoseHeaders headers) => CoseCertificates.Read(headers).Then(
        chain => Find(type, new JsonArray([.. chain.Select(certificate => JsonValue.Create(Convert.ToBase64String(certificate.Span)))])));

    private Checked<TrustedCertificate> Find(string vct, JsonArray x5c)
    {
        var anchors = issuers.For(vct);
        var now = time.GetUtcNow();
        var digest = Convert.ToHexString(SHA256.HashData(StrictJson.Write(x5c)));
        if (chains.TryGetValue(digest, out var entry) && now < entry.Until && anchors.Any(issuer => IsSame(issuer.Anchor, entry.Certificate.Anchor)))
            return entry.Certificate;

        return CertificateChains.Validate(x5c, new ChainRules([.. anchors.Select(issuer => issuer.Anchor)], CertificateRole.CredentialIssuer, now))
            .Then<TrustedCertificate>(certificate => Remember(digest, certificate, now));
    }

    /// <summary>As whom the town trusts the issuer of a credential that holds; null when it has ceased to since.</summary>
    public TrustedIssuer? IssuerOf(string vct, TrustedCertificate certificate) => issuers.For(vct).FirstOrDefault(issuer => IsSame(issuer.Anchor, certificate.Anchor));

    /// <summary>True for the same certificate, byte by byte.</summary>
    public static bool IsSame(X509Certificate2 one, X509Certificate2 other) => one.RawDataMemory.Span.SequenceEqual(other.RawDataMemory.Span);

    private TrustedCertificate Remember(string digest, TrustedCertificate certificate, DateTimeOffset now)
    {
        if (chains.Count >= MaxRemembered)
            chains.Clear();
        var end = new DateTimeOffset(certificate.Leaf.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        chains[digest] = new Entry(certificate, now + Remembered < end ? now + Remembered : end);
        return certificate;
    }

    private sealed record Entry(TrustedCertificate Certificate, DateTimeOffset Until);
}
