using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Notices;

/// <summary>Reminds wallets of what ends soon and of what has ended, once for each last day: of several processes, the one that marks a holding tells its wallet.</summary>
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
        var told = new List<Guid>();
        foreach (var (wallet, fingerprints) in ByWallet(ending))
        {
            var marked = await database.Holdings
                .Where(holding => holding.WalletId == wallet && fingerprints.Contains(holding.Fingerprint) && (holding.RenewalTold == null || holding.RenewalTold != holding.LastDay))
                .ExecuteUpdateAsync(holding => holding.SetProperty(row => row.RenewalTold, row => row.LastDay));
            if (marked > 0)
                told.Add(wallet);
        }

        return await WriteAsync(database, told, NoticeKind.Renewal);
    }

    private async Task<int> TellAsync(WalletsDb database)
    {
        var today = calendar.Today;
        var over = await database.Holdings.AsNoTracking()
            .Where(holding => holding.LastDay < today && (holding.ExpiryTold == null || holding.ExpiryTold != holding.LastDay))
            .OrderBy(holding => holding.LastDay).Take(BatchSize).ToListAsync();
        var told = new List<Guid>();
        foreach (var (wallet, fingerprints) in ByWallet(over))
        {
            var marked = await database.Holdings
                .Where(holding => holding.WalletId == wallet && fingerprints.Contains(holding.Fingerprint) && (holding.ExpiryTold == null || holding.ExpiryTold != holding.LastDay))
                .ExecuteUpdateAsync(holding => holding.SetProperty(row => row.ExpiryTold, row => row.LastDay));
            if (marked > 0)
                told.Add(wallet);
        }

        return await WriteAsync(database, told, NoticeKind.Expiry);
    }

    private async Task<int> WriteAsync(WalletsDb database, List<Guid> told, NoticeKind kind)
    {
        await notices.AddAsync(database, told, kind);
        return told.Count;
    }

    /// <summary>A wallet hears it once, however many of its holdings end.</summary>
    private static IEnumerable<(Guid Wallet, List<string> Fingerprints)> ByWallet(IEnumerable<HoldingRow> holdings) =>
        holdings.GroupBy(holding => holding.WalletId, (wallet, held) => (wallet, held.Select(holding => holding.Fingerprint).ToList()));
}
