// ISO/IEC 18013-5 §9.1.2.4 (KeyAuthorizations): which data elements the device may sign by itself.
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What the issuer lets the device key say.</summary>
public sealed class KeyAuthorizations
{
    private readonly HashSet<string> nameSpaces;
    private readonly HashSet<(string NameSpace, string Identifier)> elements;

    private KeyAuthorizations(HashSet<string> nameSpaces, HashSet<(string NameSpace, string Identifier)> elements)
    {
        this.nameSpaces = nameSpaces;
        this.elements = elements;
    }

    /// <summary>Nothing.</summary>
    public static KeyAuthorizations None { get; } = new([], []);

    /// <summary>Certain elements, for example those of a type of transaction data (OpenID4VP 1.0 Appendix B.2.1).</summary>
    public static KeyAuthorizations For(params IEnumerable<(string NameSpace, string Identifier)> elements) => new([], [.. elements]);

    /// <summary>True when the device may sign this element.</summary>
    public bool Allow(string nameSpace, string identifier) => nameSpaces.Contains(nameSpace) || elements.Contains((nameSpace, identifier));

    /// <summary>Reads `keyAuthorizations`; an absent one allows nothing.</summary>
    internal static Checked<KeyAuthorizations> Parse(CborItem? item)
    {
        if (item is null)
            return None;
        var (whole, single) = (item.Member("nameSpaces"), item.Member("dataElements"));
        if (item.Entries is null || (whole is not null && whole.Elements is null) || (single is not null && single.Entries is null))
            return Refuse();
        var nameSpaces = new HashSet<string>();
        foreach (var nameSpace in whole?.Elements ?? [])
        {
            if (nameSpace.Text is not { } name)
                return Refuse();
            nameSpaces.Add(name);
        }

        var elements = new HashSet<(string NameSpace, string Identifier)>();
        foreach (var (nameSpace, identifiers) in single?.Entries ?? [])
        {
            if (nameSpace.Text is not { } name || identifiers.Elements is not { } list || list.Any(identifier => identifier.Text is null))
                return Refuse();
            elements.UnionWith(list.Select(identifier => (name, identifier.Text!)));
        }

        return new KeyAuthorizations(nameSpaces, elements);
    }

    internal CborItem? ToItem() => elements.Count == 0
        ? null
        : CborItem.Map(CborEntry.Of("dataElements", CborItem.Map(elements.GroupBy(element => element.NameSpace).Select(
            space => CborEntry.Of(space.Key, CborItem.Array(space.Select(element => CborItem.Of(element.Identifier))))))));

    private static ProtocolError Refuse() => MdocNames.Malformed("§9.1.2.4", "keyAuthorizations is malformed.");
}
