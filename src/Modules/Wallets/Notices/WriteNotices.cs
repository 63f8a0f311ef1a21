using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Notices;

/// <summary>Writes notices for wallets, within the caller's unit of work, and has those woken that want to be.</summary>
internal sealed class WriteNotices(RandomSource random, TimeProvider time)
{
    /// <summary>One of this kind for each wallet.</summary>
    public async Task AddAsync(WalletsDb database, IReadOnlyCollection<Guid> wallets, NoticeKind kind)
    {
        var now = time.GetUtcNow();
        var (at, urgent) = (now.ToUnixTimeMilliseconds(), kind is NoticeKind.Locked);
        foreach (var wallet in wallets)
        {
            database.Notices.Add(new NoticeRow { Id = random.NewId(), WalletId = wallet, Kind = kind, At = now });
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO pushes (wallet_id, due_at, attempts, urgent) SELECT wallet_id, {at}, 0, {urgent} FROM subscriptions WHERE wallet_id = {wallet.ToString("D")} ON CONFLICT (wallet_id) DO UPDATE SET due_at = excluded.due_at, attempts = 0, urgent = excluded.urgent");
        }

        await database.SaveChangesAsync();
    }
}
