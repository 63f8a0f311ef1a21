using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Wallets.Storage;

/// <summary>
/// Wallets that have not called for a long time, with their lists. This module has no <see cref="IPersonalRecords"/>: by itself it does not
/// lead from a person to a wallet. What a wallet holds carries the same fingerprints as the issuer's batches, so whoever joined both
/// databases would get there; no code does (Art. 11 GDPR). What is kept is shown by the wallet itself.
/// </summary>
internal sealed class UnseenWallets(IDbContextFactory<WalletsDb> databases, AuditTrail trail) : RetainedRecords<WalletsDb>(databases, trail)
{
    private const int BatchSize = 500;

    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "unseen-wallets",
        new("Wallets, die sich nicht mehr gemeldet haben, mit ihrer verschlüsselten Liste", "Wallets that have not called any more, with their encrypted list"),
        new("damit man nach einem Verlust die Wallet sperren und die Liste der Karten wiederfinden kann", "so that after a loss one can lock the wallet and find the list of cards again"),
        new("dem letzten Tag, an dem sich die Wallet gemeldet hat", "the last day on which the wallet called"),
        550);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(WalletsDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var lastDay = DateOnly.FromDateTime(TownCalendar.OnTownClocks(limit).DateTime);
        var unseen = await database.Wallets.AsNoTracking().Where(wallet => wallet.SeenOn < lastDay).OrderBy(wallet => wallet.SeenOn).Take(BatchSize)
            .Select(wallet => wallet.Id).ToListAsync(cancellationToken);
        if (unseen is [])
            return 0;
        await database.Holdings.Where(holding => unseen.Contains(holding.WalletId)).ExecuteDeleteAsync(cancellationToken);
        await database.Pushes.Where(push => unseen.Contains(push.WalletId)).ExecuteDeleteAsync(cancellationToken);
        await database.Subscriptions.Where(subscription => unseen.Contains(subscription.WalletId)).ExecuteDeleteAsync(cancellationToken);
        await database.Notices.Where(notice => unseen.Contains(notice.WalletId)).ExecuteDeleteAsync(cancellationToken);
        await database.Lists.Where(list => unseen.Contains(list.WalletId)).ExecuteDeleteAsync(cancellationToken);
        return await database.Wallets.Where(wallet => unseen.Contains(wallet.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
