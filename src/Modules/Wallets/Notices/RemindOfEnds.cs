using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Notices;

/// <summary>Reminds wallets of what ends soon and of what has ended, once for each last day.</summary>
internal sealed class RemindOfEnds(GroupCommit<WalletsDb> writes, WriteNotices notices, TownCalendar calendar, IOptions<WalletsOptions> options, TimeProvider time, ILogger<RemindOfEnds> log)
    : RoundService(TimeSpan.FromMinutes(15), time, log)
{
    private const int BatchSize = 500;

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await writes.RunAsync(RemindAsync, cancellationToken);
        await writes.RunAsync(TellAsync, cancellationToken);
    }

    private async Task<int> RemindAsync(WalletsDb database)
    {
        var (today, soon) = (calendar.Today, calendar.Today.AddDays(options.Value.RenewalDays));
        var ending = await database.Holdings.AsNoTracking()
            .Where(holding => holding.LastDay >= today && holding.LastDay <= soon && (holding.RenewalTold == null || holding.RenewalTold != holding.LastDay))
            .OrderBy(holding => holding.LastDay).Take(BatchSize).ToListAsync();
        foreach (var (wallet, fingerprints) in ByWallet(ending))
        {
            await database.Holdings.Where(holding => holding.WalletId == wallet && fingerprints.Contains(holding.Fingerprint))
                .ExecuteUpdateAsync(holding => holding.SetProperty(row => row.RenewalTold, row => row.LastDay));
        }

        return await WriteAsync(database, ending, NoticeKind.Renewal);
    }

    private async Task<int> TellAsync(WalletsDb database)
    {
        var today = calendar.Today;
        var over = await database.Holdings.AsNoTracking()
            .Where(holding => holding.LastDay < today && (holding.ExpiryTold == null || holding.ExpiryTold != holding.LastDay))
            .OrderBy(holding => holding.LastDay).Take(BatchSize).ToListAsync();
        foreach (var (wallet, fingerprints) in ByWallet(over))
        {
            await database.Holdings.Where(holding => holding.WalletId == wallet && fingerprints.Contains(holding.Fingerprint))
                .ExecuteUpdateAsync(holding => holding.SetProperty(row => row.ExpiryTold, row => row.LastDay));
        }

        return await WriteAsync(database, over, NoticeKind.Expiry);
    }

    /// <summary>A wallet hears it once, however many of its holdings end.</summary>
    private async Task<int> WriteAsync(WalletsDb database, List<HoldingRow> holdings, NoticeKind kind)
    {
        List<Guid> wallets = [.. holdings.Select(holding => holding.WalletId).Distinct()];
        await notices.AddAsync(database, wallets, kind);
        return wallets.Count;
    }

    private static IEnumerable<(Guid Wallet, List<string> Fingerprints)> ByWallet(IEnumerable<HoldingRow> holdings) =>
        holdings.GroupBy(holding => holding.WalletId, (wallet, held) => (wallet, held.Select(holding => holding.Fingerprint).ToList()));
}
