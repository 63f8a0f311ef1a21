using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Goes on with applications that wait for a register, or whose step was cut off.</summary>
internal sealed class RetryApplications(IDbContextFactory<ParkingDb> databases, AdvanceApplication advance, TimeProvider time, ILogger<RetryApplications> log)
    : RoundService(TimeSpan.FromSeconds(2), time, log)
{
    private const int BatchSize = 50;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(5);

    /// <summary>One round; ends at the first silence, since the register is then still away. An application whose step fails steps back behind the others.</summary>
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = Now;
        var due = await database.Applications.AsNoTracking()
            .Where(application => application.State == ApplicationState.WaitingForRegister && application.NextAttemptAt <= now)
            .OrderBy(application => application.NextAttemptAt)
            .Select(application => application.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            var goesOn = await TryAsync(id, advance.ExecuteAsync, cancellationToken);
            if (goesOn is false)
                return;
            if (goesOn is null)
                await StepBackAsync(database, id, now + PauseAfterFailure, cancellationToken);
        }
    }

    private static Task StepBackAsync(ParkingDb database, Guid id, DateTimeOffset nextAttempt, CancellationToken cancellationToken) =>
        database.Applications.Where(application => application.Id == id && application.State == ApplicationState.WaitingForRegister)
            .ExecuteUpdateAsync(row => row.SetProperty(application => application.NextAttemptAt, nextAttempt), cancellationToken);
}
