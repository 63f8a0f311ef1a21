using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Visits;

/// <summary>Ends visits whose time is over, also those that ended while no process ran.</summary>
internal sealed class EndVisits(IDbContextFactory<RegionDb> databases, EndVisit end, TimeProvider time, ILogger<EndVisits> log) : RoundService(TimeSpan.FromMinutes(1), time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var id in await database.Visits.Where(visit => visit.EndsAt <= now).Select(visit => visit.Id).ToListAsync(cancellationToken))
            await TryAsync(id, (visit, stop) => end.ExecuteAsync(visit, Actors.Program, stop), cancellationToken);
    }
}
