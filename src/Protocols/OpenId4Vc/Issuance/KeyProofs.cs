// OpenID4VCI 1.0 App. F.1 (jwt proof type), App. F.3 (attestation proof type), App. F.4 (verifying), App. D.1 (key attestations), §8.3.1.2
// (errors); HAIP 1.0 §4.5.1; RFC 8725 §3. The proof type di_vp (App. F.2) is not read: it proves keys of W3C credentials.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>What an issuer demands of key proofs.</summary>
/// <param name="Issuer">The credential issuer identifier: the only accepted audience.</param>
/// <param name="Now">The time of the check.</param>
public sealed record KeyProofRules(string Issuer, DateTimeOffset Now)
{
    /// <summary>How old `iat` may be.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far the wallet's clock may run ahead.</summary>
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The client that the access token was given to: the only accepted `iss`; null when it came without a name, then there is no `iss`.</summary>
    public string? ClientId { get; init; }

    /// <summary>What key attestations must say; null when this issuer reads none: then one that is sent is refused, never ignored.</summary>
    public KeyAttestationRules? Attestations { get; init; }

    /// <summary>True when every key must be attested.</summary>
    public bool RequiresAttestation { get; init; }
}

/// <summary>The keys a wallet proved to hold.</summary>
/// <param name="Keys">Pairwise distinct: those of the proofs in their order, then those that are attested beside them.</param>
/// <param name="Nonce">The nonce in all proofs and attestations; the caller checks that it is its own and unused.</param>
public sealed record ProvedKeys(IReadOnlyList<JsonWebKey> Keys, string Nonce);

/// <summary>Checks the proofs of a credential request.</summary>
public static class KeyProofs
{
    /// <summary>The proof type of which each proof is signed with the key that it proves (App. F.1).</summary>
    public const string ByJwt = "jwt";

    /// <summary>The proof type that is a key attestation (App. F.3).</summary>
    public const string ByAttestation = "attestation";

    /// <summary>`typ` of a jwt proof.</summary>
    public const string Type = "openid4vci-proof+jwt";

    // Room for a key attestation with certificates and the keys of a batch in the header.
    private static readonly JsonLimits Limits = new(MaxBytes: 12 * 1024, MaxDepth: 6, MaxValues: 60);
    private static readonly JwsRules Header = JwsRules.ForType(Type) with { KeyInHeader = true };

    /// <summary>Checks every proof of a request; the first broken rule refuses all, since a batch is issued whole or not at all.</summary>
    public static Checked<ProvedKeys> Check(CredentialRequest request, KeyProofRules rules) => request.ProofType == ByAttestation
        ? CheckAttestation(request.Proofs[0], rules)
        : Check(request.Proofs, rules);

    /// <summary>Checks jwt proofs.</summary>
    public static Checked<ProvedKeys> Check(IReadOnlyList<string> proofs, KeyProofRules rules)
    {
        var keys = new List<JsonWebKey>(proofs.Count);
        var seen = new HashSet<string>(proofs.Count);
        var attested = new AttestedKeys(rules);
        string? nonce = null;
        foreach (var text in proofs)
        {
            if (!Check(text, rules, attested).TryGetValue(out var proof, out var error))
                return error;
            nonce ??= proof.Nonce;
            if (nonce != proof.Nonce)
                return Invalid("App. F.1", "The proofs of one request answer different nonces.");
            // §15.4.1: copies bound to one key could be linked.
            if (!seen.Add(proof.Key.Thumbprint))
                return Invalid("§8.2, §15.4.1", "Two proofs are for the same key.");
            keys.Add(proof.Key);
        }

        if (nonce is null)
            return Invalid("§8.2", "There is no proof.");
        if (attested.CheckBatch(proofs.Count) is { } half)
            return half;
        // App. F.1: a credential for every attested key, one signature for all of them.
        keys.AddRange(attested.Keys.Where(key => seen.Add(key.Thumbprint)));
        return new ProvedKeys(keys, nonce);
    }

    /// <summary>Checks a proof that is a key attestation: its keys sign nothing themselves.</summary>
    private static Checked<ProvedKeys> CheckAttestation(string text, KeyProofRules rules)
    {
        if (rules.Attestations is not { } attestations)
            return Invalid("App. F.3", "This issuer trusts no wallet provider and reads no key attestations.");
        if (!KeyAttestation.Verify(text, attestations).TryGetValue(out var verified, out var error))
            return error;
        // App. F.3: with a nonce endpoint the attestation answers a nonce of it.
        return verified.Attestation.Nonce is { } nonce
            ? new ProvedKeys(verified.Attestation.Keys, nonce)
            : Invalid("App. F.3, §8.3.1.2", "nonce is missing in the key attestation.");
    }

    private static Checked<Proof> Check(string text, KeyProofRules rules, AttestedKeys attested)
    {
        if (!CompactJws.Parse(text, Limits).TryGetValue(out var jws, out var error))
            return Invalid("App. F.1", error.Detail);
        // App. F.4: explicitly typed; an asymmetric algorithm from the list, never "none" nor a MAC.
        if (jws.CheckHeader(Header) is { } broken)
            return Invalid($"App. F.4, {broken.Clause}", broken.Detail);
        // App. F.1: exactly one of jwk, kid and x5c names the key.
        if (jws.Header.Object("jwk") is not { } jwk || jws.Header.ContainsKey("kid") || jws.Header.ContainsKey("trust_chain"))
            return Invalid("App. F.1", "The header does not name its key by jwk alone; this issuer looks no key up by kid, x5c or trust_chain.");
        // App. F.4: no private key in the header.
        if (!JsonWebKey.Parse(jwk).TryGetValue(out var key, out error))
            return Invalid($"App. F.4, {error.Clause}", error.Detail);
        if (CheckClaims(jws.Payload, rules) is { } invalid)
            return invalid;
        using var verification = VerificationKey.Import(key);
        if (jws.Verify(verification, Header).Error is not null)
            return Invalid("App. F.4", "The signature does not verify with the key in the header.");
        var proof = new Proof(key, jws.Payload.Text("nonce")!);
        return attested.Check(jws.Header["key_attestation"], proof.Key, proof.Nonce) is { } unattested ? unattested : proof;
    }

    private static ProtocolError? CheckClaims(JsonObject claims, KeyProofRules rules)
    {
        // App. F.1: aud is the issuer's identifier; some wallets send it as an array of one.
        var audience = claims["aud"] is JsonArray { Count: 1 } only ? only[0] : claims["aud"];
        if (!audience.IsText(out var aud) || aud != rules.Issuer)
            return Invalid("App. F.1", "aud is not this issuer.");
        // App. F.1: the client of the token, and none when the token was given to a wallet without a name.
        if (claims.ContainsKey("iss") && (rules.ClientId is null || claims.Text("iss") != rules.ClientId))
            return Invalid("App. F.1", "iss is not the client that the access token was given to.");
        // App. F.4: made within an acceptable window.
        if (claims.Instant("iat") is not { } made || made < rules.Now - rules.MaxAge || made > rules.Now + rules.MaxAhead)
            return Invalid("App. F.4", "iat is missing or outside the window.");
        // §8.3.1.2: without a nonce the proof is invalid; a wrong one is the mint's to refuse.
        return claims.Text("nonce") is not { Length: > 0 } ? Invalid("App. F.4, §8.3.1.2", "nonce is missing.") : null;
    }

    private static ProtocolError Invalid(string section, string detail) => new(IssuanceErrors.InvalidProof, $"OpenID4VCI 1.0 {section}", detail);

    private sealed record Proof(JsonWebKey Key, string Nonce);
}
