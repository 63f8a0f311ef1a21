// ISO/IEC 18013-5 §8.2.1.1 (DeviceEngagement), §9.1.1.4 (cipher suite 1).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What a device shows in a QR code or over NFC, so that a reader can reach it.</summary>
/// <param name="Item">The structure as received.</param>
/// <param name="DeviceKey">The device's ephemeral key.</param>
public sealed record DeviceEngagement(CborItem Item, JsonWebKey DeviceKey)
{
    private const string Section = "§8.2.1.1";
    private const int VersionLabel = 0;
    private const int Security = 1;
    private const int Retrieval = 2;
    private const int CipherSuite = 1;

    /// <summary>The ways to reach the device: arrays of type, version and options; their options are the transport's matter.</summary>
    public IReadOnlyList<CborItem> RetrievalMethods => Item.Member(Retrieval)?.Elements ?? [];

    /// <summary>A new engagement.</summary>
    /// <param name="deviceKey">The device's ephemeral key, for one session.</param>
    /// <param name="retrievalMethods">Arrays of type, version and options.</param>
    public static DeviceEngagement For(JsonWebKey deviceKey, params IReadOnlyList<CborItem> retrievalMethods)
    {
        List<CborEntry> entries =
        [
            CborEntry.Of(VersionLabel, CborItem.Of(MdocNames.Version)),
            CborEntry.Of(Security, CborItem.Array(CborItem.Of(CipherSuite), CborItem.Embed(CoseKey.From(deviceKey)))),
        ];
        if (retrievalMethods.Count > 0)
            entries.Add(CborEntry.Of(Retrieval, CborItem.Array(retrievalMethods)));
        return new DeviceEngagement(CborItem.Map(entries), deviceKey);
    }

    /// <summary>Reads an engagement.</summary>
    public static Checked<DeviceEngagement> Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!StrictCbor.Parse(bytes).TryGetValue(out var item, out var error))
            return error;
        if (!MdocNames.IsKnownVersion(item.Member(VersionLabel)?.Text))
            return MdocNames.Malformed(Section, "The version of the engagement is not 1.x.");
        if (item.Member(Security)?.Elements is not [var suite, var key] || suite.Integer != CipherSuite)
            return MdocNames.Malformed(Section, "The cipher suite is not 1.");
        if (item.Member(Retrieval) is { Elements: null })
            return MdocNames.Malformed(Section, "The retrieval methods are not an array.");
        return StrictCbor.ParseEmbedded(key).Then(CoseKey.Parse).Then<DeviceEngagement>(deviceKey => new DeviceEngagement(item, deviceKey));
    }
}
