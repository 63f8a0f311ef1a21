using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier.Keys;

/// <summary>A certificate under which the town asks wallets, with its key.</summary>
internal sealed class AccessCertificate
{
    private readonly string host;
    private readonly RequestSigner? attested;

    /// <param name="key">The key.</param>
    /// <param name="chain">Its certificate, then those that certify it; the root is not among them.</param>
    /// <param name="host">The host it is for.</param>
    /// <param name="sendsIntermediates">True when wallets get all of the chain.</param>
    /// <param name="attestation">A verifier attestation for this key (OpenID4VP 1.0 §12), or null.</param>
    public AccessCertificate(SigningKey key, IReadOnlyList<X509Certificate2> chain, string host, bool sendsIntermediates, string? attestation)
    {
        this.host = host;
        Leaf = chain[0];
        Signer = new RequestSigner(RequestObject.ClientIdOf(Leaf), key, CertificateChains.ToX5c(sendsIntermediates ? chain : [Leaf]));
        Identifier = TrustedCertificate.IdentifierIn(Leaf);
        attested = attestation is { } jwt ? SignerOf(jwt, key) : null;
    }

    /// <summary>The certificate.</summary>
    public X509Certificate2 Leaf { get; }

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

    /// <summary>An attestation for another key would make every question look forged: the town does not start with one.</summary>
    private static RequestSigner SignerOf(string jwt, SigningKey key)
    {
        var payload = CompactJws.Parse(jwt).Expect().Payload;
        if (payload.Object("cnf")?.Object("jwk") is not { } jwk || !JsonWebKey.Parse(jwk).Expect().IsSameKeyAs(key.PublicKey) || payload.Text("sub") is not { } subject)
            throw new InvalidOperationException("The verifier attestation is not for the key of the access certificate.");
        return new RequestSigner(new ClientIdentifier(ClientIdentifier.VerifierAttestation, subject).ToString(), key, X5c: null) { Attestation = jwt };
    }
}
