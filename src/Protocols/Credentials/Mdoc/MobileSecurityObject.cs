// ISO/IEC 18013-5 §9.1.2.4 (MobileSecurityObject); draft-ietf-oauth-status-list-20 §6.3 (status in an mdoc).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>The object an issuer signs: digests of the data elements, the device key and the validity.</summary>
public sealed class MobileSecurityObject
{
    private const string Section = "§9.1.2.4";

    private readonly Dictionary<string, Dictionary<uint, ReadOnlyMemory<byte>>> digests;

    private MobileSecurityObject(
        string documentType, MdocDigest algorithm, Dictionary<string, Dictionary<uint, ReadOnlyMemory<byte>>> digests, JsonWebKey deviceKey, MdocValidity validity)
    {
        DocumentType = documentType;
        Algorithm = algorithm;
        this.digests = digests;
        DeviceKey = deviceKey;
        Validity = validity;
    }

    /// <summary>`docType`.</summary>
    public string DocumentType { get; }

    /// <summary>The key whose holder may present the mdoc.</summary>
    public JsonWebKey DeviceKey { get; }

    /// <summary>What the device may sign by itself.</summary>
    public KeyAuthorizations Authorizations { get; private init; } = KeyAuthorizations.None;

    /// <summary>When it was signed and may be used.</summary>
    public MdocValidity Validity { get; }

    /// <summary>Where the status stands, or null when the mdoc has none.</summary>
    public StatusReference? Status { get; private init; }

    /// <summary>How many digests each name space has; more than elements when there are decoys.</summary>
    public IReadOnlyDictionary<string, int> DigestCounts => digests.ToDictionary(space => space.Key, space => space.Value.Count);

    internal MdocDigest Algorithm { get; }

    /// <summary>Reads the payload of issuerAuth (MobileSecurityObjectBytes).</summary>
    public static Checked<MobileSecurityObject> Parse(ReadOnlyMemory<byte> payload)
    {
        if (!StrictCbor.Parse(payload).Then(item => StrictCbor.ParseEmbedded(item)).TryGetValue(out var item, out var error))
            return error;
        if (!MdocNames.IsKnownVersion(item.Member(MdocNames.VersionKey)?.Text))
            return MdocNames.Malformed(Section, "The version of the MSO is not 1.x.");
        if (MdocDigest.Find(item.Member("digestAlgorithm")?.Text) is not { } algorithm)
            return new ProtocolError(ErrorCodes.HashAlgorithm, $"ISO/IEC 18013-5 {Section}", "digestAlgorithm is none of SHA-256, SHA-384 and SHA-512.");
        if (item.Member(MdocNames.DocumentType)?.Text is not { Length: > 0 } documentType)
            return MdocNames.Malformed(Section, "docType is missing.");
        if (!ReadDigests(item.Member("valueDigests")).TryGetValue(out var digests, out error))
            return error;
        if (!MdocValidity.Parse(item.Member("validityInfo")).TryGetValue(out var validity, out error))
            return error;
        var device = item.Member("deviceKeyInfo");
        if (!CoseKey.Parse(device?.Member("deviceKey")).TryGetValue(out var deviceKey, out error))
            return error;
        if (!KeyAuthorizations.Parse(device?.Member("keyAuthorizations")).TryGetValue(out var authorizations, out error))
            return error;
        StatusReference? status = null;
        // A status this library cannot read must not pass as "no status".
        if (item.Member(MdocNames.Status) is { } found && !StatusReference.Parse(found).TryGetValue(out status, out error))
            return error;
        return new MobileSecurityObject(documentType, algorithm, digests, deviceKey, validity) { Authorizations = authorizations, Status = status };
    }

    /// <summary>True when the item's received bytes have the digest that was signed for its place.</summary>
    internal bool Covers(string nameSpace, IssuerSignedItem item)
        => digests.TryGetValue(nameSpace, out var space)
        && space.TryGetValue(item.DigestId, out var digest)
        && digest.Span.SequenceEqual(Algorithm.Of(item));

    private static Checked<Dictionary<string, Dictionary<uint, ReadOnlyMemory<byte>>>> ReadDigests(CborItem? item)
    {
        var digests = new Dictionary<string, Dictionary<uint, ReadOnlyMemory<byte>>>();
        if (item?.Entries is not { Count: > 0 } spaces)
            return MdocNames.Malformed(Section, "valueDigests is missing or empty.");
        foreach (var (name, list) in spaces)
        {
            if (name.Text is not { } nameSpace || list.Entries is not { Count: > 0 } entries)
                return MdocNames.Malformed(Section, "A name space of valueDigests is malformed.");
            var space = new Dictionary<uint, ReadOnlyMemory<byte>>(entries.Count);
            foreach (var (id, digest) in entries)
            {
                if (id.Integer is not { } number || number < 0 || number > int.MaxValue || digest.Bytes is not { } bytes)
                    return MdocNames.Malformed(Section, "A digest or its number is malformed.");
                space.Add((uint)number, bytes);
            }

            digests.Add(nameSpace, space);
        }

        return digests;
    }
}
