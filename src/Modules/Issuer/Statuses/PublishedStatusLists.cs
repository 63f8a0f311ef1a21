using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Credentials;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Issuer.Statuses;

/// <summary>A signed status list, ready to be sent.</summary>
/// <param name="Version">The state of the list it shows.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="Token">The status list token.</param>
/// <param name="Plain">The token's bytes.</param>
/// <param name="Gzip">The token's bytes, compressed.</param>
/// <param name="Cwt">The same list as a CWT; compressing it again would gain nothing.</param>
internal sealed record PublishedStatusList(int Version, DateTimeOffset SignedAt, string Token, byte[] Plain, byte[] Gzip, byte[] Cwt);

/// <summary>The status lists as the world sees them: signed and compressed once, sent many times.</summary>
internal sealed class PublishedStatusLists(IDbContextFactory<IssuerDb> databases, HostedIssuers issuers, IOptions<IssuerOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Slug, int Number), PublishedStatusList> published = new();
    private readonly SemaphoreSlim signing = new(1);

    /// <summary>The list of this issuer with this number; null when there is none.</summary>
    public async ValueTask<PublishedStatusList?> ReadAsync(string slug, int number, CancellationToken cancellationToken)
    {
        if (published.TryGetValue((slug, number), out var list) && time.GetUtcNow() < list.SignedAt + options.Value.StatusListLifetime)
            return list;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var row = await database.StatusLists.AsNoTracking().SingleOrDefaultAsync(each => each.Number == number && each.IssuerSlug == slug, cancellationToken);
        return row is null || issuers.Find(slug) is not { } issuer ? null : await PublishAsync(database, issuer, row, cancellationToken);
    }

    /// <summary>Signs every list anew that has changed or whose token is no longer young.</summary>
    public async Task PublishChangesAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var row in await database.StatusLists.AsNoTracking().ToListAsync(cancellationToken))
        {
            // A list outlives an issuer that was taken out of service.
            if (issuers.Find(row.IssuerSlug) is { } issuer)
                await PublishAsync(database, issuer, row, cancellationToken);
        }
    }

    private async Task<PublishedStatusList> PublishAsync(IssuerDb database, HostedIssuer issuer, StatusListRow row, CancellationToken cancellationToken)
    {
        await signing.WaitAsync(cancellationToken);
        try
        {
            var key = (row.IssuerSlug, row.Number);
            if (published.TryGetValue(key, out var present) && present.Version >= row.Version && time.GetUtcNow() < present.SignedAt + options.Value.StatusListLifetime / 3)
                return present;

            // Read after the version: what is changed meanwhile is shown already and published once more, never missed.
            return published[key] = Sign(issuer, row, await ReadStatusesAsync(database, issuer, row, cancellationToken));
        }
        finally
        {
            signing.Release();
        }
    }

    private async Task<StatusList> ReadStatusesAsync(IssuerDb database, HostedIssuer issuer, StatusListRow row, CancellationToken cancellationToken)
    {
        var copies = database.Copies.Where(copy => copy.List == row.Number);
        var suspended = await copies.Where(copy => copy.SuspendedAt != null).Select(copy => copy.Position).ToListAsync(cancellationToken);
        var revoked = await copies.Where(copy => copy.RevokedAt != null).Select(copy => copy.Position).ToListAsync(cancellationToken);
        var list = new StatusList(row.Bits, options.Value.StatusListSize) { AggregationUri = issuer.At(ListStatusLists.Path).OriginalString };
        foreach (var position in suspended)
            list[position] = row.Bits == 1 ? StatusValues.Invalid : StatusValues.Suspended;
        foreach (var position in revoked)
            list[position] = StatusValues.Invalid;
        return list;
    }

    private PublishedStatusList Sign(HostedIssuer issuer, StatusListRow row, StatusList list)
    {
        var now = time.GetUtcNow();
        var token = new StatusListToken(CopyMaking.StatusListAddress(issuer, row.Number), list, now)
        {
            ExpiresAt = now + options.Value.StatusListLifetime,
            TimeToLive = options.Value.StatusListTtl,
        };
        var jwt = token.Sign(issuer.Key.Signing, issuer.Key.X5c);
        var plain = Encoding.ASCII.GetBytes(jwt);
        return new PublishedStatusList(row.Version, now, jwt, plain, Compress(plain), StatusListCwt.Sign(token, issuer.Key.Signing, issuer.Key.Certificates));
    }

    private static byte[] Compress(byte[] plain)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(plain);
        return output.ToArray();
    }
}
