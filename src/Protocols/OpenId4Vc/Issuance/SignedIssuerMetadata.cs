// OpenID4VCI 1.0 §12.2.2 (media types), §12.2.3 (signed metadata); HAIP 1.0 §4.1 (x5c without root, leaf not self-signed); RFC 8725 §3.11.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>Credential issuer metadata under the issuer's signature.</summary>
public static class SignedIssuerMetadata
{
    /// <summary>`typ`, spelled as the specification spells it.</summary>
    public const string Type = "openidvci-issuer-metadata+jwt";

    /// <summary>Media type of the answer, and what a wallet asks for in `Accept`.</summary>
    public const string MediaType = "application/jwt";

    private static readonly JsonLimits Limits = new(MaxBytes: 512 * 1024, MaxDepth: 16, MaxValues: 10_000);
    private static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(1);
    private static readonly JwsRules Header = JwsRules.ForType(Type) with { CertificatesInHeader = true };

    /// <summary>Signs metadata.</summary>
    /// <param name="metadata">All of them; each becomes a claim.</param>
    /// <param name="key">The issuer's key.</param>
    /// <param name="x5c">Its certificates without the root.</param>
    /// <param name="validity">`iat` and `exp`.</param>
    public static string Sign(CredentialIssuerMetadata metadata, SigningKey key, JsonArray x5c, Validity validity)
    {
        var payload = metadata.ToJson();
        payload["sub"] = metadata.CredentialIssuer;
        payload["iat"] = validity.NotBefore.ToUnixTimeSeconds();
        payload["exp"] = validity.NotAfter.ToUnixTimeSeconds();
        return CompactJws.Sign(new JsonObject { ["typ"] = Type, ["x5c"] = x5c.DeepClone() }, payload, key);
    }

    /// <summary>The metadata, when their signature and claims hold.</summary>
    /// <param name="text">The JWT.</param>
    /// <param name="issuer">The issuer that was asked.</param>
    /// <param name="signerKey">Finds the signer's key in the wallet's trust; a refusal refuses the metadata.</param>
    /// <param name="now">The time of the check.</param>
    public static Checked<CredentialIssuerMetadata> Verify(string text, string issuer, IssuerKeyResolver signerKey, DateTimeOffset now)
    {
        if (!CompactJws.Parse(text, Limits).TryGetValue(out var jws, out var error))
            return error;
        if (jws.CheckHeader(Header) is { } broken)
            return broken;
        if (!signerKey(jws).TryGetValue(out var key, out error))
            return error;
        if (jws.Verify(key, Header).Error is { } forged)
            return forged;
        // §12.2.3: sub is the issuer, iat is required, exp ends it.
        if (jws.Payload.Text("sub") != issuer)
            return Refuse(ErrorCodes.UntrustedIssuer, "sub is not the issuer that was asked.");
        if (jws.Payload.Instant("iat") is not { } signed || signed > now + MaxAhead)
            return Refuse(ErrorCodes.Claim, "iat is missing or lies in the future.");
        if (jws.Payload.ContainsKey("exp") && !(jws.Payload.Instant("exp") > now))
            return Refuse(ErrorCodes.Expired, "The signed metadata have expired.");
        return CredentialIssuerMetadata.Read(jws.Payload, issuer);
    }

    private static ProtocolError Refuse(string code, string detail) => new(code, "OpenID4VCI 1.0 §12.2.3", detail);
}
