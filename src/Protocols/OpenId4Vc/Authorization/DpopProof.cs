// RFC 9449 (DPoP) §4.2 (syntax), §4.3 (checking), §6.1 (thumbprint), §8 (nonce), §11.1 (replay); RFC 3986 §6.2.2, §6.2.3.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>A DPoP proof that holds: whoever sent the request has the private key.</summary>
/// <param name="Thumbprint">The key (RFC 7638), `jkt`.</param>
/// <param name="Id">What to remember so that it is good once: a digest of key and `jti`.</param>
/// <param name="Nonce">The server's nonce in it, or null; the caller checks that it is its own.</param>
/// <param name="EndsAt">From when on `iat` refuses it without anybody remembering.</param>
public sealed record DpopProof(string Thumbprint, string Id, string? Nonce, DateTimeOffset EndsAt)
{
    /// <summary>Name of the request header and of the token type.</summary>
    public const string Scheme = "DPoP";

    /// <summary>Name of the response header with a nonce for the next proof (§8).</summary>
    public const string NonceHeader = "DPoP-Nonce";

    /// <summary>`typ` of a proof.</summary>
    public const string Type = "dpop+jwt";

    private const int MaxId = 256;
    private const int IdBytes = 16;

    private static readonly JsonLimits Limits = new(MaxBytes: 4 * 1024, MaxDepth: 6, MaxValues: 60);
    private static readonly JwsRules Header = JwsRules.ForType(Type) with { KeyInHeader = true };

    /// <summary>Makes a proof.</summary>
    /// <param name="key">The wallet's key for this server.</param>
    /// <param name="rules">Method, address, time and, at a resource, the access token.</param>
    /// <param name="nonce">The server's latest nonce, or null.</param>
    /// <param name="random">For `jti`.</param>
    public static string Create(SigningKey key, DpopRules rules, string? nonce, RandomFill random)
    {
        Span<byte> id = stackalloc byte[IdBytes];
        random(id);
        var payload = new JsonObject
        {
            ["jti"] = Base64Url.Encode(id),
            ["htm"] = rules.Method,
            ["htu"] = rules.Address.GetLeftPart(UriPartial.Path),
            ["iat"] = rules.Now.ToUnixTimeSeconds(),
        };
        if (rules.AccessToken is not null)
            payload["ath"] = HashOf(rules.AccessToken);
        if (nonce is not null)
            payload["nonce"] = nonce;
        return CompactJws.Sign(new JsonObject { ["typ"] = Type, ["jwk"] = key.PublicKey.ToJson() }, payload, key);
    }

    /// <summary>`ath`: how a proof names the access token it goes with.</summary>
    public static string HashOf(string accessToken) => Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));

    /// <summary>The proof, or the rule of §4.3 that it breaks.</summary>
    public static Checked<DpopProof> Check(string text, DpopRules rules)
    {
        if (!CompactJws.Parse(text, Limits).TryGetValue(out var jws, out var error))
            return Invalid("§4.3 (2)", error.Detail);
        // (4), (5): typ, an asymmetric algorithm from the list; (3): all members present.
        if (jws.CheckHeader(Header) is { } broken)
            return Invalid($"§4.3 (4), {broken.Clause}", broken.Detail);
        if (jws.Header.Object("jwk") is not { } jwk)
            return Invalid("§4.3 (3)", "jwk is missing.");
        // (7): no private key.
        if (!JsonWebKey.Parse(jwk).TryGetValue(out var key, out error))
            return Invalid($"§4.3 (7), {error.Clause}", error.Detail);
        if ((CheckRequest(jws.Payload, rules) ?? CheckTime(jws.Payload, rules) ?? CheckBinding(jws.Payload, key, rules)) is { } invalid)
            return invalid;
        if (!jws.Verify(rules.Import(key), Header).TryGetValue(out _, out _))
            return Invalid("§4.3 (6)", "The signature does not verify with jwk.");
        return new DpopProof(key.Thumbprint, IdOf(key, jws.Payload.Text("jti")!), jws.Payload.Text("nonce"), jws.Payload.Instant("iat")!.Value + rules.MaxAge);
    }

    private static ProtocolError? CheckRequest(JsonObject claims, DpopRules rules)
    {
        if (claims.Text("jti") is not { Length: > 0 and <= MaxId })
            return Invalid("§4.3 (3)", "jti is missing or too long.");
        if (claims.Text("htm") != rules.Method)
            return Invalid("§4.3 (8)", "htm is not the method of this request.");
        return Uri.TryCreate(claims.Text("htu"), UriKind.Absolute, out var address) && IsSame(address, rules.Address)
            ? null
            : Invalid("§4.3 (9)", "htu is not the address of this request.");
    }

    private static ProtocolError? CheckTime(JsonObject claims, DpopRules rules)
    {
        if (claims.Instant("iat") is not { } made || made < rules.Now - rules.MaxAge || made > rules.Now + rules.MaxAhead)
            return Invalid("§4.3 (11)", "iat is missing or outside the window.");
        // RFC 7519 §4.1.4, §4.1.5: not asked for, but binding where they stand.
        if (claims.ContainsKey("exp") && !(claims.Instant("exp") > rules.Now))
            return Invalid("§4.3 (11), RFC 7519 §4.1.4", "exp has passed.");
        return claims.ContainsKey("nbf") && !(claims.Instant("nbf") <= rules.Now + rules.MaxAhead)
            ? Invalid("§4.3 (11), RFC 7519 §4.1.5", "nbf has not come.")
            : null;
    }

    private static ProtocolError? CheckBinding(JsonObject claims, JsonWebKey key, DpopRules rules)
    {
        if (claims.ContainsKey("nonce") && claims.Text("nonce") is null)
            return Invalid("§4.3 (10)", "nonce is not a string.");
        if (rules.AccessToken is not null && claims.Text("ath") != HashOf(rules.AccessToken))
            return Invalid("§4.3 (12)", "ath is missing or another token's.");
        return rules.Thumbprint is not null && rules.Thumbprint != key.Thumbprint
            ? Invalid("§4.3 (12), §10", "The proof was made with another key.")
            : null;
    }

    // (9): without query and fragment; scheme and host whatever their case, the default port named or not.
    private static bool IsSame(Uri sent, Uri own)
        => sent.Scheme == own.Scheme && sent.Host == own.Host && sent.Port == own.Port && sent.AbsolutePath == own.AbsolutePath && sent.UserInfo.Length == 0;

    private static string IdOf(JsonWebKey key, string id) => Base64Url.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Thumbprint}.{id}")));

    private static ProtocolError Invalid(string section, string detail) => new(AuthorizationErrors.InvalidDpopProof, $"RFC 9449 {section}", detail);
}
