// ISO/IEC 18013-5 §8.3.2.1.2.2 (DeviceResponse), §8.3.2.1.2.3 (status); OpenID4VP 1.0 Appendix B.2.5 (in a VP Token).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>The answer of a wallet. Taken apart, but not believed.</summary>
public sealed class DeviceResponse
{
    private const string Section = "§8.3.2.1.2.2";
    private const int MaxDocuments = 16;

    private DeviceResponse(IReadOnlyList<MdocDocument> documents) => Documents = documents;

    /// <summary>The presented mdocs; empty when the wallet returns none.</summary>
    public IReadOnlyList<MdocDocument> Documents { get; }

    /// <summary>Reads the text in a VP Token: base64url of the CBOR.</summary>
    public static Checked<DeviceResponse> ParseText(string text, CborLimits? limits = null)
    {
        limits ??= CborLimits.Default;
        return text.Length > limits.MaxBytes * 4L / 3 + 4
            ? new ProtocolError(ErrorCodes.TooLarge, "ISO/IEC 18013-5 §8.3", "The answer is too long.")
            : Base64Url.Decode(text).Then(bytes => Parse(bytes, limits));
    }

    /// <summary>Reads a DeviceResponse.</summary>
    public static Checked<DeviceResponse> Parse(ReadOnlyMemory<byte> bytes, CborLimits? limits = null)
        => StrictCbor.Parse(bytes, limits).Then(Parse);

    /// <summary>The DeviceResponse around documents from <see cref="MdocHolder"/>.</summary>
    public static CborItem Write(params IEnumerable<CborItem> documents)
    {
        var all = documents.ToList();
        List<CborEntry> entries = [CborEntry.Of(MdocNames.VersionKey, CborItem.Of(MdocNames.Version)), CborEntry.Of(MdocNames.Status, CborItem.Of(0))];
        if (all.Count > 0)
            entries.Add(CborEntry.Of(MdocNames.Documents, CborItem.Array(all)));
        return CborItem.Map(entries);
    }

    /// <summary>The text for a VP Token: base64url of the CBOR.</summary>
    public static string WriteText(params IEnumerable<CborItem> documents) => Base64Url.Encode(Write(documents).Encoded.Span);

    private static Checked<DeviceResponse> Parse(CborItem item)
    {
        if (!MdocNames.IsKnownVersion(item.Member(MdocNames.VersionKey)?.Text))
            return MdocNames.Malformed(Section, "The version of the answer is not 1.x.");
        // §8.3.2.1.2.3: every other status says that something went wrong, and then nothing is returned.
        if (item.Member(MdocNames.Status)?.Integer != 0)
            return MdocNames.Malformed("§8.3.2.1.2.3", "The status of the answer is not 0.");
        if (item.Member(MdocNames.Documents) is not { } documents)
            return new DeviceResponse([]);
        if (documents.Elements is not { Count: > 0 and <= MaxDocuments } elements)
            return MdocNames.Malformed(Section, $"documents is not an array of 1 to {MaxDocuments}.");
        var found = new List<MdocDocument>(elements.Count);
        foreach (var element in elements)
        {
            if (!MdocDocument.Parse(element).TryGetValue(out var document, out var error))
                return error;
            found.Add(document);
        }

        return new DeviceResponse(found);
    }
}
