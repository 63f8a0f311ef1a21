// OpenID4VCI 1.0 App. D.1 (key attestation), App. D.2 (attack potential resistance), App. F.1, F.3, F.4 (use in proofs), §8.3.1.2 (errors);
// HAIP 1.0 §4.5.1 (x5c, one attestation for all keys).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Attestation;

/// <summary>The word of a wallet provider, or of a key storage, for keys of one wallet.</summary>
/// <param name="Keys">`attested_keys`: pairwise distinct, in their order.</param>
/// <param name="IssuedAt">`iat`.</param>
public sealed record KeyAttestation(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset IssuedAt)
{
    /// <summary>`typ`.</summary>
    public const string Type = "key-attestation+jwt";

    private const int MaxLevels = 10;

    private static readonly JwsRules Header = JwsRules.ForType(Type) with { CertificatesInHeader = true };

    /// <summary>`exp`: when attestation and keys end, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>`nonce`: the issuer's, or null; the caller checks that it is its own and unused.</summary>
    public string? Nonce { get; init; }

    /// <summary>`key_storage`: how well the keys are kept, e.g. <see cref="AttackPotential.High"/>; empty when nothing is said.</summary>
    public IReadOnlyList<string> KeyStorage { get; init; } = [];

    /// <summary>`user_authentication`: how well their use is guarded; empty when nothing is said.</summary>
    public IReadOnlyList<string> UserAuthentication { get; init; } = [];

    /// <summary>`certification`: where the certification of the key storage stands, or null. Never fetched.</summary>
    public string? Certification { get; init; }

    /// <summary>`status`: where a revocation would stand, or null; the caller looks it up.</summary>
    public StatusReference? Status { get; init; }

    /// <summary>Signs the attestation.</summary>
    /// <param name="key">The key of the wallet provider or key storage.</param>
    /// <param name="x5c">Its certificates without the root; null leaves them out, which HAIP does not allow.</param>
    public string Sign(SigningKey key, JsonArray? x5c = null)
    {
        var header = new JsonObject { ["typ"] = Type };
        if (x5c is not null)
            header["x5c"] = x5c.DeepClone();
        var payload = new JsonObject { ["iat"] = IssuedAt.ToUnixTimeSeconds(), ["attested_keys"] = new JsonArray([.. Keys.Select(attested => attested.ToJson())]) };
        if (ExpiresAt is { } end)
            payload["exp"] = end.ToUnixTimeSeconds();
        if (Nonce is not null)
            payload["nonce"] = Nonce;
        if (KeyStorage.Count > 0)
            payload["key_storage"] = Texts(KeyStorage);
        if (UserAuthentication.Count > 0)
            payload["user_authentication"] = Texts(UserAuthentication);
        if (Certification is not null)
            payload["certification"] = Certification;
        if (Status is not null)
            payload["status"] = Status.ToJson();
        return CompactJws.Sign(header, payload, key);
    }

    /// <summary>Verifies an attestation; every refusal has the code `invalid_proof`.</summary>
    public static Checked<VerifiedKeyAttestation> Verify(string text, KeyAttestationRules rules)
    {
        if (!CompactJws.Parse(text, rules.Limits).TryGetValue(out var jws, out var error)
            || !rules.Trust.Verify(jws, Header, rules.Now).TryGetValue(out var signer, out error))
            return Invalid($"App. D.1, {error.Clause}", error.Detail);
        if (!Read(jws.Payload, rules).TryGetValue(out var attestation, out error))
            return error;
        return (CheckTime(attestation, rules) ?? CheckStrength(attestation, rules)) is { } broken
            ? broken
            : new VerifiedKeyAttestation(attestation, signer);
    }

    /// <summary>True when <paramref name="key"/> is among the attested ones.</summary>
    public bool Covers(JsonWebKey key) => Keys.Any(attested => attested.IsSameKeyAs(key));

    private static Checked<KeyAttestation> Read(JsonObject claims, KeyAttestationRules rules)
    {
        if (claims.Instant("iat") is not { } issued)
            return Invalid("App. D.1", "iat is missing or not a NumericDate.");
        if (claims.ContainsKey("exp") && claims.Instant("exp") is null)
            return Invalid("App. D.1", "exp is not a NumericDate.");
        if (claims.ContainsKey("nonce") && claims.Text("nonce") is not { Length: > 0 })
            return Invalid("App. D.1", "nonce is not a string or empty.");
        if (!ReadKeys(claims["attested_keys"], rules.MaxKeys).TryGetValue(out var keys, out var error))
            return error;
        if (!ReadLevels(claims, "key_storage").TryGetValue(out var storage, out error))
            return error;
        if (!ReadLevels(claims, "user_authentication").TryGetValue(out var authentication, out error))
            return error;
        StatusReference? status = null;
        if (claims.ContainsKey("status") && !StatusReference.Parse(claims.Object("status") ?? []).TryGetValue(out status, out error))
            return Invalid($"App. D.1, {error.Clause}", error.Detail);
        return new KeyAttestation(keys, issued)
        {
            ExpiresAt = claims.Instant("exp"),
            Nonce = claims.Text("nonce"),
            KeyStorage = storage,
            UserAuthentication = authentication,
            Certification = claims.Text("certification"),
            Status = status,
        };
    }

    private static Checked<List<JsonWebKey>> ReadKeys(JsonNode? node, int most)
    {
        if (node is not JsonArray { Count: > 0 } array || array.Count > most)
            return Invalid("App. D.1", $"attested_keys is not an array of 1 to {most} keys.");
        var keys = new List<JsonWebKey>(array.Count);
        var seen = new HashSet<string>(array.Count);
        foreach (var entry in array)
        {
            if (entry is not JsonObject jwk)
                return Invalid("App. D.1", "An attested key is not an object.");
            // App. F.4: no private key.
            if (!JsonWebKey.Parse(jwk).TryGetValue(out var key, out var error))
                return Invalid($"App. D.1, F.4, {error.Clause}", error.Detail);
            // §15.4.1: copies bound to one key could be linked.
            if (!seen.Add(key.Thumbprint))
                return Invalid("App. D.1, §15.4.1", "A key is attested twice.");
            keys.Add(key);
        }

        return keys;
    }

    private static Checked<IReadOnlyList<string>> ReadLevels(JsonObject claims, string name)
    {
        if (!claims.ContainsKey(name))
            return Array.Empty<string>();
        return claims[name] is JsonArray { Count: > 0 and <= MaxLevels } array && array.All(level => level.IsText(out _))
            ? array.Select(level => level!.GetValue<string>()).ToArray()
            : Invalid("App. D.1", $"{name} is not an array of 1 to {MaxLevels} strings.");
    }

    private static ProtocolError? CheckTime(KeyAttestation attestation, KeyAttestationRules rules)
    {
        if (rules.RequiresExpiry && attestation.ExpiresAt is null)
            return Invalid("App. D.1", "exp is missing: the jwt proof type demands it.");
        if (attestation.ExpiresAt <= rules.Now)
            return Invalid("App. D.1", "The attestation has expired.");
        if (attestation.IssuedAt > rules.Now + rules.MaxAhead || attestation.IssuedAt < rules.Now - rules.MaxAge)
            return Invalid("App. F.4", "iat is outside the window.");
        return null;
    }

    // §12.2.4, key_attestations_required: one of the accepted values must be asserted.
    private static ProtocolError? CheckStrength(KeyAttestation attestation, KeyAttestationRules rules)
    {
        if (rules.KeyStorage is not null && !rules.KeyStorage.Overlaps(attestation.KeyStorage))
            return Invalid("App. D.1, §12.2.4", "key_storage is not one this issuer accepts.");
        return rules.UserAuthentication is not null && !rules.UserAuthentication.Overlaps(attestation.UserAuthentication)
            ? Invalid("App. D.1, §12.2.4", "user_authentication is not one this issuer accepts.")
            : null;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static ProtocolError Invalid(string section, string detail) => new(IssuanceErrors.InvalidProof, $"OpenID4VCI 1.0 {section}", detail);
}

/// <summary>What an issuer demands of key attestations.</summary>
/// <param name="Trust">Whose attestations count.</param>
/// <param name="Now">The time of the check.</param>
public sealed record KeyAttestationRules(AttestationTrust Trust, DateTimeOffset Now)
{
    /// <summary>The most keys in one attestation.</summary>
    public int MaxKeys { get; init; } = 100;

    /// <summary>True when the attestation stands in a jwt proof (App. D.1: then `exp` is required).</summary>
    public bool RequiresExpiry { get; init; }

    /// <summary>Accepted values of `key_storage`, or null when the issuer demands none.</summary>
    public IReadOnlySet<string>? KeyStorage { get; init; }

    /// <summary>Accepted values of `user_authentication`, or null when the issuer demands none.</summary>
    public IReadOnlySet<string>? UserAuthentication { get; init; }

    /// <summary>How old `iat` may be. An attestation of keys made in advance may be older than a proof; the nonce says when it is fresh.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How far the provider's clock may run ahead.</summary>
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Room for the certificates and for each key, checked before parsing.</summary>
    internal JsonLimits Limits => new(MaxBytes: (32 * 1024) + (MaxKeys * 512), MaxDepth: 8, MaxValues: 200 + (MaxKeys * 10));
}

/// <summary>A key attestation that holds.</summary>
/// <param name="Attestation">What it says.</param>
/// <param name="Signer">Who says so.</param>
public sealed record VerifiedKeyAttestation(KeyAttestation Attestation, AttestationSigner Signer);
