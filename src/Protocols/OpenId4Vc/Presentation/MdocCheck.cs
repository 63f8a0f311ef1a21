// OpenID4VP 1.0 §6.1.1 (trusted authorities), §8.6 (VP token validation), Appendix B.2.5 (DeviceResponse), B.2.6 (session transcript).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>Verifies a presented mdoc. It is always bound to a device, and its device signs for this question only.</summary>
internal static class MdocCheck
{
    /// <summary>Verifies the DeviceResponse that answers one query.</summary>
    public static Checked<CheckedCredential> Verify(CredentialQuery query, string presentation, PresentationRules rules)
        => DeviceResponse.ParseText(presentation).Then(response => response.Documents is [var document]
            ? Verify(query, document, rules)
            : new ProtocolError(PresentationErrors.PresentationCount, "OpenID4VP 1.0 Appendix B.2.5", "A presentation holds exactly one document."));

    /// <summary>The certificates in the headers of issuerAuth, in the form of `x5c`; they need not be validated yet.</summary>
    internal static JsonArray X5cOf(CoseHeaders headers) => CoseCertificates.Read(headers).TryGetValue(out var chain, out _)
        ? [.. chain.Select(certificate => JsonValue.Create(Convert.ToBase64String(certificate.Span)))]
        : [];

    private static Checked<CheckedCredential> Verify(CredentialQuery query, MdocDocument document, PresentationRules rules)
    {
        // The type chooses the anchors before anything is verified; the same type is demanded of the signed object.
        if (document.DocumentType != query.DocumentType)
            return new ProtocolError(ErrorCodes.CredentialType, "OpenID4VP 1.0 Appendix B.2.3", "docType is not the type that was asked for.");
        var demanded = new MdocRules(rules.Now, new HashSet<string> { document.DocumentType });
        return MdocVerifier.Verify(document, headers => rules.MdocTrust(document.DocumentType, headers), demanded, new DeviceBinding(rules.Question.Transcript))
            .Then<VerifiedMdoc>(mdoc => TrustedAuthorities.Check(query, X5cOf(document.IssuerSigned.IssuerAuth.Headers)) is { } foreign ? foreign : mdoc)
            .Then(mdoc => CredentialMatch.Of(query, mdoc.Elements)
                .Then<CheckedCredential>(match => new CheckedCredential(query.Id, mdoc.DocumentType, mdoc.Issuer, match.Claims, mdoc.Status)));
    }
}
