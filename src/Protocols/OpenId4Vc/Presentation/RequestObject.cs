// OpenID4VP 1.0 §5 (authorization request), §5.4 (by value), §5.8 (aud), §5.9.3 (x509_hash, redirect_uri), §5.10 (wallet_nonce), §8.2 (direct_post),
// §8.3.1 (direct_post.jwt); HAIP 1.0 §5.1; RFC 9101 §4 (request object).
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>A question to a wallet, answered by a direct post.</summary>
/// <param name="ClientId">Who asks, with prefix (<see cref="ClientIdentifier"/>); the audience of the answer.</param>
/// <param name="ResponseUri">Where the answer is posted.</param>
/// <param name="Nonce">Fresh for every request, in every key binding.</param>
/// <param name="Query">What is asked.</param>
/// <param name="Encryption">How the answer is encrypted (`direct_post.jwt`, which HAIP demands); null when it comes in the clear (`direct_post`).</param>
public sealed record RequestObject(string ClientId, Uri ResponseUri, string Nonce, DcqlQuery Query, ResponseEncryption? Encryption)
    : WalletQuestion(Nonce, Query, Encryption)
{
    /// <summary>`typ` of the request object and, with "application/" before it, its media type.</summary>
    public const string Type = "oauth-authz-req+jwt";

    /// <summary>The audience of requests to wallets that were not discovered (§5.8).</summary>
    public const string AnyWallet = "https://self-issued.me/v2";

    /// <summary>The response mode of answers in the clear.</summary>
    internal const string ClearMode = "direct_post";

    /// <summary>The response mode of encrypted answers.</summary>
    internal const string EncryptedMode = "direct_post.jwt";

    internal const string CrossDeviceMember = "modellstadt_cross_device";

    /// <inheritdoc />
    public override string Audience => ClientId;

    /// <inheritdoc />
    public override SessionTranscript Transcript => SessionTranscript.ForOpenId4Vp(ClientId, Nonce, Encryption?.Key, ResponseUri.OriginalString);

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
    public static string ClientIdOf(X509Certificate2 certificate) =>
        new ClientIdentifier(ClientIdentifier.X509Hash, TrustedCertificate.HashOf(certificate)).ToString();

    /// <summary>The request object as a signed JWT.</summary>
    /// <param name="signer">The verifier, under the client identifier of the question.</param>
    public string Sign(RequestSigner signer)
    {
        var payload = ToJson();
        payload["aud"] = AnyWallet;
        return CompactJws.Sign(signer.Header(), payload, signer.Key);
    }

    /// <summary>
    /// The question itself as parameters of a link, URL-encoded (§5.4): the only way for the prefix `redirect_uri`, which cannot
    /// be signed (§5.9.3). Nobody vouches for such a question.
    /// </summary>
    public string ToLinkParameters() => string.Join('&', ToJson().Select(parameter =>
        $"{parameter.Key}={Uri.EscapeDataString(parameter.Value.IsText(out var text) ? text : parameter.Value!.ToJsonString())}"));

    private JsonObject ToJson()
    {
        var json = WriteShared(Encryption is null ? ClearMode : EncryptedMode);
        json["client_id"] = ClientId;
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
