using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Notices;

/// <summary>Gives a notice to the wallets that have, or wait for, what an issuer speaks of. One that was not read yet stands for news told twice.</summary>
internal sealed class HearOfIssuances(GroupCommit<WalletsDb> writes, WriteNotices notices) : IIssuanceReceiver
{
    /// <inheritdoc />
    public Task ReceiveAsync(IssuanceNews news, CancellationToken cancellationToken) => writes.RunAsync(
        async database =>
        {
            var kind = KindOf(news.Kind);
            var wallets = await database.Holdings.Where(holding => news.Fingerprints.Contains(holding.Fingerprint)).Select(holding => holding.WalletId).Distinct()
                .Where(wallet => !database.Notices.Any(notice => notice.WalletId == wallet && notice.Kind == kind)).ToListAsync();
            await notices.AddAsync(database, wallets, kind);
            return wallets.Count;
        },
        cancellationToken);

    private static NoticeKind KindOf(IssuanceNewsKind kind) => kind switch
    {
        IssuanceNewsKind.Replaced => NoticeKind.Moved,
        IssuanceNewsKind.Ready => NoticeKind.Ready,
        _ => NoticeKind.Revoked,
    };
}
