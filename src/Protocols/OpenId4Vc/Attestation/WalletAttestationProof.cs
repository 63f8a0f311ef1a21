// draft-ietf-oauth-attestation-based-client-auth-09 §5.1 (client attestation PoP), §7.2 (verification), also as published in -07 (`iss`,
// `exp`) and -10; RFC 7519 §4.1.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Attestation;

/// <summary>A wallet's proof that it holds the key of its attestation, made for one server.</summary>
/// <param name="Id">`jti`: the caller remembers it and refuses it a second time.</param>
/// <param name="IssuedAt">`iat`.</param>
/// <param name="Challenge">`challenge`, or null; the caller checks that it is its own.</param>
public sealed record WalletAttestationProof(string Id, DateTimeOffset IssuedAt, string? Challenge)
{
    /// <summary>`typ`.</summary>
    public const string Type = "oauth-client-attestation-pop+jwt";

    /// <summary>The request header that carries it (§5.1); field names are case-insensitive.</summary>
    public const string HeaderName = "OAuth-Client-Attestation-PoP";

    /// <summary>The response header in which a server gives a challenge (§6.2).</summary>
    public const string ChallengeHeaderName = "OAuth-Client-Attestation-Challenge";

    private const int MaxTextLength = 512;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly JsonLimits Limits = new(MaxBytes: 4 * 1024, MaxDepth: 6, MaxValues: 60);
    private static readonly JwsRules Header = JwsRules.ForType(Type);

    /// <summary>Signs the proof.</summary>
    /// <param name="key">The key of the attestation.</param>
    /// <param name="audience">The authorization server's issuer identifier.</param>
    /// <param name="clientId">The client, with an end of the proof: drafts up to -07 and servers built on them demand both. Null leaves them out.</param>
    public string Sign(SigningKey key, string audience, string? clientId = null)
    {
        var payload = new JsonObject { ["aud"] = audience, ["jti"] = Id, ["iat"] = IssuedAt.ToUnixTimeSeconds() };
        if (clientId is not null)
            (payload["iss"], payload["exp"]) = (clientId, (IssuedAt + Lifetime).ToUnixTimeSeconds());
        if (Challenge is not null)
            payload["challenge"] = Challenge;
        return CompactJws.Sign(new JsonObject { ["typ"] = Type }, payload, key);
    }

    /// <summary>Verifies a proof against the attestation it came with.</summary>
    public static Checked<WalletAttestationProof> Verify(string text, WalletAttestation attestation, WalletAttestationProofRules rules)
    {
        if (!CompactJws.Parse(text, Limits).TryGetValue(out var jws, out var error))
            return Refuse($"§7.2, {error.Clause}", error.Detail);
        // §5.1 (3): no other key than the attested one counts.
        if (CheckSignature(jws, attestation.Key, rules.Key) is { } forged)
            return Refuse($"§5.1, §7.2, {forged.Clause}", forged.Detail);
        return CheckClaims(jws.Payload, attestation, rules) is { } broken
            ? broken
            : new WalletAttestationProof(jws.Payload.Text("jti")!, jws.Payload.Instant("iat")!.Value, jws.Payload.Text("challenge"));
    }

    private static ProtocolError? CheckSignature(CompactJws jws, JsonWebKey attested, VerificationKey? kept)
    {
        if (kept is not null && kept.PublicKey.IsSameKeyAs(attested))
            return jws.Verify(kept, Header).Error;
        using var key = VerificationKey.Import(attested);
        return jws.Verify(key, Header).Error;
    }

    private static ProtocolError? CheckClaims(JsonObject claims, WalletAttestation attestation, WalletAttestationProofRules rules)
    {
        // §5.1: one audience; RFC 7519 §4.1.3 lets it stand in an array.
        var audience = claims["aud"] is JsonArray { Count: 1 } only ? only[0] : claims["aud"];
        if (!audience.IsText(out var aud) || aud != rules.Audience)
            return Refuse("§7.2 (7)", "aud is not this server.");
        if (claims.Text("jti") is not { Length: > 0 and <= MaxTextLength })
            return Refuse("§5.1", "jti is missing or too long.");
        // Draft -07 and before: iss is the client.
        if (claims.ContainsKey("iss") && claims.Text("iss") != attestation.ClientId)
            return Refuse("§5.1 (iss until draft -07)", "iss is not the client of the attestation.");
        if (claims.ContainsKey("challenge") && claims.Text("challenge") is not { Length: > 0 and <= MaxTextLength })
            return Refuse("§5.1", "challenge is not a string, empty or too long.");
        if (rules.RequiresChallenge && !claims.ContainsKey("challenge"))
            return new ProtocolError(AttestationErrors.UseAttestationChallenge, "Attestation-Based Client Authentication §7.2 (5), §7.4", "challenge is missing.");
        return CheckTime(claims, rules);
    }

    private static ProtocolError? CheckTime(JsonObject claims, WalletAttestationProofRules rules)
    {
        if (claims.Instant("iat") is not { } made || made < rules.Now - rules.MaxAge || made > rules.Now + rules.MaxAhead)
            return Refuse("§7.2 (6)", "iat is missing or outside the window.");
        // Draft -05 and before had exp; whoever sends it means it (RFC 7519 §4.1.4, §4.1.5).
        if ((claims.ContainsKey("exp") && !(claims.Instant("exp") > rules.Now)) || (claims.ContainsKey("nbf") && !(claims.Instant("nbf") <= rules.Now + rules.MaxAhead)))
            return Refuse("RFC 7519 §4.1.4, §4.1.5", "The proof has expired or is not valid yet.");
        return null;
    }

    private static ProtocolError Refuse(string section, string detail)
        => new(AttestationErrors.InvalidClientAttestation, section.StartsWith('§') ? $"Attestation-Based Client Authentication {section}" : section, detail);
}

/// <summary>What a server demands of a proof of possession.</summary>
/// <param name="Audience">The server's issuer identifier: the only accepted audience.</param>
/// <param name="Now">The time of the check.</param>
public sealed record WalletAttestationProofRules(string Audience, DateTimeOffset Now)
{
    /// <summary>The attestation's key, where the caller has kept it: an import costs more than the check. Null imports it.</summary>
    public VerificationKey? Key { get; init; }

    /// <summary>True for a server that gives challenges: then a proof without one is answered by `use_attestation_challenge`.</summary>
    public bool RequiresChallenge { get; init; }

    /// <summary>How old `iat` may be. A `jti` is to be remembered for this time and <see cref="MaxAhead"/>.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far the wallet's clock may run ahead.</summary>
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromMinutes(1);
}
