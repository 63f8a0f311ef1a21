using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Wallets.Holdings;
using Modellstadt.Wallets.Notices;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Emergencies;

/// <summary>
/// Locks the wallet whose emergency code somebody has: no attestations any more, and everything it told the town that it holds is ended. What a
/// permit allows stays: that right lies with the town, at the plate. Locking for a second time changes nothing and is answered like the first.
/// </summary>
internal sealed class LockWallet(GroupCommit<WalletsDb> writes, Outbox<WalletsDb> outbox, WriteNotices notices, AuditTrail trail, TownCalendar calendar)
{
    /// <summary>When the wallet was locked; or that no wallet has this code, also when it had and is forgotten.</summary>
    public async Task<Outcome<LockedWallet>> LockAsync(EmergencyCode code, CancellationToken cancellationToken)
    {
        var locked = await writes.RunAsync(database => LockAsync(database, code.LockVerifier), cancellationToken);
        outbox.Wake();
        return locked;
    }

    private async Task<Outcome<LockedWallet>> LockAsync(WalletsDb database, string verifier)
    {
        var now = calendar.Now;
        var first = await database.Wallets.Where(wallet => wallet.EmergencyHash == verifier && wallet.LockedAt == null)
            .ExecuteUpdateAsync(wallet => wallet.SetProperty(row => row.LockedAt, now)) == 1;
        if (await database.Wallets.AsNoTracking().SingleOrDefaultAsync(wallet => wallet.EmergencyHash == verifier) is not { LockedAt: { } at } found)
            return new CodeUnknown();
        if (!first)
            return new LockedWallet(at);
        var fingerprints = await database.Holdings.Where(holding => holding.WalletId == found.Id).Select(holding => holding.Fingerprint).ToListAsync();
        EndHoldings.AddTo(outbox, database, fingerprints);
        // Nothing is left of which the wallet would have to be reminded.
        await database.Holdings.Where(holding => holding.WalletId == found.Id).ExecuteDeleteAsync();
        trail.Add(database, Actors.Citizen, "wallet-locked", $"wallet/{found.Id:D}");
        await notices.AddAsync(database, [found.Id], NoticeKind.Locked);
        return new LockedWallet(at);
    }
}

/// <summary>A wallet that is locked.</summary>
/// <param name="At">Since when.</param>
internal sealed record LockedWallet(DateTimeOffset At);
