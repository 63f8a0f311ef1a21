// ISO/IEC 18013-5 §8.3.2.1.2.2 (IssuerSigned); OpenID4VCI 1.0 Appendix A.2.4 (the credential in a response).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What an issuer hands out: data elements and the signed object with their digests. Taken apart, but not believed.</summary>
public sealed class IssuerSigned
{
    private const string Section = "§8.3.2.1.2.2";

    private readonly CborItem issuerAuth;

    internal IssuerSigned(IReadOnlyDictionary<string, IReadOnlyList<IssuerSignedItem>> nameSpaces, CborItem issuerAuth, CoseSign1 signature)
    {
        NameSpaces = nameSpaces;
        this.issuerAuth = issuerAuth;
        IssuerAuth = signature;
    }

    /// <summary>The items by name space; empty when nothing is disclosed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IssuerSignedItem>> NameSpaces { get; }

    /// <summary>The issuer's signature over the MSO.</summary>
    public CoseSign1 IssuerAuth { get; }

    /// <summary>Reads the `credential` of a credential response: base64url of the CBOR.</summary>
    public static Checked<IssuerSigned> ParseText(string text, CborLimits? limits = null)
    {
        limits ??= CborLimits.Default;
        return text.Length > limits.MaxBytes * 4L / 3 + 4
            ? new ProtocolError(ErrorCodes.TooLarge, "ISO/IEC 18013-5 §8.3", "The mdoc is too long.")
            : Base64Url.Decode(text).Then(bytes => StrictCbor.Parse(bytes, limits)).Then(Parse);
    }

    /// <summary>Reads an IssuerSigned structure.</summary>
    public static Checked<IssuerSigned> Parse(CborItem item)
    {
        if (item.Entries is null || item.Member(MdocNames.IssuerAuth) is not { } issuerAuth)
            return MdocNames.Malformed(Section, "issuerAuth is missing.");
        if (!ReadNameSpaces(item.Member(MdocNames.NameSpaces)).TryGetValue(out var nameSpaces, out var error))
            return error;
        return CoseSign1.Parse(issuerAuth).Then<IssuerSigned>(signature => new IssuerSigned(nameSpaces, issuerAuth, signature));
    }

    /// <summary>The structure as CBOR.</summary>
    public CborItem ToItem()
    {
        List<CborEntry> entries = [CborEntry.Of(MdocNames.IssuerAuth, issuerAuth)];
        if (NameSpaces.Count > 0)
        {
            entries.Add(CborEntry.Of(MdocNames.NameSpaces, CborItem.Map(NameSpaces.Select(
                space => CborEntry.Of(space.Key, CborItem.Array(space.Value.Select(element => element.ToItem())))))));
        }

        return CborItem.Map(entries);
    }

    /// <summary>The text in a credential response: base64url of the CBOR.</summary>
    public string ToText() => Base64Url.Encode(ToItem().Encoded.Span);

    /// <summary>The same object with other items.</summary>
    internal IssuerSigned With(IReadOnlyDictionary<string, IReadOnlyList<IssuerSignedItem>> nameSpaces) => new(nameSpaces, issuerAuth, IssuerAuth);

    private static Checked<IReadOnlyDictionary<string, IReadOnlyList<IssuerSignedItem>>> ReadNameSpaces(CborItem? item)
    {
        var nameSpaces = new Dictionary<string, IReadOnlyList<IssuerSignedItem>>();
        if (item is null)
            return nameSpaces;
        if (item.Entries is not { Count: > 0 } entries)
            return MdocNames.Malformed(Section, "nameSpaces is not a map with entries.");
        foreach (var (name, list) in entries)
        {
            if (name.Text is not { Length: > 0 } nameSpace || list.Elements is not { Count: > 0 } elements)
                return MdocNames.Malformed(Section, "A name space is no text or has no items.");
            if (!ReadItems(elements).TryGetValue(out var items, out var error))
                return error;
            nameSpaces.Add(nameSpace, items);
        }

        return nameSpaces;
    }

    private static Checked<IReadOnlyList<IssuerSignedItem>> ReadItems(IReadOnlyList<CborItem> elements)
    {
        var items = new List<IssuerSignedItem>(elements.Count);
        var identifiers = new HashSet<string>();
        foreach (var element in elements)
        {
            if (!IssuerSignedItem.Parse(element).TryGetValue(out var item, out var error))
                return error;
            if (!identifiers.Add(item.Identifier))
                return MdocNames.Malformed(Section, "A data element occurs twice.");
            items.Add(item);
        }

        return items;
    }
}
