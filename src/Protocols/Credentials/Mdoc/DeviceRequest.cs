// ISO/IEC 18013-5 §8.3.2.1.2.1 (DeviceRequest).
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>The question of a reader.</summary>
/// <param name="Documents">What is asked of each document.</param>
public sealed record DeviceRequest(IReadOnlyList<DocumentRequest> Documents)
{
    private const string Section = "§8.3.2.1.2.1";
    private const int MaxDocuments = 16;

    /// <summary>Reads a DeviceRequest.</summary>
    public static Checked<DeviceRequest> Parse(ReadOnlyMemory<byte> bytes, CborLimits? limits = null)
    {
        if (!StrictCbor.Parse(bytes, limits).TryGetValue(out var item, out var error))
            return error;
        if (!MdocNames.IsKnownVersion(item.Member(MdocNames.VersionKey)?.Text))
            return MdocNames.Malformed(Section, "The version of the request is not 1.x.");
        if (item.Member("docRequests")?.Elements is not { Count: > 0 and <= MaxDocuments } requests)
            return MdocNames.Malformed(Section, $"docRequests is not an array of 1 to {MaxDocuments}.");
        var documents = new List<DocumentRequest>(requests.Count);
        foreach (var request in requests)
        {
            if (!DocumentRequest.Parse(request).TryGetValue(out var document, out error))
                return error;
            documents.Add(document);
        }

        return new DeviceRequest(documents);
    }

    /// <summary>The request as CBOR.</summary>
    public CborItem ToItem() => CborItem.Map(
        CborEntry.Of(MdocNames.VersionKey, CborItem.Of(MdocNames.Version)),
        CborEntry.Of("docRequests", CborItem.Array(Documents.Select(document => document.ToItem()))));
}
