// OpenID4VP 1.0 §12 (verifier attestation JWT), §5.9.3 (verifier_attestation); RFC 7800 §3.2 (cnf); RFC 7519 §4.1.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>A party that wallets trust says who a verifier is and which key is its own.</summary>
/// <param name="Issuer">`iss`: who attests.</param>
/// <param name="Subject">`sub`: the verifier, without prefix.</param>
/// <param name="Key">`cnf.jwk`: the key that signs the verifier's requests.</param>
/// <param name="ExpiresAt">`exp`.</param>
public sealed record VerifierAttestation(string Issuer, string Subject, JsonWebKey Key, DateTimeOffset ExpiresAt)
{
    /// <summary>`typ` of the attestation.</summary>
    public const string Type = "verifier-attestation+jwt";

    /// <summary>The header parameter of a request object that carries the attestation.</summary>
    public const string HeaderParameter = "jwt";

    private const int MaxAddresses = 20;
    private static readonly JwsRules Signed = JwsRules.ForType(Type);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Where answers may be sent (`redirect_uris`); empty when the attestation does not say.</summary>
    public IReadOnlyList<string> ResponseAddresses { get; init; } = [];

    /// <summary>The attestation as a signed JWT.</summary>
    public string Sign(SigningKey issuer)
    {
        var payload = new JsonObject
        {
            ["iss"] = Issuer,
            ["sub"] = Subject,
            ["exp"] = ExpiresAt.ToUnixTimeSeconds(),
            ["cnf"] = new JsonObject { ["jwk"] = Key.ToJson() },
        };
        if (ResponseAddresses.Count > 0)
            payload["redirect_uris"] = new JsonArray([.. ResponseAddresses]);
        return CompactJws.Sign(new JsonObject { ["typ"] = Type }, payload, issuer);
    }

    /// <summary>Verifies an attestation; what it says about the key is proved by the request that the key signs.</summary>
    /// <param name="jwt">The value of the header parameter.</param>
    /// <param name="issuers">The keys of those a wallet trusts to attest verifiers, by `iss`.</param>
    /// <param name="now">The present.</param>
    public static Checked<VerifierAttestation> Verify(string jwt, IReadOnlyDictionary<string, VerificationKey> issuers, DateTimeOffset now)
    {
        if (!CompactJws.Parse(jwt).TryGetValue(out var jws, out var error))
            return error;
        if (jws.Payload.Text("iss") is not { } issuer || !issuers.TryGetValue(issuer, out var key))
            return new ProtocolError(ErrorCodes.UntrustedIssuer, "OpenID4VP 1.0 §5.9.3", "Nobody this wallet trusts attests the verifier.");
        if (!jws.Verify(key, Signed).TryGetValue(out _, out error))
            return error;
        if (jws.Payload.Instant("exp") is not { } end || now >= end + ClockSkew)
            return new ProtocolError(ErrorCodes.Expired, "OpenID4VP 1.0 §12", "The attestation has expired or does not say when it does.");
        if (jws.Payload.ContainsKey("nbf") && !(jws.Payload.Instant("nbf") <= now + ClockSkew))
            return new ProtocolError(ErrorCodes.NotYetValid, "OpenID4VP 1.0 §12", "The attestation is not valid yet.");
        if (jws.Payload.Text("sub") is not { Length: > 0 } subject || jws.Payload.Object("cnf")?.Object("jwk") is not { } jwk)
            return new ProtocolError(ErrorCodes.Claim, "OpenID4VP 1.0 §12", "sub or cnf.jwk is missing.");
        return ReadAddresses(jws.Payload).Then(addresses => JsonWebKey.Parse(jwk)
            .Then<VerifierAttestation>(own => new VerifierAttestation(issuer, subject, own, end) { ResponseAddresses = addresses }));
    }

    private static Checked<string[]> ReadAddresses(JsonObject payload)
    {
        if (!payload.ContainsKey("redirect_uris"))
            return Array.Empty<string>();
        // An empty list would read as "anywhere" later on.
        return payload["redirect_uris"] is JsonArray { Count: > 0 and <= MaxAddresses } addresses && addresses.All(address => address.IsText(out _))
            ? addresses.Select(address => address!.GetValue<string>()).ToArray()
            : new ProtocolError(ErrorCodes.Claim, "OpenID4VP 1.0 §5.9.3", "redirect_uris is not a list of addresses.");
    }
}
