using Modellstadt.Kernel.Randomness;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Notices;

/// <summary>Writes notices for wallets, within the caller's unit of work.</summary>
internal sealed class WriteNotices(RandomSource random, TimeProvider time)
{
    /// <summary>One of this kind for each wallet; stored when the database is saved.</summary>
    public void Add(WalletsDb database, IEnumerable<Guid> wallets, NoticeKind kind)
    {
        foreach (var wallet in wallets)
            database.Notices.Add(new NoticeRow { Id = random.NewId(), WalletId = wallet, Kind = kind, At = time.GetUtcNow() });
    }
}
