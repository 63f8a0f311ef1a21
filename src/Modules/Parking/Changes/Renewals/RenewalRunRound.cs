using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>Carries renewal runs on until they are through, also those that another process left off.</summary>
internal sealed class RenewalRunRound(IDbContextFactory<ParkingDb> databases, RenewDuePermits renew, TimeProvider time, ILogger<RenewalRunRound> log)
    : RoundService(TimeSpan.FromSeconds(2), time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var run in await database.RenewalRuns.Where(run => run.FinishedAt == null).Select(run => run.Id).ToListAsync(cancellationToken))
        {
            while (await renew.ExecuteAsync(run, cancellationToken))
            {
            }
        }
    }
}
