using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Issuer.Statuses;

/// <summary>
/// Changes the status of copies and marks their lists as changed, within the caller's transaction. With the copies, entries that
/// nobody holds change in the same way, by chance between none and as many: the difference between two publications then does not
/// tell how many copies one person had (unlinkability rule U9).
/// </summary>
internal sealed class StatusChanges(IOptions<IssuerOptions> options, Outbox<IssuerDb> outbox, RandomSource random)
{
    private const int MostTold = 200;

    /// <summary>Tells whoever knows the wallets what becomes of these copies, after the transaction is committed; call it before they change.</summary>
    public async Task TellAsync(IssuerDb database, IssuanceNewsKind kind, IQueryable<CopyRow> copies)
    {
        var batches = await database.Issuances.Where(issuance => copies.Any(copy => copy.OfferId == issuance.OfferId && copy.Batch == issuance.Batch))
            .Select(issuance => issuance.NotificationHash).ToListAsync();
        foreach (var told in batches.Chunk(MostTold))
            outbox.Add(database, DeliverIssuanceNews.MessageKind, new IssuanceNews(kind, told));
        await database.SaveChangesAsync();
    }

    /// <summary>Revokes those that are not revoked yet, for good; returns how many copies it were.</summary>
    public async Task<int> RevokeAsync(IssuerDb database, IQueryable<CopyRow> copies, DateTimeOffset now)
    {
        var changing = copies.Where(copy => copy.RevokedAt == null);
        var lists = await CountAsync(changing);
        if (lists.Count == 0)
            return 0;

        await changing.ExecuteUpdateAsync(copy => copy.SetProperty(row => row.RevokedAt, now));
        foreach (var list in lists)
        {
            await HideAsync(database, list, now, suspendedAt: null);
            await (await SuspendedDecoysAsync(database, list)).ExecuteUpdateAsync(decoy => decoy.SetProperty(row => row.RevokedAt, now));
            await ChangedAsync(database, list.Number);
        }

        return lists.Sum(list => list.Valid + list.Suspended);
    }

    /// <summary>Suspends those that are valid; returns how many copies it were.</summary>
    public async Task<int> SuspendAsync(IssuerDb database, IQueryable<CopyRow> copies, DateTimeOffset now)
    {
        var changing = copies.Where(copy => copy.RevokedAt == null && copy.SuspendedAt == null);
        var lists = await CountAsync(changing);
        if (lists.Count == 0)
            return 0;

        await changing.ExecuteUpdateAsync(copy => copy.SetProperty(row => row.SuspendedAt, now));
        foreach (var list in lists)
        {
            await HideAsync(database, list, revokedAt: null, now);
            await ChangedAsync(database, list.Number);
        }

        return lists.Sum(list => list.Valid);
    }

    /// <summary>Makes suspended copies valid again, except those that were revoked since; returns how many copies it were.</summary>
    public async Task<int> ResumeAsync(IssuerDb database, IQueryable<CopyRow> copies)
    {
        var changing = copies.Where(copy => copy.RevokedAt == null && copy.SuspendedAt != null);
        var lists = await CountAsync(changing);
        if (lists.Count == 0)
            return 0;

        await changing.ExecuteUpdateAsync(copy => copy.SetProperty(row => row.SuspendedAt, (DateTimeOffset?)null));
        foreach (var list in lists)
        {
            await (await SuspendedDecoysAsync(database, list)).ExecuteUpdateAsync(decoy => decoy.SetProperty(row => row.SuspendedAt, (DateTimeOffset?)null));
            await ChangedAsync(database, list.Number);
        }

        return lists.Sum(list => list.Suspended);
    }

    /// <summary>Has a list published anew.</summary>
    public static Task<int> ChangedAsync(IssuerDb database, int list) =>
        database.StatusLists.Where(row => row.Number == list).ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Version, changed => changed.Version + 1));

    private static Task<List<ChangingInList>> CountAsync(IQueryable<CopyRow> changing) => changing
        .GroupBy(copy => copy.List)
        .Select(group => new ChangingInList(
            group.Key, group.Count(copy => copy.SuspendedAt == null), group.Count(copy => copy.SuspendedAt != null), group.Max(copy => copy.ExpiresAt)))
        .ToListAsync();

    /// <summary>Takes free entries as decoys, for the copies that were valid.</summary>
    private async Task HideAsync(IssuerDb database, ChangingInList list, DateTimeOffset? revokedAt, DateTimeOffset? suspendedAt)
    {
        var (end, revoked, suspended) = (list.ExpiresAt.ToUnixTimeMilliseconds(), revokedAt?.ToUnixTimeMilliseconds(), suspendedAt?.ToUnixTimeMilliseconds());
        for (var decoys = random.NextInt(list.Valid + 1); decoys > 0; decoys--)
        {
            var position = random.NextInt(options.Value.StatusListSize);
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO copies (list, position, expires_at, revoked_at, suspended_at) VALUES ({list.Number}, {position}, {end}, {revoked}, {suspended}) ON CONFLICT DO NOTHING");
        }
    }

    /// <summary>Some of the decoys that are suspended, for the copies that were suspended as well.</summary>
    private async Task<IQueryable<CopyRow>> SuspendedDecoysAsync(IssuerDb database, ChangingInList list)
    {
        var suspended = database.Copies.Where(copy => copy.List == list.Number && copy.OfferId == null && copy.SuspendedAt != null && copy.RevokedAt == null);
        var positions = list.Suspended == 0 ? [] : await suspended.Select(copy => copy.Position).ToListAsync();
        var chosen = new HashSet<int>();
        for (var decoys = random.NextInt(Math.Min(list.Suspended, positions.Count) + 1); chosen.Count < decoys;)
            chosen.Add(positions[random.NextInt(positions.Count)]);
        return suspended.Where(copy => chosen.Contains(copy.Position));
    }

    /// <summary>How many copies change in a list, by what they were, and the latest end of their validity.</summary>
    private sealed record ChangingInList(int Number, int Valid, int Suspended, DateTimeOffset ExpiresAt);
}
