using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Issuer.Statuses;

/// <summary>Marks copies as revoked and their lists as changed, within the caller's transaction.</summary>
internal sealed class Revocation(IOptions<IssuerOptions> options, RandomSource random)
{
    /// <summary>Revokes those that are not revoked yet, and entries that nobody holds with them; returns how many copies it were.</summary>
    public async Task<int> RevokeAsync(IssuerDb database, IQueryable<CopyRow> copies, DateTimeOffset now)
    {
        var valid = copies.Where(copy => copy.RevokedAt == null);
        var lists = await valid.GroupBy(copy => copy.List).Select(group => new RevokedInList(group.Key, group.Count(), group.Max(copy => copy.ExpiresAt))).ToListAsync();
        if (lists.Count == 0)
            return 0;

        await valid.ExecuteUpdateAsync(copy => copy.SetProperty(row => row.RevokedAt, now));
        foreach (var list in lists)
        {
            await HideAsync(database, list, now);
            await database.StatusLists.Where(row => row.Number == list.Number).ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Version, changed => changed.Version + 1));
        }

        return lists.Sum(list => list.Count);
    }

    /// <summary>
    /// Revokes as many entries that nobody holds, by chance between none and all: the difference between two publications then
    /// does not tell how many copies one person had (unlinkability rule U9).
    /// </summary>
    private async Task HideAsync(IssuerDb database, RevokedInList list, DateTimeOffset now)
    {
        var (end, at) = (list.ExpiresAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        for (var decoys = random.NextInt(list.Count + 1); decoys > 0; decoys--)
        {
            var position = random.NextInt(options.Value.StatusListSize);
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO copies (list, position, expires_at, revoked_at) VALUES ({list.Number}, {position}, {end}, {at}) ON CONFLICT DO NOTHING");
        }
    }

    /// <summary>How many copies are revoked in a list, and the latest end of their validity.</summary>
    private sealed record RevokedInList(int Number, int Count, DateTimeOffset ExpiresAt);
}
