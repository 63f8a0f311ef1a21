// RFC 9901 §4.1, §4.2, §9.3 (salts), §9.4; draft-ietf-oauth-sd-jwt-vc-19 §2.2.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>Issues SD-JWTs with SHA-256 digests.</summary>
public static class SdJwtIssuer
{
    /// <summary>Signs <paramref name="contents"/>; every call takes fresh salts from <paramref name="random"/>.</summary>
    /// <returns>`jwt~disclosure~…~`, all Disclosures included.</returns>
    /// <exception cref="ArgumentException">
    /// The claims use a reserved name, a claim to hide does not exist or must stay visible (draft-ietf-oauth-sd-jwt-vc-19 §2.2.2.3).
    /// </exception>
    public static string Issue(SdJwtContents contents, SigningKey key, RandomFill random)
    {
        var disclosable = contents.Disclosable ?? Everything(contents.Claims);
        if (disclosable.FirstOrDefault(path => SdJwtNames.ProtectedClaims.Contains(path.Steps[0].Name ?? "")) is { } forbidden)
            throw new ArgumentException($"{forbidden} must not be selectively disclosable.", nameof(contents));
        if (disclosable.FirstOrDefault(path => path.Select(contents.Claims).Count == 0) is { } missing)
            throw new ArgumentException($"{missing} does not exist.", nameof(contents));

        var hiding = new ClaimHiding(disclosable, random);
        var payload = hiding.Hide(contents.Claims);
        if (contents.Decoys > 0)
            payload[SdJwtNames.Digests] = hiding.WithDecoys(payload[SdJwtNames.Digests] as JsonArray, contents.Decoys);
        payload[SdJwtNames.HashAlgorithm] = DigestAlgorithm.Sha256.Name;
        if (contents.HolderKey is not null)
            payload["cnf"] = new JsonObject { ["jwk"] = (contents.HolderKey with { KeyId = null, Use = null, Algorithm = null }).ToJson() };

        var header = new JsonObject { ["typ"] = contents.Type };
        if (contents.X5c is not null)
            header["x5c"] = contents.X5c.DeepClone();
        return string.Join('~', [CompactJws.Sign(header, payload, key), .. hiding.Disclosures, ""]);
    }

    private static List<ClaimPath> Everything(JsonObject claims)
        => [.. claims.Where(claim => !SdJwtNames.VisibleClaims.Contains(claim.Key)).Select(claim => ClaimPath.Of(claim.Key))];
}
