// ISO/IEC TS 18013-7 Annex C (Digital Credentials API): C.2 request, C.4 response, C.5 session transcript; ISO/IEC 18013-5 §8.3.2.1.2
// (DeviceRequest, DeviceResponse), §9.1.4 (reader authentication).
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>A question for mdocs that the browser hands to a wallet in the words of ISO/IEC 18013 (protocol org-iso-mdoc).</summary>
/// <param name="Origin">Scheme, host and port of the page that asks, as browsers write it.</param>
/// <param name="Query">What is asked; only what a DeviceRequest can say (<see cref="CanAsk"/>).</param>
/// <param name="Info">How the answer is encrypted; with the origin it is what the device signs.</param>
public sealed record IsoMdocQuestion(string Origin, DcqlQuery Query, BrowserEncryption Info)
    : WalletQuestion(Base64Url.Encode(Info.Nonce.Span), Query, Encryption: null)
{
    internal const string Documents = "documents";

    /// <summary>The origin; no mdoc says it in words, its device signs <see cref="Transcript"/>.</summary>
    public override string Audience => DigitalCredentialQuestion.AudiencePrefix + Origin;

    /// <inheritdoc />
    public override SessionTranscript Transcript => Info.TranscriptFor(Origin);

    /// <summary>
    /// True when a DeviceRequest says the same as the query: elements of mdocs, each type once, without alternatives, values or
    /// authorities. A wallet that cannot hear a condition would show more than was asked for.
    /// </summary>
    public static bool CanAsk(DcqlQuery query) => query.CredentialSets.Count == 0
        && query.Credentials.All(credential => credential is { Format: CredentialQuery.MdocFormat, Multiple: false, ClaimSets.Count: 0, TrustedAuthorities.Count: 0, Claims.Count: > 0 }
            && credential.Claims.All(claim => claim.Values.Count == 0))
        && query.Credentials.Select(credential => credential.DocumentType).Distinct().Count() == query.Credentials.Count;

    /// <summary>
    /// The same question as behind a link, put by a page of this origin: its key, and a nonce made of its nonce, so that the same request
    /// always leads to the same question.
    /// </summary>
    /// <exception cref="ArgumentException">The request wants its answer in the clear, which this protocol does not know.</exception>
    public static IsoMdocQuestion Of(RequestObject request, string origin)
    {
        var key = request.Encryption?.Key ?? throw new ArgumentException("The request wants its answer in the clear.", nameof(request));
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(request.Nonce));
        return new IsoMdocQuestion(origin, request.Query, BrowserEncryption.For(key, nonce => digest.AsSpan(0, nonce.Length).CopyTo(nonce)));
    }

    /// <summary>`data` of the request.</summary>
    /// <param name="reader">Who signs each document request (§9.1.4); null leaves them unsigned.</param>
    public JsonObject ToData(RequestSigner? reader)
    {
        var transcript = Transcript;
        IReadOnlyList<X509Certificate2> certificates = reader?.X5c is { } x5c
            ? [.. x5c.Select(entry => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(entry!.GetValue<string>())))]
            : [];
        var documents = Query.Credentials.Select(credential => DocumentRequest.For(credential.DocumentType!, [.. credential.Claims.Select(Element)]));
        var request = new DeviceRequest([.. certificates.Count > 0 ? documents.Select(document => document.Sign(transcript, reader!.Key, certificates)) : documents]);
        return new JsonObject { ["deviceRequest"] = Base64Url.Encode(request.ToItem().Encoded.Span), ["encryptionInfo"] = Info.Text };
    }

    /// <summary>Decrypts `data` of what the browser brought back and sorts its documents to the queries they answer. Nothing in it is verified yet.</summary>
    /// <param name="data">`data` of the digital credential.</param>
    /// <param name="key">The private key of this presentation.</param>
    public Checked<WalletAnswer> Open(JsonObject data, DecryptionKey key)
    {
        if (data.Text("response") is not { } response)
            return Refuse("response is missing.");
        if (!BrowserEncryption.Decrypt(response, key, Transcript).TryGetValue(out var bytes, out var error))
            return error with { Code = PresentationErrors.InvalidResponse };
        // What a DeviceResponse must be is checked first; then each document becomes an answer of its own.
        if (DeviceResponse.Parse(bytes).Error is { } malformed)
            return malformed;
        var documents = StrictCbor.Parse(bytes).Expect().Member(Documents)?.Elements ?? [];
        return documents.Count == 0 ? new WalletAnswer.Declined(PresentationErrors.AccessDenied) : Sort(documents);
    }

    private Checked<WalletAnswer> Sort(IReadOnlyList<CborItem> documents)
    {
        var shown = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var document in documents)
        {
            var type = document.Member("docType")?.Text;
            if (Query.Credentials.FirstOrDefault(credential => credential.DocumentType == type) is not { } query)
                return new ProtocolError(PresentationErrors.UnknownQuery, "ISO/IEC 18013-5 §8.3.2.1.2.2", "A document is of a type that was not asked for.");
            if (!shown.TryAdd(query.Id, [DeviceResponse.WriteText(document)]))
                return new ProtocolError(PresentationErrors.PresentationCount, "ISO/IEC 18013-5 §8.3.2.1.2.2", "Two documents answer the same request.");
        }

        return new WalletAnswer.Shown(shown);
    }

    private static RequestedElement Element(ClaimQuery claim) =>
        new(claim.Path.Steps[0].Name!, claim.Path.Steps[1].Name!, claim.IntentToRetain ?? false);

    private static ProtocolError Refuse(string detail) => new(PresentationErrors.InvalidResponse, "ISO/IEC TS 18013-7 Annex C.4", detail);
}
