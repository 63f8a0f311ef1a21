// ISO/IEC TS 18013-7 Annex C.2 (request), C.5 (session transcript); ISO/IEC 18013-5 §8.3.2.1.2.1 (DeviceRequest), §9.1.4 (reader authentication).
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A question for mdocs that the browser brought (protocol org-iso-mdoc) and a wallet has read and verified.</summary>
/// <param name="Question">What is asked, by the origin that the browser vouches for.</param>
/// <param name="Reader">Who signed every document request; null when nobody signed and only the origin is known.</param>
public sealed record IsoMdocRequest(IsoMdocQuestion Question, TrustedCertificate? Reader)
{
    private static readonly JsonLimits Limits = new(MaxBytes: 128 * 1024, MaxDepth: 4, MaxValues: 50);

    /// <summary>Verifies a question.</summary>
    /// <param name="data">`data` of the request, JSON in UTF-8.</param>
    /// <param name="rules">Whom the wallet believes, and who calls.</param>
    public static Checked<IsoMdocRequest> Open(ReadOnlySpan<byte> data, DigitalCredentialRules rules)
    {
        if (!StrictJson.ParseObject(data, Limits).TryGetValue(out var json, out var error))
            return error;
        if (!rules.IsUsable)
            return Refuse("The origin is not one of a web page over https.");
        if (json.Text("deviceRequest") is not { } request || json.Text("encryptionInfo") is not { } encryptionInfo)
            return Refuse("deviceRequest or encryptionInfo is missing.");
        if (!BrowserEncryption.Parse(encryptionInfo).TryGetValue(out var info, out error))
            return error;
        if (!Base64Url.Decode(request).Then(bytes => DeviceRequest.Parse(bytes)).TryGetValue(out var device, out error))
            return error;
        return ReadQuery(device).Then(query => VerifyReader(device, new IsoMdocQuestion(rules.Origin, query, info), rules));
    }

    /// <summary>The request in DCQL, in whose words wallets choose and show; its limits apply.</summary>
    private static Checked<DcqlQuery> ReadQuery(DeviceRequest request)
    {
        var query = new DcqlQuery([.. request.Documents.Select((document, number) =>
            CredentialQuery.Mdoc($"document-{number}", document.DocumentType, "", []) with { Claims = [.. document.Elements.Select(Claim)] })]);
        if (!DcqlQuery.Parse(query.ToJson()).TryGetValue(out var parsed, out var error))
            return error;
        return IsoMdocQuestion.CanAsk(parsed) ? parsed : Refuse("A type is asked for twice, or without elements.");
    }

    /// <summary>Signatures hold for this origin and this encryption only; half signed is not signed.</summary>
    private static Checked<IsoMdocRequest> VerifyReader(DeviceRequest request, IsoMdocQuestion question, DigitalCredentialRules rules)
    {
        if (request.Documents.All(document => !document.IsSigned))
            return new IsoMdocRequest(question, Reader: null);
        var trust = MdocTrust.By(new ChainRules(rules.Anchors, MdocTrust.Reader, rules.Now), new ChainRules(rules.Anchors, CertificateRole.Verifier, rules.Now));
        TrustedCertificate? reader = null;
        foreach (var document in request.Documents)
        {
            if (!document.VerifyReader(question.Transcript, trust).TryGetValue(out var certificate, out var error))
                return error;
            if (reader is not null && reader.Hash != certificate.Hash)
                return Refuse("Different readers signed parts of one request.");
            reader = certificate;
        }

        return new IsoMdocRequest(question, reader);
    }

    private static ClaimQuery Claim(RequestedElement element) =>
        new(ClaimPath.Of(element.NameSpace, element.Identifier)) { IntentToRetain = element.IntentToRetain };

    private static ProtocolError Refuse(string detail) => new(PresentationErrors.InvalidRequest, "ISO/IEC TS 18013-7 Annex C.2", detail);
}
