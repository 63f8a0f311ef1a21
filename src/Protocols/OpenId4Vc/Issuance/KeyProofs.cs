// OpenID4VCI 1.0 App. F.1 (jwt proof type), App. F.4 (verifying), §8.3.1.2 (errors); RFC 8725 §3.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

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
}

/// <summary>The keys a wallet proved to hold.</summary>
/// <param name="Keys">One per proof, in their order, pairwise distinct.</param>
/// <param name="Nonce">The nonce in all of them; the caller checks that it is its own and unused.</param>
public sealed record ProvedKeys(IReadOnlyList<JsonWebKey> Keys, string Nonce);

/// <summary>Checks the jwt proofs of a credential request.</summary>
public static class KeyProofs
{
    /// <summary>The proof type of which each proof is signed with the key that it proves (App. F.1).</summary>
    public const string ByJwt = "jwt";

    /// <summary>The proof type that is a key attestation (App. F.3).</summary>
    public const string ByAttestation = "attestation";

    /// <summary>`typ` of a jwt proof.</summary>
    public const string Type = "openid4vci-proof+jwt";

    private static readonly JsonLimits Limits = new(MaxBytes: 4 * 1024, MaxDepth: 6, MaxValues: 60);
    private static readonly JwsRules Header = JwsRules.ForType(Type) with { KeyInHeader = true };

    /// <summary>Checks every proof; the first broken rule refuses all, since a batch is issued whole or not at all.</summary>
    public static Checked<ProvedKeys> Check(IReadOnlyList<string> proofs, KeyProofRules rules)
    {
        var keys = new List<JsonWebKey>(proofs.Count);
        var seen = new HashSet<string>(proofs.Count);
        string? nonce = null;
        foreach (var text in proofs)
        {
            if (!Check(text, rules).TryGetValue(out var proof, out var error))
                return error;
            nonce ??= proof.Nonce;
            if (nonce != proof.Nonce)
                return Invalid("App. F.1", "The proofs of one request answer different nonces.");
            // §15.4.1: copies bound to one key could be linked.
            if (!seen.Add(proof.Key.Thumbprint))
                return Invalid("§8.2, §15.4.1", "Two proofs are for the same key.");
            keys.Add(proof.Key);
        }

        return nonce is null ? Invalid("§8.2", "There is no proof.") : new ProvedKeys(keys, nonce);
    }

    private static Checked<Proof> Check(string text, KeyProofRules rules)
    {
        if (!CompactJws.Parse(text, Limits).TryGetValue(out var jws, out var error))
            return Invalid("App. F.1", error.Detail);
        // App. F.4: explicitly typed; an asymmetric algorithm from the list, never "none" nor a MAC.
        if (jws.CheckHeader(Header) is { } broken)
            return Invalid($"App. F.4, {broken.Clause}", broken.Detail);
        // App. F.1: exactly one of jwk, kid and x5c names the key; this issuer reads jwk only.
        if (jws.Header.Object("jwk") is not { } jwk || jws.Header.ContainsKey("kid"))
            return Invalid("App. F.1", "The header does not name its key by jwk alone.");
        // App. F.4: no private key in the header.
        if (!JsonWebKey.Parse(jwk).TryGetValue(out var key, out error))
            return Invalid($"App. F.4, {error.Clause}", error.Detail);
        if (CheckClaims(jws.Payload, rules) is { } invalid)
            return invalid;
        using var verification = VerificationKey.Import(key);
        return jws.Verify(verification, Header).TryGetValue(out _, out _)
            ? new Proof(key, jws.Payload.Text("nonce")!)
            : Invalid("App. F.4", "The signature does not verify with the key in the header.");
    }

    private static ProtocolError? CheckClaims(JsonObject claims, KeyProofRules rules)
    {
        // App. F.1: aud is the issuer's identifier; some wallets send it as an array of one.
        var audience = claims["aud"] is JsonArray { Count: 1 } only ? only[0] : claims["aud"];
        if (!audience.IsText(out var aud) || aud != rules.Issuer)
            return Invalid("App. F.1", "aud is not this issuer.");
        // App. F.4: made within an acceptable window.
        if (claims.Instant("iat") is not { } made || made < rules.Now - rules.MaxAge || made > rules.Now + rules.MaxAhead)
            return Invalid("App. F.4", "iat is missing or outside the window.");
        // §8.3.1.2: without a nonce the proof is invalid; a wrong one is the mint's to refuse.
        return claims.Text("nonce") is not { Length: > 0 } ? Invalid("App. F.4, §8.3.1.2", "nonce is missing.") : null;
    }

    private static ProtocolError Invalid(string section, string detail) => new(IssuanceErrors.InvalidProof, $"OpenID4VCI 1.0 {section}", detail);

    private sealed record Proof(JsonWebKey Key, string Nonce);
}
