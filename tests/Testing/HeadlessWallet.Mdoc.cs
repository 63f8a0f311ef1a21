using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;

namespace Modellstadt.Testing;

public sealed partial class HeadlessWallet
{
    /// <summary>Fetches copies of an mdoc for fresh keys under a fresh nonce, checks and keeps them.</summary>
    public async Task<IReadOnlyList<ReceivedMdoc>> FetchMdocsAsync(OfferingIssuer issuer, string configurationId, string token, int count)
    {
        var asked = await AskForCopiesAsync(issuer, configurationId, token, count);
        return KeepMdocs(issuer, configurationId, asked);
    }

    /// <summary>Checks the mdocs that an issuer sent, and keeps them.</summary>
    public IReadOnlyList<ReceivedMdoc> KeepMdocs(OfferingIssuer issuer, string configurationId, AskedCopies asked)
    {
        var type = issuer.Metadata.Configurations.Single(configuration => configuration.Id == configurationId).DocumentType!;
        var rules = new ReceivedMdocRules(type, headers => FindSigner(headers, issuer.Metadata.CredentialIssuer), time.GetUtcNow());
        var copies = ReceivedMdocs.Check(asked.Response.Credentials, [.. asked.Keys.Select(key => key.PublicKey)], rules).Expect();
        Mdocs.AddRange(copies.Select(copy => new PresentableMdoc(copy.Issued, type, asked.Keys.Single(key => key.PublicKey.IsSameKeyAs(copy.Mdoc.DeviceKey)))));
        return copies;
    }

    private Checked<TrustedCertificate> FindSigner(CoseHeaders headers, string issuer) =>
        CoseCertificates.Validate(headers, new ChainRules(Anchors, CertificateRole.CredentialIssuer, time.GetUtcNow()))
            .Then<TrustedCertificate>(certificate => certificate.IsForHost(new Uri(issuer).Host)
                ? certificate
                : new ProtocolError(ErrorCodes.UntrustedIssuer, "OpenID4VCI 1.0 §12.2.1", "The certificate is for another host than the issuer."));
}
