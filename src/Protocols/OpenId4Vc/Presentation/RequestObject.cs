// OpenID4VP 1.0 §5 (authorization request), §5.1 (client_metadata), §5.8 (aud), §5.9.3 (x509_hash), §5.10 (wallet_nonce), §8.3 (encryption);
// HAIP 1.0 §5.1; RFC 9101 §4 (request object).
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>A signed question to a wallet, answered by an encrypted direct post.</summary>
/// <param name="ClientId">`x509_hash:` and the hash of the verifier's certificate; the audience of the answer.</param>
/// <param name="ResponseUri">Where the answer is posted.</param>
/// <param name="Nonce">Fresh for every request, in every key binding.</param>
/// <param name="Query">What is asked.</param>
/// <param name="Encryption">How the answer is encrypted.</param>
public sealed record RequestObject(string ClientId, Uri ResponseUri, string Nonce, DcqlQuery Query, ResponseEncryption? Encryption)
    : WalletQuestion(Nonce, Query, Encryption)
{
    /// <summary>`typ` of the request object and, with "application/" before it, its media type.</summary>
    public const string Type = "oauth-authz-req+jwt";

    /// <summary>The audience of requests to wallets that were not discovered (§5.8).</summary>
    public const string AnyWallet = "https://self-issued.me/v2";

    /// <summary>The prefix of client identifiers made from certificates (§5.9.3).</summary>
    public const string X509HashPrefix = "x509_hash:";

    internal const string CrossDeviceMember = "modellstadt_cross_device";

    /// <inheritdoc />
    public override string Audience => ClientId;

    /// <summary>The wallet's own nonce of a POST to the request URI (§5.10); null when it sent none.</summary>
    public string? WalletNonce { get; init; }

    /// <summary>What will be issued for the answer (our extension); null leaves it out.</summary>
    public OfferAnnouncement? AnnouncedOffer { get; init; }

    /// <summary>
    /// True when the browser that waits for the answer is on another device (our extension `modellstadt_cross_device`): the wallet
    /// asks its person whether that browser is theirs. It is signed, so nobody who passes a link on can leave it out.
    /// </summary>
    public bool CrossDevice { get; init; }

    /// <summary>The client identifier of the verifier with this certificate.</summary>
    public static string ClientIdOf(X509Certificate2 certificate) => X509HashPrefix + TrustedCertificate.HashOf(certificate);

    /// <summary>The request object as a signed JWT.</summary>
    /// <param name="key">The key of the first certificate.</param>
    /// <param name="x5c">The verifier's certificate, and its intermediates unless the wallets know them.</param>
    public string Sign(SigningKey key, JsonArray x5c) =>
        CompactJws.Sign(new JsonObject { ["typ"] = Type, ["x5c"] = x5c.DeepClone() }, ToJson(), key);

    private JsonObject ToJson()
    {
        var json = WriteShared("direct_post.jwt");
        json["client_id"] = ClientId;
        json["aud"] = AnyWallet;
        json["response_uri"] = ResponseUri.OriginalString;
        if (State is not null)
            json["state"] = State;
        if (WalletNonce is not null)
            json["wallet_nonce"] = WalletNonce;
        if (AnnouncedOffer is not null)
            json[OfferAnnouncement.Member] = AnnouncedOffer.ToJson();
        if (CrossDevice)
            json[CrossDeviceMember] = true;
        return json;
    }
}
