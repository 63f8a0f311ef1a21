using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Storage;

namespace Modellstadt.Issuer.Statuses;

/// <summary>Marks copies as revoked and their lists as changed, within the caller's transaction.</summary>
internal static class Revocation
{
    /// <summary>Revokes those that are not revoked yet; returns how many per list.</summary>
    public static async Task<IReadOnlyList<RevokedInList>> RevokeAsync(IssuerDb database, IQueryable<CopyRow> copies, DateTimeOffset now)
    {
        var valid = copies.Where(copy => copy.RevokedAt == null);
        var lists = await valid.GroupBy(copy => copy.List).Select(group => new RevokedInList(group.Key, group.Count(), group.Max(copy => copy.ExpiresAt))).ToListAsync();
        if (lists.Count == 0)
            return lists;

        await valid.ExecuteUpdateAsync(copy => copy.SetProperty(row => row.RevokedAt, now));
        foreach (var list in lists)
            await database.StatusLists.Where(row => row.Number == list.Number).ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Version, changed => changed.Version + 1));
        return lists;
    }
}

/// <summary>How many copies were revoked in a list, and the latest end of their validity.</summary>
internal sealed record RevokedInList(int Number, int Count, DateTimeOffset ExpiresAt);
