using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Wallets.Storage;

/// <summary>
/// Wallets for which the town keeps nothing: no list to find again, no batch that a lock would have to end. Tried and thrown away, or registered by
/// somebody who fills the table. One that is locked stays, so that it hears of it; one that calls again registers anew, which costs it nothing.
/// </summary>
internal sealed class UnusedWallets(IDbContextFactory<WalletsDb> databases, AuditTrail trail) : RetainedRecords<WalletsDb>(databases, trail)
{
    private const int BatchSize = 500;

    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "unused-wallets",
        new("Wallets, die der Stadt weder eine Liste noch eine ihrer Karten gemeldet haben", "Wallets that left no list with the town and told it of none of its cards"),
        new("damit eine neue Wallet Karten holen kann, bevor ihr Notfall-Code gemacht ist", "so that a new wallet can get cards before its emergency code is made"),
        new("dem letzten Tag, an dem sich die Wallet gemeldet hat", "the last day on which the wallet called"),
        30);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(WalletsDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var lastDay = DateOnly.FromDateTime(TownCalendar.OnTownClocks(limit).DateTime);
        var unused = database.Wallets.Where(wallet => wallet.SeenOn < lastDay && wallet.LockedAt == null
            && !database.Lists.Any(list => list.WalletId == wallet.Id) && !database.Holdings.Any(holding => holding.WalletId == wallet.Id));
        var found = await unused.AsNoTracking().OrderBy(wallet => wallet.SeenOn).Take(BatchSize).Select(wallet => wallet.Id).ToListAsync(cancellationToken);
        // Asked once more while deleting: one that calls in this moment was seen today, and stays.
        var deleted = found is [] ? 0 : await unused.Where(wallet => found.Contains(wallet.Id)).ExecuteDeleteAsync(cancellationToken);
        if (deleted == 0)
            return 0;
        await database.Pushes.Where(push => found.Contains(push.WalletId) && !database.Wallets.Any(wallet => wallet.Id == push.WalletId)).ExecuteDeleteAsync(cancellationToken);
        await database.Subscriptions.Where(subscription => found.Contains(subscription.WalletId) && !database.Wallets.Any(wallet => wallet.Id == subscription.WalletId)).ExecuteDeleteAsync(cancellationToken);
        await database.Notices.Where(notice => found.Contains(notice.WalletId) && !database.Wallets.Any(wallet => wallet.Id == notice.WalletId)).ExecuteDeleteAsync(cancellationToken);
        return deleted;
    }
}
