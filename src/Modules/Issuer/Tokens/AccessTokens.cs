using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>Bearer tokens in requests (RFC 6750).</summary>
internal static class AccessTokens
{
    private const string Scheme = "Bearer ";

    /// <summary>What is stored of a token: SHA-256, since 256 random bits need no salt.</summary>
    public static string Hash(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The token in the Authorization header.</summary>
    public static Checked<string> Read(HttpRequest request)
    {
        // RFC 6750 section 5.3 and RFC 9700 section 4.3.2: addresses end up in logs.
        if (request.Query.ContainsKey("access_token"))
            return new ProtocolError(IssuanceErrors.InvalidRequest, "RFC 9700 §4.3.2", "An access token must not stand in the address.");
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length is > 7 and < 512
            ? header[Scheme.Length..].Trim()
            : new ProtocolError(IssuanceErrors.InvalidToken, "RFC 6750 §3.1", "The access token is missing.");
    }
}
