// OpenID4VCI 1.0 App. E (wallet attestation), §15.4.4 (subject shared by all wallets); draft-ietf-oauth-attestation-based-client-auth-09
// §4 (client attestation), §7.1 (verification), also as published in -07 (`iss`) and -10; HAIP 1.0 §4.4.1 (x5c, no reuse).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.OpenId4Vc.Attestation;

/// <summary>A wallet provider's word for one of its wallets, bound to a key of that wallet: authenticates it at the authorization server.</summary>
/// <param name="ClientId">`sub`: the client identifier, the same for all wallets of this kind.</param>
/// <param name="Key">`cnf.jwk`: proves possession, by <see cref="WalletAttestationProof"/> or by a DPoP proof.</param>
/// <param name="ExpiresAt">`exp`.</param>
public sealed record WalletAttestation(string ClientId, JsonWebKey Key, DateTimeOffset ExpiresAt)
{
    /// <summary>`typ`.</summary>
    public const string Type = "oauth-client-attestation+jwt";

    /// <summary>The request header that carries it (§4); field names are case-insensitive.</summary>
    public const string HeaderName = "OAuth-Client-Attestation";

    private const string Specification = "Attestation-Based Client Authentication";

    private static readonly JsonLimits Limits = new(MaxBytes: 32 * 1024, MaxDepth: 8, MaxValues: 200);
    private static readonly JwsRules Header = JwsRules.ForType(Type) with { CertificatesInHeader = true };

    /// <summary>`iss`: the wallet provider, which drafts up to -07 and servers built on them demand; null leaves it out.</summary>
    public string? Issuer { get; init; }

    /// <summary>`iat`, or null.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>`wallet_name`: what people read, or null.</summary>
    public string? WalletName { get; init; }

    /// <summary>`wallet_link`: where more about the wallet and its provider stands, or null. Never fetched.</summary>
    public string? WalletLink { get; init; }

    /// <summary>`status`: where a revocation would stand, or null; the caller looks it up.</summary>
    public StatusReference? Status { get; init; }

    /// <summary>Signs the attestation.</summary>
    /// <param name="key">The wallet provider's key.</param>
    /// <param name="x5c">Its certificates without the root; null leaves them out, which HAIP does not allow.</param>
    public string Sign(SigningKey key, JsonArray? x5c = null)
    {
        var header = new JsonObject { ["typ"] = Type };
        if (x5c is not null)
            header["x5c"] = x5c.DeepClone();
        var payload = new JsonObject { ["sub"] = ClientId, ["exp"] = ExpiresAt.ToUnixTimeSeconds(), ["cnf"] = new JsonObject { ["jwk"] = Key.ToJson() } };
        if (Issuer is not null)
            payload["iss"] = Issuer;
        if (IssuedAt is { } issued)
            payload["iat"] = issued.ToUnixTimeSeconds();
        if (WalletName is not null)
            payload["wallet_name"] = WalletName;
        if (WalletLink is not null)
            payload["wallet_link"] = WalletLink;
        if (Status is not null)
            payload["status"] = Status.ToJson();
        return CompactJws.Sign(header, payload, key);
    }

    /// <summary>Verifies an attestation. It says nothing yet about who sent it: verify the proof of possession next.</summary>
    public static Checked<VerifiedWalletAttestation> Verify(string text, WalletAttestationRules rules)
    {
        if (!CompactJws.Parse(text, Limits).TryGetValue(out var jws, out var error)
            || !rules.Trust.Verify(jws, Header, rules.Now).TryGetValue(out var signer, out error))
            return Refuse($"§7.1, {error.Clause}", error.Detail);
        if (!Read(jws.Payload).TryGetValue(out var attestation, out error))
            return error;
        return (CheckTime(attestation, jws.Payload, rules) ?? CheckClient(attestation, rules)) is { } broken
            ? broken
            : new VerifiedWalletAttestation(attestation, signer);
    }

    private static Checked<WalletAttestation> Read(JsonObject claims)
    {
        if (claims.Text("sub") is not { Length: > 0 } client)
            return Refuse("§4", "sub is missing.");
        if (claims.Instant("exp") is not { } end)
            return Refuse("§4", "exp is missing or not a NumericDate.");
        if (claims.Object("cnf")?.Object("jwk") is not { } jwk)
            return Refuse("§4", "cnf holds no jwk.");
        // §7.1 (5): a private key is refused.
        if (!JsonWebKey.Parse(jwk).TryGetValue(out var key, out var error))
            return Refuse($"§4, §7.1 (5), {error.Clause}", error.Detail);
        if (IsMistyped(claims, "iat") || IsMistyped(claims, "nbf"))
            return Refuse("§4", "iat and nbf are NumericDates.");
        if (!ReadStatus(claims).TryGetValue(out var status, out error))
            return Refuse($"OpenID4VCI 1.0 App. E, {error.Clause}", error.Detail);
        return new WalletAttestation(client, key, end)
        {
            Issuer = claims.Text("iss"),
            IssuedAt = claims.Instant("iat"),
            WalletName = claims.Text("wallet_name"),
            WalletLink = claims.Text("wallet_link"),
            Status = status.Reference,
        };
    }

    private static ProtocolError? CheckTime(WalletAttestation attestation, JsonObject claims, WalletAttestationRules rules)
    {
        if (attestation.ExpiresAt <= rules.Now)
            return Refuse("§4, §7.1 (6)", "The attestation has expired.");
        if (attestation.IssuedAt > rules.Now + rules.MaxAhead || claims.Instant("nbf") > rules.Now + rules.MaxAhead)
            return Refuse("§7.1 (6), RFC 7519 §4.1.5", "The attestation is not valid yet.");
        // §7.1 (6), §7.4: fresh enough by local policy; without iat nobody can tell.
        return rules.MaxAge is { } age && !(attestation.IssuedAt >= rules.Now - age)
            ? new ProtocolError(AttestationErrors.UseFreshAttestation, $"{Specification} §7.1 (6), §7.4", "The attestation is older than this server accepts.")
            : null;
    }

    // §7.1 (7), HAIP 1.0 §4.4.1.
    private static ProtocolError? CheckClient(WalletAttestation attestation, WalletAttestationRules rules)
        => rules.ClientId is not null && rules.ClientId != attestation.ClientId
            ? Refuse("§7.1 (7)", "client_id is not the sub of the attestation.")
            : null;

    private static bool IsMistyped(JsonObject claims, string name) => claims.ContainsKey(name) && claims.Instant(name) is null;

    private static Checked<OptionalStatus> ReadStatus(JsonObject claims) => claims["status"] switch
    {
        null => new OptionalStatus(null),
        JsonObject status => StatusReference.Parse(status).Then<OptionalStatus>(reference => new OptionalStatus(reference)),
        _ => new ProtocolError(ErrorCodes.Claim, "Token Status List §6.2", "status is not an object."),
    };

    private static ProtocolError Refuse(string section, string detail)
        => new(AttestationErrors.InvalidClientAttestation, section.StartsWith('§') ? $"{Specification} {section}" : section, detail);

    private sealed record OptionalStatus(StatusReference? Reference);
}

/// <summary>What a server demands of a wallet attestation.</summary>
/// <param name="Trust">Whose attestations count.</param>
/// <param name="Now">The time of the check.</param>
public sealed record WalletAttestationRules(AttestationTrust Trust, DateTimeOffset Now)
{
    /// <summary>`client_id` of the request, which must be the subject; null when the request names none.</summary>
    public string? ClientId { get; init; }

    /// <summary>How old `iat` may be; null leaves it to `exp`.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How far the provider's clock may run ahead.</summary>
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>A wallet attestation that holds.</summary>
/// <param name="Attestation">What it says.</param>
/// <param name="Signer">Who says so.</param>
public sealed record VerifiedWalletAttestation(WalletAttestation Attestation, AttestationSigner Signer);
