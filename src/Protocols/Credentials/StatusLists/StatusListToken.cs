// draft-ietf-oauth-status-list-21 §5.1 (token), §8.3 (validation), §13.7 (caching).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.StatusLists;

/// <summary>A signed status list.</summary>
/// <param name="Uri">`sub`: the address of the list.</param>
/// <param name="List">The statuses.</param>
/// <param name="IssuedAt">`iat`.</param>
public sealed record StatusListToken(string Uri, StatusList List, DateTimeOffset IssuedAt)
{
    /// <summary>`typ` and, with "application/" before it, the media type.</summary>
    public const string Type = "statuslist+jwt";

    // A 4 MiB list that does not compress, encoded twice, stays below this.
    private static readonly JsonLimits Limits = new(MaxBytes: 6 * 1024 * 1024, MaxDepth: 8, MaxValues: 200);
    private static readonly JwsRules Rules = JwsRules.ForType(Type) with { CertificatesInHeader = true };

    /// <summary>`exp`, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>`ttl`: how long a copy may be used before it is retrieved again, or null.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Signs the list.</summary>
    /// <param name="key">The issuer's key.</param>
    /// <param name="x5c">The key's certificates from <see cref="Trust.CertificateChains.ToX5c"/>; null leaves them out.</param>
    public string Sign(SigningKey key, JsonArray? x5c = null)
    {
        var header = new JsonObject { ["typ"] = Type };
        if (x5c is not null)
            header["x5c"] = x5c.DeepClone();
        var payload = new JsonObject { ["sub"] = Uri, ["iat"] = IssuedAt.ToUnixTimeSeconds() };
        if (ExpiresAt is { } expiry)
            payload["exp"] = expiry.ToUnixTimeSeconds();
        if (TimeToLive is { } life)
            payload["ttl"] = (long)life.TotalSeconds;
        payload["status_list"] = List.ToJson();
        return CompactJws.Sign(header, payload, key);
    }

    /// <summary>Verifies a token retrieved from <paramref name="uri"/>.</summary>
    /// <param name="text">The token.</param>
    /// <param name="uri">The address in the status reference; must equal `sub` (§8.3).</param>
    /// <param name="issuerKey">Finds the key, for example by validating `x5c`.</param>
    /// <param name="now">The time of verification.</param>
    /// <param name="maxListBytes">The largest byte array accepted.</param>
    public static Checked<StatusListToken> Verify(
        string text, string uri, IssuerKeyResolver issuerKey, DateTimeOffset now, int maxListBytes = StatusList.DefaultMaxBytes)
    {
        if (!CompactJws.Parse(text, Limits).TryGetValue(out var jws, out var error))
            return error;
        if (jws.CheckHeader(Rules) is { } broken)
            return broken;
        if (!issuerKey(jws).Then(key => jws.Verify(key, Rules)).TryGetValue(out _, out error))
            return error;
        if (jws.Payload.Text("sub") != uri)
            return new ProtocolError(ErrorCodes.StatusListSubject, "Token Status List §8.3 (4a)", "sub is not the referenced address.");
        return Check(jws.Payload, now) is { } invalid ? invalid : Read(jws.Payload, uri, maxListBytes);
    }

    private static ProtocolError? Check(JsonObject payload, DateTimeOffset now)
    {
        if (payload.Instant("iat") is null)
            return Refuse("§5.1", "iat is missing.");
        if (payload.ContainsKey("exp") && payload.Instant("exp") is null)
            return Refuse("§5.1", "exp is not a NumericDate.");
        if (payload.Instant("exp") <= now)
            return new ProtocolError(ErrorCodes.Expired, "Token Status List §8.3 (4c)", "The token has expired.");
        if (payload.ContainsKey("ttl") && payload.Integer("ttl") is not (> 0 and <= int.MaxValue))
            return Refuse("§5.1", "ttl is not a positive number.");
        return payload.Object("status_list") is null ? Refuse("§5.1", "status_list is missing.") : null;
    }

    private static Checked<StatusListToken> Read(JsonObject payload, string uri, int maxListBytes)
        => StatusList.Parse(payload.Object("status_list")!, maxListBytes).Then<StatusListToken>(
            list => new StatusListToken(uri, list, payload.Instant("iat")!.Value)
            {
                ExpiresAt = payload.Instant("exp"),
                TimeToLive = payload.Integer("ttl") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            });

    private static ProtocolError Refuse(string section, string detail)
        => new(ErrorCodes.StatusList, $"Token Status List {section}", detail);
}
