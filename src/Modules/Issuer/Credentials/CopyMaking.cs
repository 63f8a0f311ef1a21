using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Issuer.Credentials;

/// <summary>From when until when a copy is valid; coarse, so that it tells nobody when its holder was served (unlinkability rule U5).</summary>
/// <param name="IssuedAt">The start of the day (UTC).</param>
/// <param name="ExpiresAt">A full hour (UTC).</param>
internal sealed record CopyTimes(DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    public static CopyTimes For(DateTimeOffset now, DateTimeOffset? validUntil, TimeSpan validity)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return new CopyTimes(day, validUntil is { } end ? RoundUpToHour(end) : day + validity);
    }

    private static DateTimeOffset RoundUpToHour(DateTimeOffset time)
    {
        var tooLong = time.UtcTicks % TimeSpan.TicksPerHour;
        return new DateTimeOffset(tooLong == 0 ? time.UtcTicks : time.UtcTicks - tooLong + TimeSpan.TicksPerHour, TimeSpan.Zero);
    }
}

/// <summary>Where a copy's status stands, and the key it is bound to.</summary>
internal readonly record struct CopyEntry(int List, int Position, JsonWebKey Key);

/// <summary>Makes the copies of a credential: the same claims for all, everything else of its own (unlinkability rules U2 to U6).</summary>
internal static class CopyMaking
{
    private const int DigestsStep = 8;
    private const int LeastDecoys = 3;

    /// <summary>The copies for these entries.</summary>
    public static IReadOnlyList<string> Make(HostedIssuer issuer, CredentialType type, JsonObject claims, CopyTimes times, IReadOnlyList<CopyEntry> entries, RandomSource random)
    {
        var decoys = DecoysFor(type, claims.Count);
        claims["iss"] = issuer.Id;
        claims["vct"] = type.Vct;
        claims["iat"] = times.IssuedAt.ToUnixTimeSeconds();
        claims["exp"] = times.ExpiresAt.ToUnixTimeSeconds();
        var template = SdJwtTemplate.Prepare(new SdJwtContents(claims) { X5c = issuer.Key.X5c, Decoys = decoys }, issuer.Key.Signing);
        return [.. entries.Select(entry => template.Issue(
            new JsonObject { ["status"] = new StatusReference(StatusListAddress(issuer, entry.List), entry.Position).ToJson() }, entry.Key, random.Fill))];
    }

    /// <summary>
    /// How many digests that belong to nothing stand among those of the claims (RFC 9901, section 4.2.5): all copies of a type have
    /// equally many, so that nobody sees who has a claim that others have not.
    /// </summary>
    private static int DecoysFor(CredentialType type, int hidden)
    {
        var most = Math.Max(hidden, type.Claims.Select(claim => claim.Path[0]).Distinct().Count());
        return ((most + DigestsStep - 1) / DigestsStep * DigestsStep) - hidden;
    }

    /// <summary>The same as mdoc. Decoys fill up what is not there, so that the number of digests is that of the form.</summary>
    public static string MakeMdoc(HostedIssuer issuer, MdocForm form, JsonObject claims, CopyTimes times, CopyEntry entry, RandomSource random)
    {
        var elements = MdocElements.Of(form, claims, times.ExpiresAt);
        var contents = new MdocContents(
            form.DocumentType, elements, entry.Key, new MdocValidity(times.IssuedAt, times.IssuedAt, times.ExpiresAt), issuer.Key.Certificates)
        {
            Status = new StatusReference(StatusListAddress(issuer, entry.List), entry.Position),
            Decoys = form.Elements.Count - elements.Count + LeastDecoys,
        };
        return MdocIssuer.Issue(contents, issuer.Key.Signing, random.Fill).ToText();
    }

    /// <summary>Address of a status list.</summary>
    public static string StatusListAddress(HostedIssuer issuer, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{issuer.Id}/status-lists/{number}");
}
