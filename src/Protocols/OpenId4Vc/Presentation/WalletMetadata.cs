// OpenID4VP 1.0 §5.10 (wallet_metadata of a POST to the request URI), §10.1 (wallet metadata); RFC 9101 §4, §6.1 (encrypted request objects); RFC 7519 §5.2 (nested JWT).
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>What a wallet says about itself when it fetches a question. Only what changes the question is read.</summary>
public sealed record WalletMetadata
{
    private static readonly JsonLimits Limits = new(MaxBytes: 24 * 1024, MaxDepth: 8, MaxValues: 500);

    /// <summary>How the question is to be encrypted to the wallet; null when the wallet takes it in the clear.</summary>
    public JweRecipient? Encryption { get; private init; }

    /// <summary>The client identifier prefixes the wallet can check; null when it does not say.</summary>
    public IReadOnlyList<string>? ClientIdPrefixes { get; private init; }

    /// <summary>Reads the parameter; refuses a wallet that wants its question encrypted or signed in a way nobody here can.</summary>
    public static Checked<WalletMetadata> Parse(string text)
    {
        if (!StrictJson.ParseObject(Encoding.UTF8.GetBytes(text), Limits).TryGetValue(out var json, out var error))
            return error with { Code = PresentationErrors.InvalidRequest };
        if (Names(json, "request_object_signing_alg_values_supported") is { } algorithms && !algorithms.Contains(JoseAlgorithms.Es256))
            return Refuse("The wallet cannot verify ES256.");
        var prefixes = Names(json, "client_id_prefixes_supported");
        return json.ContainsKey("jwks")
            ? ReadRecipient(json).Then<WalletMetadata>(recipient => new WalletMetadata { ClientIdPrefixes = prefixes, Encryption = recipient })
            : new WalletMetadata { ClientIdPrefixes = prefixes };
    }

    /// <summary>A signed request object as this wallet wants it: encrypted to its key, or as it is.</summary>
    public string Wrap(string requestObject, RandomFill random) =>
        Encryption is null ? requestObject : CompactJwe.Encrypt(Encoding.ASCII.GetBytes(requestObject), Encryption, random);

    /// <summary>Refuses a question under a client identifier that this wallet says it cannot check.</summary>
    public ProtocolError? Check(string clientId) =>
        ClientIdPrefixes is null || ClientIdPrefixes.Contains(clientId.Split(':')[0]) ? null : Refuse("The wallet does not support the client identifier prefix.");

    /// <summary>A wallet that sends keys wants its question encrypted (§5.10): without a usable one it gets none.</summary>
    private static Checked<JweRecipient> ReadRecipient(JsonObject json)
    {
        var key = (json.Object("jwks")?["keys"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(one => one.Text("alg") is null or JoseAlgorithms.EcdhEs && one.Text("use") is null or "enc")
            .Select(one => JsonWebKey.Parse(one).TryGetValue(out var parsed, out _) ? parsed : null)
            .FirstOrDefault(one => one is not null);
        var encryption = Names(json, "request_object_encryption_enc_values_supported") is { } offered
            ? offered.FirstOrDefault(ResponseEncryption.DefaultEncryptions.Contains)
            : JoseAlgorithms.A128Gcm;
        return key is null || encryption is null
            ? Refuse("The wallet wants its question encrypted, but in no way that is supported here.")
            : new JweRecipient(key, encryption) { ContentType = "JWT" };
    }

    private static string[]? Names(JsonObject json, string member) =>
        json[member] is JsonArray names ? [.. names.Select(name => name.IsText(out var text) ? text : "")] : null;

    private static ProtocolError Refuse(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5.10, §10.1", detail);
}
