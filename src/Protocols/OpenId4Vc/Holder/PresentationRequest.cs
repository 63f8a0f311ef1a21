// OpenID4VP 1.0 §5 (request), §5.8 (aud), §5.9.3 (x509_hash), §5.10 (wallet_nonce), §8.2 (response_uri), §8.3 (encryption); HAIP 1.0 §5.1; RFC 9101 §6.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A question that a wallet has read and verified.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Verifier">Who asks, by a certificate that leads to a pinned anchor.</param>
public sealed record PresentationRequest(RequestObject Request, TrustedCertificate Verifier)
{
    private static readonly JwsRules Signed = JwsRules.ForType(RequestObject.Type) with { CertificatesInHeader = true };

    /// <summary>Verifies a request object.</summary>
    /// <param name="jwt">The body the request URI answered.</param>
    /// <param name="rules">Whom the wallet believes and what its link said.</param>
    public static Checked<PresentationRequest> Open(string jwt, PresentationRequestRules rules)
    {
        if (!CompactJws.Parse(jwt).TryGetValue(out var jws, out var error))
            return error;
        if (jws.CheckHeader(Signed) is { } broken)
            return broken;
        var chain = new ChainRules(rules.Anchors, CertificateRole.Verifier, rules.Now);
        if (!CertificateChains.Validate(jws, chain).TryGetValue(out var verifier, out error))
            return error;
        if (!jws.Verify(verifier.Key, Signed).TryGetValue(out _, out error))
            return error;
        // §5.9.3: the identifier is the hash of the certificate that signed; RFC 9101 §6.2: and the one of the link.
        if (jws.Payload.Text("client_id") != RequestObject.X509HashPrefix + verifier.Hash || jws.Payload.Text("client_id") != rules.ClientId)
            return Refuse("OpenID4VP 1.0 §5.9.3", "client_id is not the hash of the certificate, or not the one of the link.");
        return ReadPayload(jws.Payload, rules).Then<PresentationRequest>(request => verifier.IsForHost(request.ResponseUri.Host)
            ? new PresentationRequest(request, verifier)
            : Refuse("OpenID4VP 1.0 §14.3", "The certificate is for another host than response_uri."));
    }

    private static Checked<RequestObject> ReadPayload(JsonObject payload, PresentationRequestRules rules)
    {
        if (payload.Text("aud") != RequestObject.AnyWallet)
            return Refuse("OpenID4VP 1.0 §5.8", $"aud is not {RequestObject.AnyWallet}.");
        if (payload.Text("response_type") != "vp_token" || payload.Text("response_mode") != "direct_post.jwt" || payload.ContainsKey("redirect_uri"))
            return Refuse("HAIP 1.0 §5.1, OpenID4VP 1.0 §8.2", "Only vp_token by direct_post.jwt is answered.");
        if (payload.Text("nonce") is not { Length: > 0 } nonce)
            return Refuse("OpenID4VP 1.0 §5.2", "nonce is missing.");
        if (payload.Text("wallet_nonce") != rules.WalletNonce)
            return Refuse("OpenID4VP 1.0 §5.10", "wallet_nonce is not the one that was sent.");
        if (!Uri.TryCreate(payload.Text("response_uri"), UriKind.Absolute, out var responseUri)
            || !(responseUri.Scheme == Uri.UriSchemeHttps || (rules.AllowsInsecureHttp && responseUri.Scheme == Uri.UriSchemeHttp)))
            return Refuse("OpenID4VP 1.0 §8.2", "response_uri is not an https address.");
        if (payload.Object("dcql_query") is not { } query)
            return Refuse("OpenID4VP 1.0 §5.1", "dcql_query is missing.");
        return DcqlQuery.Parse(query).Then(dcql => AnswerEncryption.Read(payload).Then<RequestObject>(encryption =>
            new RequestObject(rules.ClientId, responseUri, nonce, dcql, encryption)
            {
                State = payload.Text("state"),
                WalletNonce = rules.WalletNonce,
                ClientName = payload.Object("client_metadata")?.Text("client_name"),
                Purpose = RequestPurpose.Read(payload),
                AnnouncedOffer = ReadAnnouncement(payload, responseUri),
                CrossDevice = payload[RequestObject.CrossDeviceMember] is JsonValue cross && cross.TryGetValue<bool>(out var isCross) && isCross,
            }));
    }

    /// <summary>Only whoever gets the answer may announce what it will issue for it.</summary>
    private static OfferAnnouncement? ReadAnnouncement(JsonObject payload, Uri responseUri) =>
        payload.Object(OfferAnnouncement.Member) is { } announced
        && Uri.TryCreate(announced.Text("credential_issuer"), UriKind.Absolute, out var issuer)
        && Uri.Compare(issuer, responseUri, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        && announced["credential_configuration_ids"] is JsonArray { Count: > 0 and <= 5 } ids && ids.All(id => id.IsText(out _))
            ? new OfferAnnouncement(issuer.OriginalString, [.. ids.Select(id => id!.GetValue<string>())])
            : null;

    private static ProtocolError Refuse(string clause, string detail) => new(PresentationErrors.InvalidRequest, clause, detail);
}
