// ISO/IEC 18013-5 §8.3.2.1.2.2 (Document), §9.1.3.4 (device signature and MAC).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>Chooses what to disclose and proves possession of the device key.</summary>
public static class MdocHolder
{
    /// <summary>The mdoc with only the elements at these places.</summary>
    /// <returns>The selection, or <see cref="ErrorCodes.UnknownClaim"/> when the mdoc has no such element.</returns>
    public static Checked<IssuerSigned> Select(IssuerSigned issued, IReadOnlySet<(string NameSpace, string Identifier)> elements)
    {
        var selected = issued.NameSpaces
            .Select(space => (space.Key, Items: space.Value.Where(item => elements.Contains((space.Key, item.Identifier))).ToList()))
            .Where(space => space.Items.Count > 0)
            .ToDictionary(space => space.Key, IReadOnlyList<IssuerSignedItem> (space) => space.Items);
        return selected.Values.Sum(items => items.Count) == elements.Count
            ? issued.With(selected)
            : new ProtocolError(ErrorCodes.UnknownClaim, "ISO/IEC 18013-5 §8.3.2.1.2.2", "The mdoc has no such element.");
    }

    /// <summary>A Document with a device signature, for <see cref="DeviceResponse.Write"/>.</summary>
    /// <param name="selection">What is disclosed.</param>
    /// <param name="transcript">The question that is answered.</param>
    /// <param name="deviceKey">The private half of the device key.</param>
    /// <param name="deviceElements">What the device says by itself; must be authorised by the issuer.</param>
    public static Checked<CborItem> Sign(
        IssuerSigned selection, SessionTranscript transcript, SigningKey deviceKey, params IReadOnlyCollection<MdocElement> deviceElements)
        => Prove(selection, transcript, deviceElements, bytes => CborEntry.Of(
            MdocNames.DeviceSignature, CoseSign1.Sign(bytes, deviceKey, detached: true)));

    /// <summary>A Document with a device MAC, which only the reader can check and nobody can show to others.</summary>
    /// <param name="selection">What is disclosed.</param>
    /// <param name="transcript">The question that is answered.</param>
    /// <param name="deviceKey">The private half of the device key, for key agreement.</param>
    /// <param name="readerKey">The reader's ephemeral key.</param>
    public static Checked<CborItem> Authenticate(IssuerSigned selection, SessionTranscript transcript, DecryptionKey deviceKey, JsonWebKey readerKey)
        => Prove(selection, transcript, [], bytes => CborEntry.Of(
            MdocNames.DeviceMac,
            CoseMac0.Authenticate(bytes, DeviceAuthentication.MacKey(deviceKey.Agree(readerKey), transcript), detached: true)));

    private static Checked<CborItem> Prove(
        IssuerSigned selection, SessionTranscript transcript, IReadOnlyCollection<MdocElement> deviceElements, Func<ReadOnlyMemory<byte>, CborEntry> prove)
    {
        if (selection.IssuerAuth.Payload is not { } payload)
            return MdocNames.Malformed("§9.1.2.4", "issuerAuth has no payload.");
        if (!MobileSecurityObject.Parse(payload).TryGetValue(out var mso, out var error))
            return error;
        var nameSpaces = CborItem.Embed(CborItem.Map(deviceElements.GroupBy(element => element.NameSpace).Select(space => CborEntry.Of(
            space.Key, CborItem.Map(space.Select(element => CborEntry.Of(element.Identifier, element.Value)))))));
        var proof = prove(DeviceAuthentication.Bytes(transcript, mso.DocumentType, nameSpaces));
        return CborItem.Map(
            CborEntry.Of(MdocNames.DocumentType, CborItem.Of(mso.DocumentType)),
            CborEntry.Of(MdocNames.IssuerSigned, selection.ToItem()),
            CborEntry.Of(MdocNames.DeviceSigned, CborItem.Map(
                CborEntry.Of(MdocNames.NameSpaces, nameSpaces), CborEntry.Of(MdocNames.DeviceAuth, CborItem.Map(proof)))));
    }
}
