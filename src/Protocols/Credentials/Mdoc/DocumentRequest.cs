// ISO/IEC 18013-5 §8.3.2.1.2.1 (DocRequest, ItemsRequest), §9.1.4 (mdoc reader authentication).
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What a reader asks of one document. Taken apart, but not believed.</summary>
public sealed class DocumentRequest
{
    private const string Section = "§8.3.2.1.2.1";

    private readonly CborItem itemsRequest;
    private readonly CborItem? readerAuth;

    private DocumentRequest(CborItem itemsRequest, CborItem? readerAuth, string documentType, IReadOnlyList<RequestedElement> elements)
    {
        this.itemsRequest = itemsRequest;
        this.readerAuth = readerAuth;
        DocumentType = documentType;
        Elements = elements;
    }

    /// <summary>`docType`.</summary>
    public string DocumentType { get; }

    /// <summary>The elements asked for.</summary>
    public IReadOnlyList<RequestedElement> Elements { get; }

    /// <summary>True when the reader signed the request; the signature is still to be verified.</summary>
    public bool IsSigned => readerAuth is not null;

    /// <summary>A request without the reader's signature.</summary>
    public static DocumentRequest For(string documentType, params IReadOnlyList<RequestedElement> elements) => new(
        CborItem.Embed(CborItem.Map(
            CborEntry.Of(MdocNames.DocumentType, CborItem.Of(documentType)),
            CborEntry.Of(MdocNames.NameSpaces, CborItem.Map(elements.GroupBy(element => element.NameSpace).Select(space => CborEntry.Of(
                space.Key, CborItem.Map(space.Select(element => CborEntry.Of(element.Identifier, CborItem.Of(element.IntentToRetain)))))))))),
        null,
        documentType,
        elements);

    /// <summary>The request with the reader's signature for this session.</summary>
    public DocumentRequest Sign(SessionTranscript transcript, SigningKey key, IReadOnlyList<X509Certificate2> certificates) => new(
        itemsRequest,
        CoseSign1.Sign(
            DeviceAuthentication.ReaderBytes(transcript, itemsRequest),
            key,
            new CoseParameters { Unprotected = [CoseCertificates.ToHeader(certificates)] },
            detached: true),
        DocumentType,
        Elements);

    /// <summary>Verifies the reader's signature for this session.</summary>
    /// <returns>The reader's certificate.</returns>
    public Checked<TrustedCertificate> VerifyReader(SessionTranscript transcript, CoseSignerResolver reader)
    {
        if (readerAuth is null)
            return new ProtocolError(ErrorCodes.ReaderAuthentication, "ISO/IEC 18013-5 §9.1.4", "The reader did not sign the request.");
        if (!CoseSign1.Parse(readerAuth).TryGetValue(out var signature, out var error))
            return error;
        if (!reader(signature.Headers).TryGetValue(out var certificate, out error))
            return error;
        return signature.Verify(certificate.Key, DeviceAuthentication.ReaderBytes(transcript, itemsRequest)).Error is { } broken
            ? broken with { Code = broken.Code == ErrorCodes.Signature ? ErrorCodes.ReaderAuthentication : broken.Code }
            : certificate;
    }

    /// <summary>Reads a DocRequest.</summary>
    internal static Checked<DocumentRequest> Parse(CborItem item)
    {
        if (item.Member("itemsRequest") is not { } embedded)
            return MdocNames.Malformed(Section, "itemsRequest is missing.");
        if (!StrictCbor.ParseEmbedded(embedded).TryGetValue(out var request, out var error))
            return error;
        if (request.Member(MdocNames.DocumentType)?.Text is not { Length: > 0 } documentType
            || request.Member(MdocNames.NameSpaces)?.Entries is not { Count: > 0 } spaces)
            return MdocNames.Malformed(Section, "itemsRequest lacks docType or nameSpaces.");
        var elements = new List<RequestedElement>();
        foreach (var (name, list) in spaces)
        {
            if (name.Text is not { } nameSpace || list.Entries is not { Count: > 0 } entries)
                return MdocNames.Malformed(Section, "A name space of the request is malformed.");
            if (entries.Any(entry => entry.Key.Text is null || entry.Value.Boolean is null))
                return MdocNames.Malformed(Section, "A requested element is malformed.");
            elements.AddRange(entries.Select(entry => new RequestedElement(nameSpace, entry.Key.Text!, entry.Value.Boolean!.Value)));
        }

        return new DocumentRequest(embedded, item.Member("readerAuth"), documentType, elements);
    }

    internal CborItem ToItem()
    {
        List<CborEntry> entries = [CborEntry.Of("itemsRequest", itemsRequest)];
        if (readerAuth is not null)
            entries.Add(CborEntry.Of("readerAuth", readerAuth));
        return CborItem.Map(entries);
    }
}
