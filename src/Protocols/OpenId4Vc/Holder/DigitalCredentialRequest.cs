// OpenID4VP 1.0 Appendix A.2 (request), A.3.1 (unsigned), A.3.2 (signed, multi-signed), A.4 (errors), §5 (typ), §5.9.3 (x509_hash); HAIP 1.0 §5.2;
// RFC 7515 §7.2.1 (general JSON serialization).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A question that the browser brought and a wallet has read and verified.</summary>
/// <param name="Question">What is asked, by the origin that the browser vouches for.</param>
/// <param name="Verifier">Who asks, by a certificate that leads to a pinned anchor; null when the question is unsigned and only the origin is known.</param>
public sealed record DigitalCredentialRequest(DigitalCredentialQuestion Question, TrustedCertificate? Verifier)
{
    private const int MaxSignatures = 8;
    private static readonly JsonLimits Limits = new(MaxBytes: 128 * 1024, MaxDepth: 16, MaxValues: 3_000);
    private static readonly JwsRules Signed = JwsRules.ForType(RequestObject.Type) with { CertificatesInHeader = true };

    /// <summary>Verifies a question.</summary>
    /// <param name="protocol">`protocol` of the request, one of <see cref="DigitalCredentialProtocols"/>.</param>
    /// <param name="data">Its `data`, JSON in UTF-8.</param>
    /// <param name="rules">Whom the wallet believes, and who calls.</param>
    public static Checked<DigitalCredentialRequest> Open(string protocol, ReadOnlySpan<byte> data, DigitalCredentialRules rules)
    {
        if (!StrictJson.ParseObject(data, Limits).TryGetValue(out var json, out var error))
            return error;
        if (!IsUsable(rules))
            return Refuse("Appendix A.2", "The origin is not one of a web page over https.");
        return protocol switch
        {
            DigitalCredentialProtocols.Unsigned => ReadQuestion(json, rules).Then<DigitalCredentialRequest>(question => new DigitalCredentialRequest(question, Verifier: null)),
            DigitalCredentialProtocols.Signed => OpenSigned(json, rules),
            DigitalCredentialProtocols.MultiSigned => OpenMultiSigned(json, rules),
            _ => Refuse("Appendix A.1", "The protocol is not known."),
        };
    }

    private static Checked<DigitalCredentialRequest> OpenSigned(JsonObject json, DigitalCredentialRules rules)
    {
        if (json.Text("request") is not { } text)
            return Refuse("Appendix A.3.2.1", "request is not a signed JWT.");
        if (!CompactJws.Parse(text).TryGetValue(out var jws, out var error))
            return error;
        return VerifySigner(jws, jws.Payload.Text("client_id"), rules).Then(verifier => ReadSigned(jws.Payload, verifier, rules));
    }

    /// <summary>
    /// The first signature that holds and leads to an anchor says who asks; others are those of trust frameworks this wallet does not
    /// know, or broken. When none holds, the reason of the last one is given.
    /// </summary>
    private static Checked<DigitalCredentialRequest> OpenMultiSigned(JsonObject json, DigitalCredentialRules rules)
    {
        if (json.Object("request") is not { } request || request.Text("payload") is not { } payload
            || request["signatures"] is not JsonArray { Count: > 0 and <= MaxSignatures } signatures)
            return Refuse("Appendix A.3.2.2", $"request is not a payload with 1 to {MaxSignatures} signatures.");
        var reason = Refuse("Appendix A.3.2.2", "No signature can be read.");
        foreach (var signature in signatures.OfType<JsonObject>())
        {
            if (!CompactJws.Parse($"{signature.Text("protected")}.{payload}.{signature.Text("signature")}").TryGetValue(out var jws, out reason))
                continue;
            // A.3.2.2: these stand in the protected header of a signature and nowhere else.
            if (jws.Payload.ContainsKey("client_id") || jws.Payload.ContainsKey("verifier_info"))
                return Refuse("Appendix A.3.2.2", "client_id or verifier_info stands in the payload that all signatures share.");
            if (VerifySigner(jws, jws.Header.Text("client_id"), rules).TryGetValue(out var verifier, out reason))
                return ReadSigned(jws.Payload, verifier, rules);
        }

        return reason;
    }

    /// <summary>§5, §5.9.3: type, certificate chain, client identifier and signature, in the order in which each rests on the one before.</summary>
    private static Checked<TrustedCertificate> VerifySigner(CompactJws jws, string? clientId, DigitalCredentialRules rules)
    {
        if (jws.CheckHeader(Signed) is { } broken)
            return broken;
        var chain = new ChainRules(rules.Anchors, CertificateRole.Verifier, rules.Now);
        if (!CertificateChains.Validate(jws, chain).TryGetValue(out var verifier, out var error))
            return error;
        if (clientId != RequestObject.ClientIdOf(verifier.Leaf))
            return Refuse("§5.9.3", "client_id is not the hash of the certificate.");
        return jws.Verify(verifier.Key, Signed).Then<TrustedCertificate>(_ => verifier);
    }

    private static Checked<DigitalCredentialRequest> ReadSigned(JsonObject payload, TrustedCertificate verifier, DigitalCredentialRules rules)
    {
        // A.2: compared as strings, so that a signed question overheard elsewhere is worth nothing here.
        if (payload["expected_origins"] is not JsonArray { Count: > 0 } origins || !origins.All(origin => origin.IsText(out _))
            || !origins.Any(origin => origin!.GetValue<string>() == rules.Origin))
            return Refuse("Appendix A.2", "expected_origins does not name the calling page.");
        if (payload.ContainsKey("aud") && payload.Text("aud") != RequestObject.AnyWallet)
            return Refuse("§5.8", $"aud is not {RequestObject.AnyWallet}.");
        return ReadQuestion(payload, rules).Then<DigitalCredentialRequest>(question => new DigitalCredentialRequest(question, verifier));
    }

    private static Checked<DigitalCredentialQuestion> ReadQuestion(JsonObject parameters, DigitalCredentialRules rules)
    {
        if (parameters.Text("response_type") != "vp_token")
            return Refuse("§5.2", "response_type is not vp_token.");
        if (parameters.Text("nonce") is not { Length: > 0 } nonce)
            return Refuse("§5.2", "nonce is missing.");
        if (parameters.Object("dcql_query") is not { } query)
            return Refuse("§5.1", "dcql_query is missing.");
        if (parameters.ContainsKey("transaction_data"))
            return Refuse("§5.1", "transaction_data is not supported.");
        if (!ReadEncryption(parameters, rules).TryGetValue(out var encryption, out var error))
            return error;
        return DcqlQuery.Parse(query).Then<DigitalCredentialQuestion>(dcql => new DigitalCredentialQuestion(rules.Origin, nonce, dcql, encryption.Chosen)
        {
            ClientName = parameters.Object("client_metadata")?.Text("client_name"),
            Purpose = RequestPurpose.Read(parameters),
        });
    }

    private static Checked<AnswerForm> ReadEncryption(JsonObject parameters, DigitalCredentialRules rules) => parameters.Text("response_mode") switch
    {
        DigitalCredentialQuestion.EncryptedMode => AnswerEncryption.Read(parameters).Then<AnswerForm>(encryption => new AnswerForm(encryption)),
        DigitalCredentialQuestion.ClearMode when rules.AllowsClearAnswers => new AnswerForm(null),
        _ => Refuse("Appendix A.2, HAIP 1.0 §5.2", "response_mode is not one that this wallet answers by."),
    };

    /// <summary>Origins of other kinds (apps) are written otherwise and not known here.</summary>
    private static bool IsUsable(DigitalCredentialRules rules) =>
        rules.Origin.StartsWith("https://", StringComparison.Ordinal) || (rules.AllowsInsecureHttp && rules.Origin.StartsWith("http://", StringComparison.Ordinal));

    private static ProtocolError Refuse(string clause, string detail) => new(PresentationErrors.InvalidRequest, $"OpenID4VP 1.0 {clause}", detail);

    /// <summary>How the answer goes back; without encryption when null.</summary>
    private sealed record AnswerForm(ResponseEncryption? Chosen);
}
