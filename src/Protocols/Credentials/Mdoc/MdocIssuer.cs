// ISO/IEC 18013-5 §9.1.2.4 (MobileSecurityObject), §9.1.2.5 (digests), §9.1.2.6 (issuerAuth), Annex E.8 (unlinkable digests).
using System.Buffers.Binary;
using System.Security.Cryptography;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>Issues mdocs with SHA-256 digests.</summary>
public static class MdocIssuer
{
    /// <summary>
    /// Signs <paramref name="contents"/>; every call takes fresh salts, decoys and an order of the digests from <paramref name="random"/>,
    /// so that two copies share nothing but what they say.
    /// </summary>
    /// <exception cref="ArgumentException">There are no elements, or one occurs twice.</exception>
    public static IssuerSigned Issue(MdocContents contents, SigningKey key, RandomFill random)
    {
        if (contents.Elements.Count == 0 || contents.Elements.DistinctBy(element => (element.NameSpace, element.Identifier)).Count() < contents.Elements.Count)
            throw new ArgumentException("An mdoc has elements, and each of them once.", nameof(contents));
        var nameSpaces = new Dictionary<string, IReadOnlyList<IssuerSignedItem>>();
        var digests = new List<CborEntry>();
        foreach (var space in contents.Elements.GroupBy(element => element.NameSpace))
        {
            var numbers = Shuffled(space.Count() + contents.Decoys, random);
            var items = space.Select((element, i) => IssuerSignedItem.Create(numbers[i], element.Identifier, element.Value, random)).ToList();
            nameSpaces.Add(space.Key, items);
            digests.Add(CborEntry.Of(space.Key, CborItem.Map(
                [.. items.Select(item => CborEntry.Of(item.DigestId, CborItem.Of(MdocDigest.Sha256.Of(item)))), .. Decoys(numbers.Skip(items.Count), random)])));
        }

        var payload = CborItem.Embed(ObjectFor(contents, CborItem.Map(digests))).Encoded;
        var headers = new CoseParameters { Unprotected = [CoseCertificates.ToHeader(contents.Certificates)] };
        var issuerAuth = CoseSign1.Sign(payload, key, headers);
        return new IssuerSigned(nameSpaces, issuerAuth, CoseSign1.Parse(issuerAuth).Expect());
    }

    private static CborItem ObjectFor(MdocContents contents, CborItem digests)
    {
        List<CborEntry> device = [CborEntry.Of("deviceKey", CoseKey.From(contents.DeviceKey))];
        if (contents.Authorizations.ToItem() is { } authorizations)
            device.Add(CborEntry.Of("keyAuthorizations", authorizations));
        List<CborEntry> entries =
        [
            CborEntry.Of(MdocNames.VersionKey, CborItem.Of(MdocNames.Version)),
            CborEntry.Of("digestAlgorithm", CborItem.Of(MdocDigest.Sha256.Name)),
            CborEntry.Of("valueDigests", digests),
            CborEntry.Of("deviceKeyInfo", CborItem.Map(device)),
            CborEntry.Of(MdocNames.DocumentType, CborItem.Of(contents.DocumentType)),
            CborEntry.Of("validityInfo", contents.Validity.ToItem()),
        ];
        if (contents.Status is { } status)
            entries.Add(CborEntry.Of(MdocNames.Status, status.ToCbor()));
        return CborItem.Map(entries);
    }

    private static IEnumerable<CborEntry> Decoys(IEnumerable<uint> numbers, RandomFill random) => numbers.Select(number =>
    {
        var decoy = new byte[SHA256.HashSizeInBytes];
        random(decoy);
        return CborEntry.Of(number, CborItem.Of(SHA256.HashData(decoy)));
    });

    // Fisher and Yates; 64 random bits for each step leave no bias that matters.
    private static uint[] Shuffled(int count, RandomFill random)
    {
        var numbers = Enumerable.Range(0, count).Select(number => (uint)number).ToArray();
        Span<byte> bits = stackalloc byte[8];
        for (var last = count - 1; last > 0; last--)
        {
            random(bits);
            var other = (int)(BinaryPrimitives.ReadUInt64LittleEndian(bits) % (ulong)(last + 1));
            (numbers[last], numbers[other]) = (numbers[other], numbers[last]);
        }

        return numbers;
    }
}
