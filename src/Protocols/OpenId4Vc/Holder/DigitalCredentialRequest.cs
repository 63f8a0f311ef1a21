// OpenID4VP 1.0 Appendix A.2 (request), A.3.1 (unsigned), A.3.2 (signed, multi-signed), §5.8 (aud), §5.9.3 (client identifiers); HAIP 1.0 §5.2;
// RFC 7515 §7.2.1 (general JSON serialization).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A question that the browser brought and a wallet has read and verified.</summary>
/// <param name="Question">What is asked, by the origin that the browser vouches for.</param>
/// <param name="Verifier">Who asks, checked as its client identifier says; null when the question is unsigned and only the origin is known.</param>
public sealed record DigitalCredentialRequest(DigitalCredentialQuestion Question, VerifierIdentity? Verifier)
{
    private const int MaxSignatures = 8;
    private static readonly JsonLimits Limits = new(MaxBytes: 128 * 1024, MaxDepth: 16, MaxValues: 3_000);

    /// <summary>Verifies a question.</summary>
    /// <param name="protocol">`protocol` of the request, one of <see cref="DigitalCredentialProtocols"/>.</param>
    /// <param name="data">Its `data`, JSON in UTF-8.</param>
    /// <param name="rules">Whom the wallet believes, and who calls.</param>
    public static Checked<DigitalCredentialRequest> Open(string protocol, ReadOnlySpan<byte> data, DigitalCredentialRules rules)
    {
        if (!StrictJson.ParseObject(data, Limits).TryGetValue(out var json, out var error))
            return error;
        if (!rules.IsUsable)
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
            if (jws.Payload.ContainsKey("client_id") || jws.Payload.ContainsKey(VerifierStatement.Member))
                return Refuse("Appendix A.3.2.2", "client_id or verifier_info stands in the payload that all signatures share.");
            if (VerifySigner(jws, jws.Header.Text("client_id"), rules).TryGetValue(out var verifier, out reason))
                return ReadSigned(WithStatements(jws), verifier, rules);
        }

        return reason;
    }

    /// <summary>The shared payload with the statements that belong to this signature.</summary>
    private static JsonObject WithStatements(CompactJws jws)
    {
        var payload = jws.Payload.DeepClone().AsObject();
        if (jws.Header.ContainsKey(VerifierStatement.Member))
            payload[VerifierStatement.Member] = jws.Header[VerifierStatement.Member]?.DeepClone();
        return payload;
    }

    private static Checked<VerifierIdentity> VerifySigner(CompactJws jws, string? clientId, DigitalCredentialRules rules) =>
        ClientIdentifier.Parse(clientId).Then(client => RequestAuthentication.Verify(jws, client, rules));

    private static Checked<DigitalCredentialRequest> ReadSigned(JsonObject payload, VerifierIdentity verifier, DigitalCredentialRules rules)
    {
        // A.2: compared as strings, so that a signed question overheard elsewhere is worth nothing here.
        if (payload["expected_origins"] is not JsonArray { Count: > 0 } origins || !origins.All(origin => origin.IsText(out _))
            || !origins.Any(origin => origin!.GetValue<string>() == rules.Origin))
            return Refuse("Appendix A.2", "expected_origins does not name the calling page.");
        // §5.8: to wallets that were not discovered; the examples of Appendix A.3.2 leave it out.
        if (payload.ContainsKey("aud") && payload.Text("aud") != RequestObject.AnyWallet)
            return Refuse("§5.8", $"aud is not {RequestObject.AnyWallet}.");
        return ReadQuestion(payload, rules).Then<DigitalCredentialRequest>(question => new DigitalCredentialRequest(question, verifier));
    }

    private static Checked<DigitalCredentialQuestion> ReadQuestion(JsonObject parameters, DigitalCredentialRules rules) =>
        QuestionParameters.Read(parameters, DigitalCredentialQuestion.ClearMode, DigitalCredentialQuestion.EncryptedMode, rules)
            .Then<DigitalCredentialQuestion>(read => new DigitalCredentialQuestion(rules.Origin, read.Nonce, read.Query, read.Encryption)
            {
                ClientName = read.ClientName,
                Purpose = read.Purpose,
                Transactions = read.Transactions,
                Statements = read.Statements,
            });

    private static ProtocolError Refuse(string clause, string detail) => new(PresentationErrors.InvalidRequest, $"OpenID4VP 1.0 {clause}", detail);
}
