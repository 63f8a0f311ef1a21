// ISO/IEC 18013-5 §8.3.2.1.2.2 (IssuerSignedItem), §9.1.2.5 (salts and digests).
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>One data element as the issuer made it, with its salt.</summary>
public sealed class IssuerSignedItem
{
    private const int MinSaltLength = 16;
    private const string Section = "§8.3.2.1.2.2";

    private readonly CborItem embedded;

    private IssuerSignedItem(CborItem embedded, uint digestId, string identifier, CborItem value)
    {
        this.embedded = embedded;
        DigestId = digestId;
        Identifier = identifier;
        Value = value;
    }

    /// <summary>IssuerSignedItemBytes as received, tag 24 included: what the digest is taken over.</summary>
    public ReadOnlyMemory<byte> Encoded => embedded.Encoded;

    /// <summary>`digestID`: the place of its digest in the MSO.</summary>
    public uint DigestId { get; }

    /// <summary>`elementIdentifier`.</summary>
    public string Identifier { get; }

    /// <summary>`elementValue`.</summary>
    public CborItem Value { get; }

    /// <summary>Makes an item with a fresh salt.</summary>
    internal static IssuerSignedItem Create(uint digestId, string identifier, CborItem value, RandomFill random)
    {
        var salt = new byte[MinSaltLength];
        random(salt);
        var item = CborItem.Map(
            CborEntry.Of("digestID", CborItem.Of(digestId)),
            CborEntry.Of("random", CborItem.Of(salt)),
            CborEntry.Of("elementIdentifier", CborItem.Of(identifier)),
            CborEntry.Of("elementValue", value));
        return new IssuerSignedItem(CborItem.Embed(item), digestId, identifier, value);
    }

    /// <summary>Reads IssuerSignedItemBytes.</summary>
    internal static Checked<IssuerSignedItem> Parse(CborItem embedded)
    {
        if (!StrictCbor.ParseEmbedded(embedded).TryGetValue(out var item, out var error))
            return error;
        // §9.1.2.5: at least 16 bytes of salt; digestID below 2^31.
        if (item.Member("digestID")?.Integer is not { } id || id < 0 || id > int.MaxValue)
            return MdocNames.Malformed("§9.1.2.4", "digestID is not a number below 2^31.");
        if (item.Member("random")?.Bytes is not { Length: >= MinSaltLength })
            return MdocNames.Malformed("§9.1.2.5", "random is shorter than 16 bytes.");
        return item.Member("elementIdentifier")?.Text is { Length: > 0 } identifier && item.Member("elementValue") is { } value
            ? new IssuerSignedItem(embedded, (uint)id, identifier, value)
            : MdocNames.Malformed(Section, "elementIdentifier or elementValue is missing.");
    }

    internal CborItem ToItem() => embedded;
}
