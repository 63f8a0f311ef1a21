// ISO/IEC 18013-5 §8.3.2.1.2.2 (DeviceSigned), §9.1.3 (mdoc authentication).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What the device adds: data elements of its own, and the proof that it holds the device key. Taken apart, but not believed.</summary>
public sealed class DeviceSigned
{
    private const string Section = "§8.3.2.1.2.2";

    private DeviceSigned(CborItem embedded, IReadOnlyDictionary<string, IReadOnlyList<CborEntry>> nameSpaces)
    {
        Embedded = embedded;
        NameSpaces = nameSpaces;
    }

    /// <summary>The device's own elements by name space; mostly empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CborEntry>> NameSpaces { get; }

    /// <summary>The signature, or null when there is a MAC.</summary>
    public CoseSign1? Signature { get; private init; }

    /// <summary>The MAC, or null when there is a signature.</summary>
    public CoseMac0? Mac { get; private init; }

    /// <summary>DeviceNameSpacesBytes as received.</summary>
    internal CborItem Embedded { get; }

    /// <summary>Reads a DeviceSigned structure.</summary>
    internal static Checked<DeviceSigned> Parse(CborItem? item)
    {
        if (item?.Member(MdocNames.NameSpaces) is not { } embedded || item.Member(MdocNames.DeviceAuth) is not { } proof)
            return MdocNames.Malformed(Section, "deviceSigned lacks nameSpaces or deviceAuth.");
        if (!StrictCbor.ParseEmbedded(embedded).Then(ReadNameSpaces).TryGetValue(out var nameSpaces, out var error))
            return error;
        // §9.1.3.3: exactly one of the two.
        return (proof.Member(MdocNames.DeviceSignature), proof.Member(MdocNames.DeviceMac)) switch
        {
            ({ } signature, null) => CoseSign1.Parse(signature).Then<DeviceSigned>(parsed => new DeviceSigned(embedded, nameSpaces) { Signature = parsed }),
            (null, { } mac) => CoseMac0.Parse(mac).Then<DeviceSigned>(parsed => new DeviceSigned(embedded, nameSpaces) { Mac = parsed }),
            _ => MdocNames.Malformed(Section, "deviceAuth holds not exactly one of deviceSignature and deviceMac."),
        };
    }

    private static Checked<IReadOnlyDictionary<string, IReadOnlyList<CborEntry>>> ReadNameSpaces(CborItem item)
    {
        var nameSpaces = new Dictionary<string, IReadOnlyList<CborEntry>>();
        if (item.Entries is not { } entries)
            return MdocNames.Malformed(Section, "The device's nameSpaces are not a map.");
        foreach (var (name, elements) in entries)
        {
            if (name.Text is not { Length: > 0 } nameSpace || elements.Entries is not { Count: > 0 } found || found.Any(element => element.Key.Text is null))
                return MdocNames.Malformed(Section, "A name space of the device is malformed.");
            nameSpaces.Add(nameSpace, found);
        }

        return nameSpaces;
    }
}
