// OpenID4VCI 1.0 §8.3 (credential response), §15.4 (correlation); draft-ietf-oauth-sd-jwt-vc-19 §2.4.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A copy of a credential in the wallet.</summary>
/// <param name="Text">The SD-JWT with all Disclosures.</param>
/// <param name="Credential">What it says.</param>
/// <param name="Key">The holder's key of this copy.</param>
public sealed record ReceivedCopy(string Text, VerifiedCredential Credential, JsonWebKey Key);

/// <summary>What a wallet checks before it keeps what an issuer sent.</summary>
/// <param name="Issuer">The credential issuer identifier: `iss` of every copy.</param>
/// <param name="CredentialType">`vct` of the configuration that was asked for.</param>
/// <param name="IssuerKey">Finds the issuer's key in the wallet's trust.</param>
/// <param name="Now">The time of the check.</param>
public sealed record ReceivedCopyRules(string Issuer, string CredentialType, IssuerKeyResolver IssuerKey, DateTimeOffset Now);

/// <summary>Checks the copies an issuer sent.</summary>
public static class ReceivedCopies
{
    private static readonly string[] DifferingClaims = ["cnf", "status", "iat", "exp"];

    /// <summary>The copies, each matched with its key; or the first rule that one of them breaks.</summary>
    /// <param name="texts">The credentials as sent, in any order.</param>
    /// <param name="proved">The keys of the proofs; every copy is bound to another one of them.</param>
    /// <param name="rules">What is demanded.</param>
    public static Checked<IReadOnlyList<ReceivedCopy>> Check(IReadOnlyList<string> texts, IReadOnlyList<JsonWebKey> proved, ReceivedCopyRules rules)
    {
        var unused = proved.ToDictionary(key => key.Thumbprint);
        var copies = new List<ReceivedCopy>(texts.Count);
        foreach (var text in texts)
        {
            if (!CheckOne(text, unused, rules).TryGetValue(out var copy, out var error))
                return error;
            if (copies.Count > 0 && !JsonNode.DeepEquals(SharedClaims(copies[0]), SharedClaims(copy)))
                return new ProtocolError(ErrorCodes.Claim, "OpenID4VCI 1.0 §8.2", "The copies do not say the same.");
            copies.Add(copy);
        }

        return copies;
    }

    private static Checked<ReceivedCopy> CheckOne(string text, Dictionary<string, JsonWebKey> unused, ReceivedCopyRules rules)
    {
        var demanded = new SdJwtVcRules(rules.Now, new HashSet<string> { rules.CredentialType });
        if (!SdJwtVc.Verify(text, rules.IssuerKey, demanded).TryGetValue(out var credential, out var error))
            return error;
        if (credential.Claims.Text("iss") is { } issuer && issuer != rules.Issuer)
            return new ProtocolError(ErrorCodes.UntrustedIssuer, "SD-JWT VC §2.2.2.3", "iss is another issuer.");
        return credential.HolderKey is { } key && unused.Remove(key.Thumbprint)
            ? new ReceivedCopy(text, credential, key)
            : new ProtocolError(ErrorCodes.Key, "OpenID4VCI 1.0 §8.3", "A copy is bound to no key of this request, or two to the same.");
    }

    private static JsonObject SharedClaims(ReceivedCopy copy)
    {
        var claims = copy.Credential.Claims.DeepClone().AsObject();
        foreach (var name in DifferingClaims)
            claims.Remove(name);
        return claims;
    }
}
