using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>Deletes cases that nobody took over within a day.</summary>
internal sealed class ForgetCases(IDbContextFactory<ParkingDb> databases, TimeProvider time, ILogger<ForgetCases> log) : RoundService(TimeSpan.FromMinutes(1), time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.StreetCases.Where(found => found.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
