using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Offers;

/// <summary>The codes of one generation of an offer.</summary>
/// <param name="Reference">Last part of the offer's address, 128 bits.</param>
/// <param name="Code">The pre-authorized code, 256 bits.</param>
/// <param name="TypedCode">The code a person types in to find the offer.</param>
/// <param name="TransactionCode">Digits that the person must know, or null.</param>
internal sealed record OfferCodes(string Reference, string Code, string TypedCode, string? TransactionCode)
{
    /// <summary>What a wallet reads, by reference and by value alike (OpenID4VCI 1.0, section 4.1.1).</summary>
    public CredentialOfferObject ToOffer(HostedIssuer issuer, string configurationId)
    {
        // By its address the offer is known at the authorization endpoint as well; whoever reads it here has that already.
        var type = issuer.Types.Single(type => type.ConfigurationId == configurationId);
        var offer = new CredentialOfferObject(issuer.Id, type.ConfigurationIds) { AllowsAuthorizationCode = true, IssuerState = Reference };
        return type.Policy.RequiresAuthorizationCode
            ? offer
            : offer with { PreAuthorizedCode = Code, TransactionCode = TransactionCode is { } digits ? new TransactionCode(Length: digits.Length) : null };
    }
}

/// <summary>
/// Derives an offer's codes from its id with a key that lies beside the database, not in it. So the same offer can be shown
/// again after a restart, and a stolen database opens no offer: it holds fingerprints only.
/// </summary>
internal sealed class OfferSecrets(KeyFiles files, KeyRings rings, IOptions<IssuerOptions> options, TimeProvider time, RandomSource random)
{
    private const string Name = "issuer-offers";

    private readonly ConcurrentDictionary<string, byte[]> keys = new();

    /// <summary>How to change the secret behind the codes.</summary>
    public RotatingKey Rotating => new(Name, RotatingKey.ShortestLead, options.Value.OfferLifetime + options.Value.TokenLifetime, name => Key(name));

    /// <summary>Fresh codes for an offer's new generation, with what is stored of them.</summary>
    public OfferCodes Renew(OfferRow offer)
    {
        var ring = rings.Read(Name);
        var key = Key(ring.KeyName(ring.At(time.GetUtcNow())));
        var codes = Derive(key, offer);
        (offer.ReferenceHash, offer.CodeHash, offer.TypedCodeHash) = (Fingerprint(key, codes.Reference), Fingerprint(key, codes.Code), Fingerprint(key, codes.TypedCode));
        return codes;
    }

    /// <summary>The codes of an offer's present generation.</summary>
    /// <exception cref="InvalidOperationException">The key that made them is no longer accepted: the offer has ended long ago.</exception>
    public OfferCodes Of(OfferRow offer) =>
        AcceptedKeys().Select(key => (Key: key, Codes: Derive(key, offer))).FirstOrDefault(made => Fingerprint(made.Key, made.Codes.Reference) == offer.ReferenceHash).Codes
        ?? throw new InvalidOperationException($"No accepted key made the codes of offer {offer.Id:N}.");

    /// <summary>
    /// What may be stored of a code, and by which it is found: HMAC-SHA256, so that short codes cannot be tried out either. One for each
    /// key that is accepted; codes that different keys made do not meet.
    /// </summary>
    public IReadOnlyList<string> Fingerprints(string code) => [.. AcceptedKeys().Select(key => Fingerprint(key, code))];

    private static string Fingerprint(byte[] key, string code) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(code)));

    private static OfferCodes Derive(byte[] key, OfferRow offer)
    {
        var derived = new DerivedRandomness(key, $"{offer.Id:N}.{offer.Generation}");
        return new OfferCodes(derived.NewSecret(16), derived.NewSecret(), TypedCode.Create('A', derived), Digits(offer.TransactionCodeLength, derived));
    }

    private IEnumerable<byte[]> AcceptedKeys()
    {
        var ring = rings.Read(Name);
        return ring.AcceptedAt(time.GetUtcNow()).Select(generation => Key(ring.KeyName(generation)));
    }

    private byte[] Key(string name) => keys.GetOrAdd(name, each => files.ReadOrDraw($"{each}.key", random));

    private static string? Digits(int? length, DerivedRandomness derived) => length is null
        ? null
        : string.Concat(Enumerable.Range(0, length.Value).Select(_ => derived.NextInt(10).ToString(CultureInfo.InvariantCulture)));

    /// <summary>HMAC-SHA256 in counter mode (NIST SP 800-108r1, section 4.1): the same bytes for the same name.</summary>
    private sealed class DerivedRandomness(byte[] key, string name) : RandomSource
    {
        private readonly byte[] block = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name)];
        private byte[] rest = [];
        private int counter;

        public override void Fill(Span<byte> bytes)
        {
            while (bytes.Length > rest.Length)
            {
                rest.CopyTo(bytes);
                bytes = bytes[rest.Length..];
                BinaryPrimitives.WriteInt32BigEndian(block, ++counter);
                rest = HMACSHA256.HashData(key, block);
            }

            rest.AsSpan(0, bytes.Length).CopyTo(bytes);
            rest = rest[bytes.Length..];
        }
    }
}
