using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Issuer.Offers;

/// <summary>Claims that an offer must not bring: those the issuer makes, and names that SD-JWT keeps for itself at any depth (RFC 9901, section 4.1).</summary>
internal static class ReservedClaims
{
    /// <summary>The first such name; null when there is none.</summary>
    public static string? FindIn(JsonObject claims) =>
        claims.Select(claim => claim.Key).FirstOrDefault(SdJwtNames.VisibleClaims.Contains) ?? FindBelow(claims);

    private static string? FindBelow(JsonNode? node) => node switch
    {
        JsonObject json => json.Select(member => IsReserved(member.Key) ? member.Key : FindBelow(member.Value)).FirstOrDefault(name => name is not null),
        JsonArray array => array.Select(FindBelow).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static bool IsReserved(string name) => name is SdJwtNames.Digests or SdJwtNames.HiddenElement or SdJwtNames.HashAlgorithm;
}
