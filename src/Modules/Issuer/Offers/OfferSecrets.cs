using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        var offer = new CredentialOfferObject(issuer.Id, [configurationId]) { AllowsAuthorizationCode = true, IssuerState = Reference };
        return issuer.Types.Single(type => type.ConfigurationId == configurationId).Policy.RequiresAuthorizationCode
            ? offer
            : offer with { PreAuthorizedCode = Code, TransactionCode = TransactionCode is { } digits ? new TransactionCode(Length: digits.Length) : null };
    }
}

/// <summary>
/// Derives an offer's codes from its id with a key that lies beside the database, not in it. So the same offer can be shown
/// again after a restart, and a stolen database opens no offer: it holds fingerprints only.
/// </summary>
internal sealed class OfferSecrets(KeyFiles files, RandomSource random)
{
    private readonly byte[] key = files.ReadOrDraw("issuer-offers.key", random);

    /// <summary>The codes of an offer's present generation.</summary>
    public OfferCodes Of(OfferRow offer)
    {
        var derived = new DerivedRandomness(key, $"{offer.Id:N}.{offer.Generation}");
        return new OfferCodes(derived.NewSecret(16), derived.NewSecret(), TypedCode.Create('A', derived), Digits(offer.TransactionCodeLength, derived));
    }

    /// <summary>What is stored of a code, and by which it is found: HMAC-SHA256, so that short codes cannot be tried out either.</summary>
    public string Fingerprint(string code) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(code)));

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
