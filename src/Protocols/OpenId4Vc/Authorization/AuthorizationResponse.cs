// RFC 6749 §4.1.2, §4.1.2.1; RFC 9207 §2, §2.4 (iss against mix-up); RFC 9700 §4.4, §4.7.
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>What the browser brings back to the wallet.</summary>
/// <param name="Issuer">`iss`: the authorization server that answers.</param>
/// <param name="State">`state` of the request, or null.</param>
public sealed record AuthorizationResponse(string Issuer, string? State)
{
    /// <summary>The authorization code; null when it was refused.</summary>
    public string? Code { get; init; }

    /// <summary>The error code; null when it was granted.</summary>
    public string? Error { get; init; }

    /// <summary>The address with the answer in its query.</summary>
    public string AddressAt(string redirectUri)
    {
        var query = FormParameters.Write(("code", Code), ("error", Error), ("state", State), ("iss", Issuer));
        return $"{redirectUri}{(redirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }

    /// <summary>Reads the address that the browser was sent to.</summary>
    /// <param name="address">It.</param>
    /// <param name="issuer">The server that was asked.</param>
    /// <param name="state">The state that was sent, or null.</param>
    public static Checked<AuthorizationResponse> Parse(Uri address, string issuer, string? state)
    {
        if (!FormParameters.Parse(address.Query.TrimStart('?')).TryGetValue(out var query, out var error))
            return error;
        // RFC 9207 §2.4: compared before anything else is believed.
        if (query["iss"] != issuer)
            return Refuse("RFC 9207 §2.4", "iss is missing or another server.");
        if (query["state"] != state)
            return Refuse("RFC 6749 §4.1.2, RFC 9700 §4.7", "state is not the one that was sent.");
        return query["code"] is null == query["error"] is null
            ? Refuse("RFC 6749 §4.1.2", "There is not exactly one of code and error.")
            : new AuthorizationResponse(issuer, state) { Code = query["code"], Error = query["error"] };
    }

    private static ProtocolError Refuse(string clause, string detail) => new(ErrorCodes.Malformed, clause, detail);
}
