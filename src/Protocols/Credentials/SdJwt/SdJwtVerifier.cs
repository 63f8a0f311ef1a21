// RFC 9901 §7.1 (issuer-signed part), §7.3 (verification by the verifier), §4.3 (key binding).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>Verifies SD-JWTs.</summary>
public static class SdJwtVerifier
{
    private static readonly JwsRules KeyBindingJwt = JwsRules.ForType(SdJwtNames.KeyBindingType);

    /// <summary>Parses and verifies <paramref name="text"/>.</summary>
    public static Checked<VerifiedSdJwt> Verify(string text, IssuerKeyResolver issuerKey, SdJwtRules rules, SdJwtLimits? limits = null)
        => ParsedSdJwt.Parse(text, limits).Then(sdJwt => Verify(sdJwt, issuerKey, rules));

    /// <summary>Verifies signature, Disclosures, validity and, where demanded, key binding.</summary>
    public static Checked<VerifiedSdJwt> Verify(ParsedSdJwt sdJwt, IssuerKeyResolver issuerKey, SdJwtRules rules)
    {
        var header = new JwsRules(rules.Types) { CertificatesInHeader = true };
        // RFC 9901 §7.1 (2a): the header is checked before anything in it is used to find the key.
        if (sdJwt.IssuerJwt.CheckHeader(header) is { } broken)
            return broken;
        // RFC 9901 §7.1 (2b, 2c)
        if (!issuerKey(sdJwt.IssuerJwt).Then(key => sdJwt.IssuerJwt.Verify(key, header)).TryGetValue(out _, out var error))
            return error;
        if (!ProcessedPayload.Of(sdJwt, rules.ProtectedClaims).TryGetValue(out var payload, out error))
            return error;
        if (CheckValidity(payload.Claims, rules) is { } invalid)
            return invalid;
        var holder = ReadHolderKey(sdJwt.IssuerJwt.Payload);
        if (rules.KeyBinding is not null && CheckKeyBinding(sdJwt, holder, rules.Now, rules.KeyBinding) is { } unbound)
            return unbound;
        holder.TryGetValue(out var holderKey, out _);
        return new VerifiedSdJwt(payload.Claims, holderKey, rules.KeyBinding is not null);
    }

    // RFC 9901 §7.1 (6), RFC 7519 §4.1.4 to §4.1.6
    private static ProtocolError? CheckValidity(JsonObject claims, SdJwtRules rules)
    {
        foreach (var name in (ReadOnlySpan<string>)["exp", "nbf", "iat"])
        {
            if (claims.ContainsKey(name) && claims.Instant(name) is null)
                return new ProtocolError(ErrorCodes.Claim, "RFC 7519 §4.1", $"{name} is not a NumericDate.");
        }

        if (rules.RequireExpiry && !claims.ContainsKey("exp"))
            return new ProtocolError(ErrorCodes.Claim, "RFC 9901 §9.7", "exp is required and missing.");
        if (claims.Instant("exp") is { } expiry && rules.Now >= expiry + rules.ClockSkew)
            return new ProtocolError(ErrorCodes.Expired, "RFC 9901 §7.1 (6), RFC 7519 §4.1.4", "The validity has ended.");
        if (claims.Instant("nbf") is { } start && rules.Now < start - rules.ClockSkew)
            return new ProtocolError(ErrorCodes.NotYetValid, "RFC 9901 §7.1 (6), RFC 7519 §4.1.5", "The validity has not begun.");
        return claims.Instant("iat") is { } issued && rules.Now < issued - rules.ClockSkew
            ? new ProtocolError(ErrorCodes.NotYetValid, "RFC 9901 §7.1 (6), RFC 7519 §4.1.6", "It claims to be issued in the future.")
            : null;
    }

    // RFC 9901 §4.1.2, RFC 7800 §3.2: taken from the signed payload itself, never from a Disclosure.
    private static Checked<JsonWebKey> ReadHolderKey(JsonObject payload)
        => payload.Object("cnf")?.Object("jwk") is { } jwk
            ? JsonWebKey.Parse(jwk)
            : new ProtocolError(ErrorCodes.KeyBindingMissing, "RFC 9901 §7.3 (5a)", "The SD-JWT names no holder key.");

    // RFC 9901 §7.3 (2), (5)
    private static ProtocolError? CheckKeyBinding(
        ParsedSdJwt sdJwt, Checked<JsonWebKey> holder, DateTimeOffset now, KeyBindingRules rules)
    {
        if (sdJwt.KeyBindingJwt is not { } proof)
            return new ProtocolError(ErrorCodes.KeyBindingMissing, "RFC 9901 §7.3 (2)", "Key binding is required and missing.");
        // (5a)
        if (!holder.TryGetValue(out var publicKey, out var error))
            return error;
        using var key = VerificationKey.Import(publicKey);
        // (5b) algorithm, (5c) signature, (5d) typ
        if (!proof.Verify(key, KeyBindingJwt).TryGetValue(out _, out error))
            return error;
        // (5e)
        if (proof.Payload.Instant("iat") is not { } made || made < now - rules.MaxAge || made > now + rules.MaxAhead)
            return new ProtocolError(ErrorCodes.KeyBindingTime, "RFC 9901 §7.3 (5e)", "iat is missing or outside the window.");
        // (5f)
        if (proof.Payload.Text("aud") != rules.Audience)
            return new ProtocolError(ErrorCodes.KeyBindingAudience, "RFC 9901 §7.3 (5f)", "aud is missing or another audience.");
        if (proof.Payload.Text("nonce") != rules.Nonce)
            return new ProtocolError(ErrorCodes.KeyBindingNonce, "RFC 9901 §7.3 (5f)", "nonce is missing or another nonce.");
        // (5g): the algorithm is the one of the SD-JWT (§4.3.1), known since the payload was processed.
        return proof.Payload.Text("sd_hash") == sdJwt.DigestAlgorithm!.Digest(sdJwt.Bound)
            ? null
            : new ProtocolError(ErrorCodes.KeyBindingHash, "RFC 9901 §7.3 (5g)", "sd_hash is missing or covers another presentation.");
    }
}
