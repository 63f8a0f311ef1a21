// OpenID4VP 1.0 Appendix A (Digital Credentials API): A.2 request, A.3.1 unsigned, A.3.2 signed and multi-signed, A.4 response and audience;
// HAIP 1.0 §5.2; RFC 7515 §7.2.1 (general JSON serialization).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>A question that the browser hands to a wallet and whose answer it brings back to the same page.</summary>
/// <param name="Origin">Scheme, host and port of the page that asks, as browsers write it: `https://town.example`, without a slash at the end.</param>
/// <param name="Nonce">Fresh for every question, in every key binding.</param>
/// <param name="Query">What is asked.</param>
/// <param name="Encryption">How the answer is encrypted (`dc_api.jwt`, which HAIP demands); null when it comes in the clear (`dc_api`).</param>
public sealed record DigitalCredentialQuestion(string Origin, string Nonce, DcqlQuery Query, ResponseEncryption? Encryption)
    : WalletQuestion(Nonce, Query, Encryption)
{
    /// <summary>What stands before the origin in the audience of an answer (A.4); no request may use it as its client identifier (§5.9.3).</summary>
    public const string AudiencePrefix = "origin:";

    /// <summary>The response mode of answers in the clear.</summary>
    internal const string ClearMode = "dc_api";

    /// <summary>The response mode of encrypted answers.</summary>
    internal const string EncryptedMode = "dc_api.jwt";

    /// <summary>The origin, also for signed questions: the client identifier is no audience here (A.4).</summary>
    public override string Audience => AudiencePrefix + Origin;

    /// <inheritdoc />
    public override SessionTranscript Transcript => SessionTranscript.ForBrowser(Origin, Nonce, Encryption?.Key);

    /// <summary>The origins from which a signed question may come; a wallet that hears it from another one refuses (A.2).</summary>
    public IReadOnlyList<string> ExpectedOrigins { get; init; } = [Origin];

    /// <summary>The same question as behind a link, put by a page of this origin: the same nonce and key, another audience.</summary>
    public static DigitalCredentialQuestion Of(RequestObject request, string origin) =>
        new(origin, request.Nonce, request.Query, request.Encryption) 
        {
            ClientName = request.ClientName,
            Purpose = request.Purpose,
            Transactions = request.Transactions,
            Statements = request.Statements,
        };

    /// <summary>`data` of an unsigned request: neither client identifier nor expected origins (A.2).</summary>
    public JsonObject ToUnsigned() => WriteShared(ResponseMode);

    /// <summary>`data` of a request signed under one client identifier.</summary>
    public JsonObject ToSigned(RequestSigner signer)
    {
        var payload = WriteSigned();
        payload["client_id"] = signer.ClientId;
        return new JsonObject { ["request"] = CompactJws.Sign(signer.Header(), payload, signer.Key) };
    }

    /// <summary>`data` of a request signed under several client identifiers; each stands in the protected header of its signature, with what others say of the verifier (A.3.2.2).</summary>
    public JsonObject ToMultiSigned(IReadOnlyList<RequestSigner> signers)
    {
        var payload = WriteSigned();
        payload.Remove(VerifierStatement.Member, out var statements);
        var signatures = new JsonArray();
        foreach (var signer in signers)
        {
            var header = signer.Header();
            header["client_id"] = signer.ClientId;
            if (statements is not null)
                header[VerifierStatement.Member] = statements.DeepClone();
            var parts = CompactJws.Sign(header, payload, signer.Key).Split('.');
            signatures.Add(new JsonObject { ["protected"] = parts[0], ["signature"] = parts[2] });
        }

        return new JsonObject
        {
            ["request"] = new JsonObject { ["payload"] = Base64Url.Encode(StrictJson.Write(payload)), ["signatures"] = signatures },
        };
    }

    private string ResponseMode => Encryption is null ? ClearMode : EncryptedMode;

    private JsonObject WriteSigned()
    {
        var payload = WriteShared(ResponseMode);
        payload["aud"] = RequestObject.AnyWallet;
        payload["expected_origins"] = new JsonArray([.. ExpectedOrigins]);
        return payload;
    }
}
