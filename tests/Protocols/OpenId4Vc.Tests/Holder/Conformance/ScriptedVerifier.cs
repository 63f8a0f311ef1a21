using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder.Conformance;

/// <summary>
/// The verifier of the suite: writes questions by hand, good ones and bad ones, and checks what comes back. A module changes what it is
/// about and nothing else.
/// </summary>
internal sealed class ScriptedVerifier
{
    public const string Origin = "https://verifier.example";
    public const string ResponseUri = "https://verifier.example/answers/1";

    private static readonly TestVerifier First = new();
    private static readonly TestVerifier Second = new(seed: 30);

    private readonly WalletVariant variant;
    private readonly JsonObject parameters;

    public ScriptedVerifier(WalletVariant variant, JsonObject? query = null)
    {
        this.variant = variant;
        parameters = new JsonObject
        {
            ["response_type"] = "vp_token",
            ["response_mode"] = variant.ResponseMode,
            ["nonce"] = "Vb2ciUXWA3bDxR5zLM6TPj",
            ["dcql_query"] = query ?? new SuiteQueries(variant.Format).Name,
            ["client_metadata"] = Metadata(),
        };
        if (variant.Prefix == ClientIdentifier.X509SanDns)
            ClientId = "x509_san_dns:verifier.example";
        else if (variant.Prefix == ClientIdentifier.RedirectUri)
            ClientId = $"redirect_uri:{ResponseUri}";
        if (!variant.ByBrowser)
            parameters["response_uri"] = ResponseUri;
    }

    /// <summary>What wallets of this test believe.</summary>
    public static IReadOnlyList<System.Security.Cryptography.X509Certificates.X509Certificate2> Anchors => [First.Root, Second.Root];

    /// <summary>The name in the question.</summary>
    public string ClientId { get; set; } = First.ClientId;

    /// <summary>The name in the link; null for the one in the question.</summary>
    public string? LinkClientId { get; init; }

    /// <summary>The origins a signed question through the browser may come from.</summary>
    public JsonArray? ExpectedOrigins { get; init; } = [Origin];

    /// <summary>True when the link asks for a POST.</summary>
    public bool ByPost { get; init; }

    /// <summary>How many of the signatures do not hold, from the first one on.</summary>
    public int BrokenSignatures { get; init; }

    /// <summary>Changes the header of what is signed.</summary>
    public Action<JsonObject> Header { get; init; } = _ => { };

    /// <summary>True once a wallet has fetched the question with a nonce of its own.</summary>
    public bool GotWalletNonce { get; private set; }

    /// <summary>Changes the parameters of the question.</summary>
    public ScriptedVerifier With(Action<JsonObject> change)
    {
        change(parameters);
        return this;
    }

    /// <summary>The link behind which the question lies, or that holds it.</summary>
    public string Link()
    {
        var client = $"client_id={Uri.EscapeDataString(LinkClientId ?? ClientId)}";
        if (variant.IsSigned)
            return $"openid4vp://?{client}&request_uri={Uri.EscapeDataString("https://verifier.example/requests/1")}{(ByPost ? "&request_uri_method=post" : "")}";
        return $"openid4vp://?{string.Join('&', parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.IsText(out var text) ? text : pair.Value!.ToJsonString())}"))}&{client}";
    }

    /// <summary>What lies at <c>request_uri</c>.</summary>
    public string Fetch(string? walletNonce)
    {
        var payload = Complete();
        payload["client_id"] = ClientId;
        if (walletNonce is not null)
            (payload["wallet_nonce"], GotWalletNonce) = (walletNonce, true);
        return Sign(First, new JsonObject(), payload, BrokenSignatures > 0);
    }

    /// <summary><c>data</c> of a request through the browser.</summary>
    public JsonObject BrowserData()
    {
        var payload = Complete();
        if (!variant.IsSigned)
            return payload;
        if (ExpectedOrigins is not null)
            payload["expected_origins"] = ExpectedOrigins.DeepClone();
        if (variant.Protocol == DigitalCredentialProtocols.MultiSigned)
            return new JsonObject { ["request"] = SignTwice(payload) };
        payload["client_id"] = ClientId;
        return new JsonObject { ["request"] = Sign(First, new JsonObject(), payload, BrokenSignatures > 0) };
    }

    /// <summary>Checks what the wallet gave back, down to trust, key binding and claims.</summary>
    /// <param name="answer">The form, or the member <c>data</c>.</param>
    /// <param name="issuer">Whose cards count.</param>
    public Checked<List<CheckedCredential>> Check(JsonObject answer, System.Security.Cryptography.X509Certificates.X509Certificate2 issuer)
    {
        var question = Question();
        CredentialTrust trust = (_, jwt) => CertificateChains.Validate(jwt, new ChainRules([issuer], CertificateRole.CredentialIssuer, Keys.Now));
        var rules = new PresentationRules(question, trust, Keys.Now)
        {
            MdocTrust = (_, headers) => MdocTrust.By(new ChainRules([issuer], CertificateRole.CredentialIssuer, Keys.Now))(headers),
        };
        return WalletAnswer.Receive(answer, First.Decryption, question).Then(shown => PresentationCheck.Verify((WalletAnswer.Shown)shown, rules));
    }

    /// <summary>The <c>vp_token</c> as sent, decrypted where it was encrypted.</summary>
    public JsonObject TokenOf(JsonObject answer) => ReadTokens(answer)["vp_token"] switch
    {
        JsonObject tokens => tokens,
        var text => JsonNode.Parse((string)text!)!.AsObject(),
    };

    private JsonObject ReadTokens(JsonObject answer) => answer.Text("response") is { } response
        ? StrictJson.ParseObject(CompactJwe.Decrypt(response, First.Decryption, 100_000).Expect().Plaintext).Expect()
        : answer;

    private WalletQuestion Question()
    {
        var query = DcqlQuery.Parse(parameters["dcql_query"]!.DeepClone().AsObject()).Expect();
        var encryption = variant.IsEncrypted ? new ResponseEncryption(First.Decryption.PublicKey with { KeyId = "key-1" }, ResponseEncryption.DefaultEncryptions) : null;
        return variant.ByBrowser
            ? new DigitalCredentialQuestion(Origin, parameters.Text("nonce")!, query, encryption)
            : new RequestObject(ClientId, new Uri(ResponseUri), parameters.Text("nonce")!, query, encryption) { State = parameters.Text("state") };
    }

    private JsonObject Complete()
    {
        var payload = parameters.DeepClone().AsObject();
        if (variant.IsSigned)
            payload["aud"] = "https://self-issued.me/v2";
        return payload;
    }

    private JsonObject Metadata()
    {
        var metadata = new JsonObject
        {
            ["vp_formats_supported"] = new JsonObject
            {
                ["dc+sd-jwt"] = new JsonObject { ["sd-jwt_alg_values"] = new JsonArray("ES256"), ["kb-jwt_alg_values"] = new JsonArray("ES256") },
                ["mso_mdoc"] = new JsonObject { ["issuerauth_alg_values"] = new JsonArray(-7), ["deviceauth_alg_values"] = new JsonArray(-7) },
            },
        };
        if (!variant.IsEncrypted)
            return metadata;
        var key = (First.Decryption.PublicKey with { KeyId = "key-1", Use = "enc", Algorithm = JoseAlgorithms.EcdhEs }).ToJson();
        metadata["jwks"] = new JsonObject { ["keys"] = new JsonArray(key) };
        metadata["encrypted_response_enc_values_supported"] = new JsonArray(JoseAlgorithms.A128Gcm, JoseAlgorithms.A256Gcm);
        return metadata;
    }

    private JsonObject SignTwice(JsonObject payload)
    {
        var signatures = new JsonArray();
        var text = "";
        foreach (var verifier in (TestVerifier[])[First, Second])
        {
            var client = verifier == First ? ClientId : ClientId == First.ClientId ? Second.ClientId : ClientId;
            var parts = Sign(verifier, new JsonObject { ["client_id"] = client }, payload, BrokenSignatures > signatures.Count).Split('.');
            text = parts[1];
            signatures.Add(new JsonObject { ["protected"] = parts[0], ["signature"] = parts[2] });
        }

        return new JsonObject { ["payload"] = text, ["signatures"] = signatures };
    }

    private string Sign(TestVerifier verifier, JsonObject header, JsonObject payload, bool isBroken)
    {
        header["typ"] = "oauth-authz-req+jwt";
        header["x5c"] = verifier.X5c.DeepClone();
        Header(header);
        var jwt = CompactJws.Sign(header, payload, verifier.Key);
        if (!isBroken)
            return jwt;
        // As the suite does it: every byte of the signature is turned over.
        var end = jwt.LastIndexOf('.');
        var signature = Base64Url.Decode(jwt.AsSpan(end + 1)).Expect();
        return $"{jwt[..end]}.{Base64Url.Encode([.. signature.Select(value => (byte)(value ^ 0x5A))])}";
    }
}
