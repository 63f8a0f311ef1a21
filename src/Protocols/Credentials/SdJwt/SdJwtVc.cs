// draft-ietf-oauth-sd-jwt-vc-19 §2.2.1 (typ), §2.2.2 (claims), §2.4 (verification).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>Verifies SD-JWT-based verifiable credentials.</summary>
public static class SdJwtVc
{
    private static readonly HashSet<string> Types = [SdJwtNames.CredentialType];
    private static readonly HashSet<string> TypesWithLegacy = [SdJwtNames.CredentialType, SdJwtNames.LegacyCredentialType];

    /// <summary>Parses and verifies <paramref name="text"/>.</summary>
    public static Checked<VerifiedCredential> Verify(
        string text, IssuerKeyResolver issuerKey, SdJwtVcRules rules, SdJwtLimits? limits = null)
        => ParsedSdJwt.Parse(text, limits).Then(sdJwt => Verify(sdJwt, issuerKey, rules));

    /// <summary>Verifies a parsed credential.</summary>
    public static Checked<VerifiedCredential> Verify(ParsedSdJwt sdJwt, IssuerKeyResolver issuerKey, SdJwtVcRules rules)
    {
        var general = new SdJwtRules(rules.Now)
        {
            Types = rules.AcceptLegacyType ? TypesWithLegacy : Types, // §2.2.1
            KeyBinding = rules.KeyBinding,
            ProtectedClaims = SdJwtNames.ProtectedClaims, // §2.2.2.3
            RequireExpiry = rules.RequireExpiry,
            ClockSkew = rules.ClockSkew,
        };
        return SdJwtVerifier.Verify(sdJwt, issuerKey, general).Then(verified => ReadClaims(verified, rules.CredentialTypes));
    }

    // §2.2.2.2: not empty, without vct itself.
    private static Checked<IReadOnlyList<string>> ReadOtherTypes(JsonObject claims, string type)
    {
        if (!claims.ContainsKey("aka_vcts"))
            return (string[])[];
        var others = (claims["aka_vcts"] as JsonArray)?.Select(entry => entry.IsText(out var text) ? text : "").ToList() ?? [];
        return others.Count == 0 || others.Contains("") || others.Contains(type)
            ? new ProtocolError(ErrorCodes.CredentialType, "SD-JWT VC §2.2.2.2", "aka_vcts is not an array of further types.")
            : others;
    }

    private static Checked<VerifiedCredential> ReadClaims(VerifiedSdJwt verified, IReadOnlySet<string>? accepted)
    {
        // §2.2.2.1: vct is required and a string.
        if (verified.Claims.Text("vct") is not { Length: > 0 } type)
            return new ProtocolError(ErrorCodes.CredentialType, "SD-JWT VC §2.2.2.1", "vct is missing.");
        if (!ReadOtherTypes(verified.Claims, type).TryGetValue(out var others, out var error))
            return error;
        // §2.2.2.2: the issuer says that it is of these types as well; that it may is for the caller's trust in the issuer to say.
        if (accepted is not null && !accepted.Contains(type) && !others.Any(accepted.Contains))
            return new ProtocolError(ErrorCodes.CredentialType, "SD-JWT VC §2.2.2.1", "vct is not an accepted type.");
        if (verified.Claims.ContainsKey("iss") && verified.Claims.Text("iss") is null)
            return new ProtocolError(ErrorCodes.Claim, "RFC 7519 §4.1.1", "iss is not a string.");
        if (!verified.Claims.TryGetPropertyValue("status", out var status))
            return new VerifiedCredential(type, verified.Claims, verified.HolderKey, null);
        // A status this library cannot read must not pass as "no status".
        return (status is JsonObject found ? StatusReference.Parse(found) : StatusReference.Malformed)
            .Then<VerifiedCredential>(reference => new VerifiedCredential(type, verified.Claims, verified.HolderKey, reference));
    }
}
