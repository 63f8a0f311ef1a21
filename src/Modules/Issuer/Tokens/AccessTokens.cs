using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Modellstadt.Issuer.Identities;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>An access token in a request.</summary>
/// <param name="Text">The token.</param>
/// <param name="Key">The key of the DPoP proof beside it; null for a bearer token.</param>
internal sealed record ShownToken(string Text, ProvedSender? Key)
{
    /// <summary>
    /// Null when it was shown as it was given: a bound token with a proof by its key, a bearer token without, and by means that
    /// its credential type still accepts.
    /// </summary>
    public ProtocolError? Refuse(string? boundTo, GrantTraits traits, CredentialPolicy policy)
    {
        // RFC 9449 section 7.2: a bound token is no bearer token, whoever brings it.
        if (boundTo != Key?.Thumbprint)
            return new ProtocolError(IssuanceErrors.InvalidToken, "RFC 9449 §7.1, §7.2", boundTo is null ? "The token is bound to no key." : "The token is bound to another key.");
        return PolicyRules.Refuse(policy, traits) is { } weak ? weak with { Code = IssuanceErrors.InvalidToken } : null;
    }
}

/// <summary>Access tokens in requests (RFC 6750, RFC 9449 section 7.1).</summary>
internal sealed class AccessTokens(DpopProofs proofs)
{
    private const string Bearer = "Bearer";
    private const int MaxHeader = 512;

    /// <summary>What is stored of a token: SHA-256, since 256 random bits need no salt.</summary>
    public static string Hash(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The token in the Authorization header, with its DPoP proof where it comes with one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="issuer">Whose address it is.</param>
    public Checked<ShownToken> Read(HttpRequest request, HostedIssuer issuer)
    {
        if (DpopProofs.IsIn(request))
            proofs.GiveNonce(request.HttpContext.Response, issuer);
        // RFC 6750 section 5.3 and RFC 9700 section 4.3.2: addresses end up in logs.
        if (request.Query.ContainsKey("access_token"))
            return new ProtocolError(IssuanceErrors.InvalidRequest, "RFC 9700 §4.3.2", "An access token must not stand in the address.");
        // RFC 9110 section 11.1: the scheme whatever its case.
        var header = request.Headers.Authorization.ToString();
        if (header.Length > MaxHeader || header.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var scheme, { Length: > 0 } token])
            return new ProtocolError(IssuanceErrors.InvalidToken, "RFC 6750 §3.1", "The access token is missing.");
        if (scheme.Equals(DpopProof.Scheme, StringComparison.OrdinalIgnoreCase))
            return proofs.Check(request, issuer, PathBelow(issuer, request), token).Then<ShownToken>(key => new ShownToken(token, key));
        return scheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase)
            ? new ShownToken(token, Key: null)
            : new ProtocolError(IssuanceErrors.InvalidToken, "RFC 6750 §3.1", "The access token is missing.");
    }

    /// <summary>The address as wallets know it: what a proxy put before it is not in the request.</summary>
    private static string PathBelow(HostedIssuer issuer, HttpRequest request) => request.Path.Value![$"/issuers/{issuer.Identity.Slug}".Length..];
}
