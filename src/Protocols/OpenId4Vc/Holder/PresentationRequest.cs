// OpenID4VP 1.0 §5 (request), §5.3 (state), §5.4 (by value), §5.8 (aud), §5.9.3 (client identifier prefixes), §5.10 (wallet_nonce, encrypted request objects), §8.2 (response_uri); HAIP 1.0 §5.1; RFC 9101 §6.
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A question that a wallet has read and verified.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Verifier">Who asks.</param>
public sealed record PresentationRequest(RequestObject Request, VerifierIdentity Verifier)
{
    private const int MaxEncryptedLength = 256 * 1024;
    private const int MaxStateLength = 4_096;
    private static readonly string[] ObjectParameters = ["dcql_query", "client_metadata", RequestPurpose.Member];
    private static readonly string[] ArrayParameters = ["transaction_data", VerifierStatement.Member];
    private static readonly JsonLimits ParameterLimits = new(MaxBytes: 48 * 1024, MaxDepth: 16, MaxValues: 4_000);

    /// <summary>How it stands to what the verifier is registered for.</summary>
    public required RegistrationStanding Registration { get; init; }

    /// <summary>Verifies a signed request object.</summary>
    /// <param name="text">The body the request URI answered, or the parameter `request` of the link: a JWS, in a JWE where the wallet asked for that.</param>
    /// <param name="rules">Whom the wallet believes and what its link said.</param>
    public static Checked<PresentationRequest> Open(string text, PresentationRequestRules rules) => rules.RequestKey is { } key
        // A question in the clear is refused here: it is no JWE.
        ? CompactJwe.Decrypt(text, key, MaxEncryptedLength).Then(jwe => OpenSigned(Encoding.UTF8.GetString(jwe.Plaintext), rules))
        : OpenSigned(text, rules);

    /// <summary>Reads a question that stands unsigned in a link (§5.9.3 `redirect_uri`): only where the wallet's rules allow it.</summary>
    public static Checked<PresentationRequest> OpenUnsigned(PresentationLink link, PresentationRequestRules rules)
    {
        if (!ClientIdentifier.Parse(link.ClientId).TryGetValue(out var clientId, out var error))
            return error;
        // Every other prefix promises a signature (§8.5).
        if (!rules.AllowsUnsignedRequests || clientId.Prefix != ClientIdentifier.RedirectUri || link.ClientId != rules.ClientId)
            return Refuse("OpenID4VP 1.0 §5.9.3, §8.5, HAIP 1.0 §5", "The request must be signed.");
        var payload = new JsonObject();
        foreach (var (name, value) in link.Parameters)
        {
            if (!ReadParameter(name, value).TryGetValue(out var json, out error))
                return error with { Code = PresentationErrors.InvalidRequest };
            payload[name] = json;
        }

        // §5.9.3: response_uri may be left out.
        payload.TryAdd("response_uri", clientId.Name);
        return Read(payload, new VerifierIdentity(clientId), rules);
    }

    private static Checked<PresentationRequest> OpenSigned(string jwt, PresentationRequestRules rules)
    {
        if (!ClientIdentifier.Parse(rules.ClientId).TryGetValue(out var clientId, out var error))
            return error;
        if (!CompactJws.Parse(jwt).TryGetValue(out var jws, out error))
            return error;
        if (!RequestAuthentication.Verify(jws, clientId, rules).TryGetValue(out var verifier, out error))
            return error;
        // §5.10, RFC 9101 §6.2: the same identifier inside and outside, prefix included.
        if (jws.Payload.Text("client_id") != rules.ClientId)
            return Refuse("OpenID4VP 1.0 §5.10", "client_id is not the one of the link.");
        if (jws.Payload.Text("aud") is not { } audience || (audience != RequestObject.AnyWallet && audience != rules.FetchedFrom))
            return Refuse("OpenID4VP 1.0 §5.8", $"aud is not {RequestObject.AnyWallet}.");
        if (jws.Payload.Text("wallet_nonce") != rules.WalletNonce)
            return Refuse("OpenID4VP 1.0 §5.10", "wallet_nonce is not the one that was sent.");
        return Read(jws.Payload, verifier, rules);
    }

    /// <summary>§5.1: parameters that hold objects or arrays are JSON, the others text.</summary>
    private static Checked<JsonNode> ReadParameter(string name, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        if (ObjectParameters.Contains(name))
            return StrictJson.ParseObject(bytes, ParameterLimits).Then<JsonNode>(json => json);
        return ArrayParameters.Contains(name)
            ? StrictJson.ParseArray(bytes, ParameterLimits).Then<JsonNode>(json => json)
            : JsonValue.Create(value);
    }

    private static Checked<PresentationRequest> Read(JsonObject payload, VerifierIdentity verifier, PresentationRequestRules rules)
    {
        if (payload.ContainsKey("redirect_uri"))
            return Refuse("OpenID4VP 1.0 §8.2", "redirect_uri stands beside a direct post.");
        if (!Uri.TryCreate(payload.Text("response_uri"), UriKind.Absolute, out var responseUri) || responseUri.UserInfo.Length > 0 || responseUri.Fragment.Length > 0
            || !(responseUri.Scheme == Uri.UriSchemeHttps || (rules.AllowsInsecureHttp && responseUri.Scheme == Uri.UriSchemeHttp)))
            return Refuse("OpenID4VP 1.0 §8.2", "response_uri is not an https address.");
        if (RequestAuthentication.CheckResponseUri(responseUri, verifier) is { } foreign)
            return foreign;
        return QuestionParameters.Read(payload, RequestObject.ClearMode, RequestObject.EncryptedMode, rules)
            .Then<QuestionParameters>(question => CheckState(payload, question.Query) is { } broken ? broken : question)
            .Then(question => Complete(Assemble(payload, responseUri, question, rules), verifier, rules));
    }

    private static Checked<PresentationRequest> Complete(RequestObject request, VerifierIdentity verifier, PresentationRequestRules rules) =>
        RegistrationStanding.Of(request, verifier, rules)
            .Then<PresentationRequest>(standing => new PresentationRequest(request, verifier) { Registration = standing });

    private static RequestObject Assemble(JsonObject payload, Uri responseUri, QuestionParameters question, PresentationRequestRules rules) =>
        new(rules.ClientId, responseUri, question.Nonce, question.Query, question.Encryption)
        {
            State = payload.Text("state"),
            WalletNonce = rules.WalletNonce,
            ClientName = question.ClientName,
            Purpose = question.Purpose,
            Transactions = question.Transactions,
            Statements = question.Statements,
            AnnouncedOffer = ReadAnnouncement(payload, responseUri),
            CrossDevice = payload[RequestObject.CrossDeviceMember] is JsonValue cross && cross.TryGetValue<bool>(out var isCross) && isCross,
        };

    private static ProtocolError? CheckState(JsonObject payload, DcqlQuery query)
    {
        var state = payload.Text("state");
        return state is { Length: > MaxStateLength } || (state is null && (payload.ContainsKey("state") || query.Credentials.Any(credential => !credential.RequiresHolderBinding)))
            ? Refuse("OpenID4VP 1.0 §5.2, §5.3", "state is too long, not a string, or missing where a credential without holder binding is asked for.")
            : null;
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
