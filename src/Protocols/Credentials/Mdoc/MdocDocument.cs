// ISO/IEC 18013-5 §8.3.2.1.2.2 (Document).
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>One presented mdoc. Taken apart, but not believed.</summary>
/// <param name="DocumentType">`docType`.</param>
/// <param name="IssuerSigned">What the issuer signed.</param>
/// <param name="DeviceSigned">What the device signed.</param>
public sealed record MdocDocument(string DocumentType, IssuerSigned IssuerSigned, DeviceSigned DeviceSigned)
{
    /// <summary>Reads a Document.</summary>
    internal static Checked<MdocDocument> Parse(CborItem item)
    {
        if (item.Member(MdocNames.DocumentType)?.Text is not { Length: > 0 } documentType || item.Member(MdocNames.IssuerSigned) is not { } issued)
            return MdocNames.Malformed("§8.3.2.1.2.2", "A document lacks docType or issuerSigned.");
        if (!IssuerSigned.Parse(issued).TryGetValue(out var issuerSigned, out var error))
            return error;
        return DeviceSigned.Parse(item.Member(MdocNames.DeviceSigned))
            .Then<MdocDocument>(deviceSigned => new MdocDocument(documentType, issuerSigned, deviceSigned));
    }
}
