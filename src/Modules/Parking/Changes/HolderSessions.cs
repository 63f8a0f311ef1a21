using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes;

/// <summary>Whose permit this browser may see and change.</summary>
internal sealed class HolderSessions(IDbContextFactory<ParkingDb> databases, BrowserSession browser, TownRules rules, TimeProvider time)
{
    /// <summary>Who has signed in with this browser last; null when nobody has, or it is over.</summary>
    public async Task<ResidentId?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (browser.Existing is not { } secret)
            return null;

        var (hash, ags, now) = (BrowserHashes.Of(secret), rules.Ags, time.GetUtcNow());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var resident = await database.HolderSessions
            .Where(session => session.BrowserHash == hash && session.Ags == ags && session.ExpiresAt > now)
            .OrderByDescending(session => session.CreatedAt)
            .Select(session => session.ResidentId)
            .FirstOrDefaultAsync(cancellationToken);
        return resident is null ? null : new ResidentId(resident);
    }

    /// <summary>Ends every session of this browser.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (browser.Existing is not { } secret)
            return;

        var hash = BrowserHashes.Of(secret);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.HolderSessions.Where(session => session.BrowserHash == hash).ExecuteDeleteAsync(cancellationToken);
    }
}
