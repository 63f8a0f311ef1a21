// draft-ietf-oauth-status-list-21 §5.2 (token as CWT), §8.3 (validation); RFC 8392 §3 (claims), RFC 9596 §2 (typ).
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.StatusLists;

/// <summary>Finds the key of a message that is not verified yet, for example by validating its `x5chain`.</summary>
public delegate Checked<VerificationKey> CoseKeyResolver(CoseSign1 message);

/// <summary>Status list tokens in CBOR: COSE_Sign1 only. A MAC would make everybody who checks a list able to write one (§11.6).</summary>
public static class StatusListCwt
{
    /// <summary>`typ` and media type. The CoAP number that may stand for it is not assigned yet.</summary>
    public const string Type = "application/statuslist+cwt";

    private const ulong Sign1Tag = 18;
    private const int Subject = 2;
    private const int ExpirationTime = 4;
    private const int IssuedAt = 6;
    private const int StatusListLabel = 65533;
    private const int TimeToLive = 65534;

    // A 4 MiB list that does not compress stays below this.
    private static readonly CborLimits Limits = new(MaxBytes: 5 * 1024 * 1024, MaxDepth: 8, MaxItems: 200);

    /// <summary>Signs the list.</summary>
    /// <param name="token">What is signed.</param>
    /// <param name="key">The issuer's key.</param>
    /// <param name="leafFirst">The key's certificates without the root; none leaves them out.</param>
    public static byte[] Sign(StatusListToken token, SigningKey key, params IReadOnlyList<X509Certificate2> leafFirst)
    {
        List<CborEntry> claims = [CborEntry.Of(Subject, CborItem.Of(token.Uri)), CborEntry.Of(IssuedAt, CborItem.Of(token.IssuedAt.ToUnixTimeSeconds()))];
        if (token.ExpiresAt is { } expiry)
            claims.Add(CborEntry.Of(ExpirationTime, CborItem.Of(expiry.ToUnixTimeSeconds())));
        if (token.TimeToLive is { } life)
            claims.Add(CborEntry.Of(TimeToLive, CborItem.Of((long)life.TotalSeconds)));
        claims.Add(CborEntry.Of(StatusListLabel, token.List.ToCbor()));
        var headers = new CoseParameters
        {
            Protected = [CborEntry.Of(CoseLabels.Type, CborItem.Of(Type))],
            Unprotected = leafFirst.Count == 0 ? [] : [CoseCertificates.ToHeader(leafFirst)],
        };
        return CborItem.Tag(Sign1Tag, CoseSign1.Sign(CborItem.Map(claims).Encoded, key, headers)).Encoded.ToArray();
    }

    /// <summary>Verifies a token retrieved from <paramref name="uri"/>.</summary>
    /// <param name="bytes">The token; must not change afterwards.</param>
    /// <param name="uri">The address in the status reference; must equal the subject (§8.3).</param>
    /// <param name="issuerKey">Finds the key.</param>
    /// <param name="now">The time of verification.</param>
    /// <param name="maxListBytes">The largest byte array accepted.</param>
    public static Checked<StatusListToken> Verify(
        ReadOnlyMemory<byte> bytes, string uri, CoseKeyResolver issuerKey, DateTimeOffset now, int maxListBytes = StatusList.DefaultMaxBytes)
    {
        if (!StrictCbor.Parse(bytes, Limits).TryGetValue(out var item, out var error))
            return error;
        if (item.TagNumber != Sign1Tag)
            return Refuse("The token is not a tagged COSE_Sign1.");
        if (!CoseSign1.Parse(item).TryGetValue(out var message, out error))
            return error;
        if (message.Headers.Protected.Member(CoseLabels.Type)?.Text != Type)
            return new ProtocolError(ErrorCodes.Type, "Token Status List §5.2", $"typ is not {Type}.");
        return issuerKey(message).Then(key => message.Verify(key)).Then(content => StrictCbor.Parse(content.Bytes, Limits)).Then(claims => Read(claims, uri, now, maxListBytes));
    }

    private static Checked<StatusListToken> Read(CborItem claims, string uri, DateTimeOffset now, int maxListBytes)
    {
        if (claims.Member(Subject)?.Text != uri)
            return new ProtocolError(ErrorCodes.StatusListSubject, "Token Status List §8.3 (4a)", "The subject is not the referenced address.");
        if (InstantOf(claims.Member(IssuedAt)) is not { } issuedAt)
            return Refuse("Issued at (6) is missing.");
        var (expiry, life) = (claims.Member(ExpirationTime), claims.Member(TimeToLive));
        if (expiry is not null && InstantOf(expiry) is null)
            return Refuse("Expiration time (4) is not a NumericDate.");
        if (InstantOf(expiry) <= now)
            return new ProtocolError(ErrorCodes.Expired, "Token Status List §8.3 (4c)", "The token has expired.");
        if (life is not null && !(life.Integer > 0 && life.Integer <= int.MaxValue))
            return Refuse("Time to live (65534) is not a positive number.");
        if (claims.Member(StatusListLabel) is not { Entries: not null } list)
            return Refuse("Status list (65533) is missing.");
        return StatusList.Parse(list, maxListBytes).Then<StatusListToken>(statuses => new StatusListToken(uri, statuses, issuedAt)
        {
            ExpiresAt = InstantOf(expiry),
            TimeToLive = life is null ? null : TimeSpan.FromSeconds((long)life.Integer!.Value),
        });
    }

    /// <summary>A NumericDate (RFC 8392 §2: without tag 1), cut to seconds; null for everything else.</summary>
    private static DateTimeOffset? InstantOf(CborItem? item)
    {
        var seconds = item?.Integer is { } whole && whole >= long.MinValue && whole <= long.MaxValue ? (double)whole : item?.Float is { } fraction ? Math.Floor(fraction) : double.NaN;
        return seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.StatusList, "Token Status List §5.2", detail);
}
