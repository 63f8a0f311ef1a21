// OpenID4VP 1.0 §5.9.3 (how each prefix is checked), §12 (verifier attestation), §14.3 (response_uri); HAIP 1.0 §5; RFC 9101 §6.
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>Verifies who signed a request object, in the way the prefix of its client identifier demands.</summary>
internal static class RequestAuthentication
{
    private static readonly JwsRules WithCertificates = JwsRules.ForType(RequestObject.Type) with { CertificatesInHeader = true };
    private static readonly JwsRules WithAttestation = JwsRules.ForType(RequestObject.Type);

    /// <summary>The verifier behind a signed request.</summary>
    /// <param name="jws">The request object.</param>
    /// <param name="clientId">The client identifier it is to be checked for.</param>
    /// <param name="rules">Whom the wallet believes.</param>
    public static Checked<VerifierIdentity> Verify(CompactJws jws, ClientIdentifier clientId, RequestRules rules) => clientId.Prefix switch
    {
        ClientIdentifier.X509Hash or ClientIdentifier.X509SanDns => VerifyCertificate(jws, clientId, rules),
        ClientIdentifier.VerifierAttestation => VerifyAttestation(jws, clientId, rules),
        // §5.9.3: there is no key to trust for redirect_uri; a signature would only look like one.
        _ => Refuse("A request with this prefix cannot be signed."),
    };

    /// <summary>Refuses an address for the answer that does not belong to the verifier (§14.3, §5.9.3).</summary>
    public static ProtocolError? CheckResponseUri(Uri responseUri, VerifierIdentity verifier)
    {
        var fits = verifier.Client.Prefix switch
        {
            ClientIdentifier.X509SanDns => string.Equals(responseUri.IdnHost, verifier.Client.Name, StringComparison.OrdinalIgnoreCase),
            // Not demanded for x509_hash; but a certificate that names hosts speaks for no other.
            ClientIdentifier.X509Hash => verifier.Certificate!.Names.DnsNames.Count == 0 || verifier.Certificate.IsForHost(responseUri.IdnHost),
            ClientIdentifier.VerifierAttestation => verifier.Attestation!.ResponseAddresses.Count == 0 || verifier.Attestation.ResponseAddresses.Contains(responseUri.OriginalString),
            _ => responseUri.OriginalString == verifier.Client.Name,
        };
        return fits ? null : new ProtocolError(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5.9.3, §14.3", "response_uri does not belong to the client identifier.");
    }

    private static Checked<VerifierIdentity> VerifyCertificate(CompactJws jws, ClientIdentifier clientId, RequestRules rules)
    {
        if (jws.CheckHeader(WithCertificates) is { } broken)
            return broken;
        if (!CertificateChains.Validate(jws, new ChainRules(rules.Anchors, CertificateRole.Verifier, rules.Now)).TryGetValue(out var certificate, out var error))
            return error;
        if (!jws.Verify(certificate.Key, WithCertificates).TryGetValue(out _, out error))
            return error;
        var named = clientId.Prefix == ClientIdentifier.X509Hash ? clientId.Name == certificate.Hash : certificate.IsForHost(clientId.Name);
        return named
            ? new VerifierIdentity(clientId) { Certificate = certificate }
            : Refuse("client_id is not the one of the certificate.");
    }

    private static Checked<VerifierIdentity> VerifyAttestation(CompactJws jws, ClientIdentifier clientId, RequestRules rules)
    {
        if (jws.CheckHeader(WithAttestation) is { } broken)
            return broken;
        if (jws.Header.Text(VerifierAttestation.HeaderParameter) is not { } jwt)
            return Refuse("The verifier attestation is missing.");
        if (!VerifierAttestation.Verify(jwt, rules.AttestationIssuers, rules.Now).TryGetValue(out var attestation, out var error))
            return error;
        using var key = VerificationKey.Import(attestation.Key);
        if (!jws.Verify(key, WithAttestation).TryGetValue(out _, out error))
            return error;
        return attestation.Subject == clientId.Name
            ? new VerifierIdentity(clientId) { Attestation = attestation }
            : Refuse("client_id is not the subject of the attestation.");
    }

    private static ProtocolError Refuse(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5.9.3", detail);
}
