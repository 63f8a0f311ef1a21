using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>Ends provisional permits whose days are over, and takes up what was cut off between a decision and the end that follows from it.</summary>
internal sealed class ProvisionalRound(
    IDbContextFactory<ParkingDb> databases, SettleProvisional settle, TownCalendar calendar, TimeProvider time, ILogger<ProvisionalRound> log)
    : RoundService(TimeSpan.FromSeconds(30), time, log)
{
    private const int BatchSize = 200;

    /// <summary>One round.</summary>
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var today = calendar.Today;
        var due = await database.Applications.AsNoTracking()
            .Where(provisional => provisional.ProvisionalFor != null)
            .Where(provisional => provisional.State == ApplicationState.WaitingForClerk || provisional.State == ApplicationState.WaitingForRegister
                || database.Permits.Any(permit => permit.ApplicationId == provisional.Id && permit.Provisional && (permit.State == PermitState.Active || permit.State == PermitState.Suspended)))
            .Where(provisional => !database.Applications.Any(applied => applied.Id == provisional.ProvisionalFor
                    && (applied.State == ApplicationState.WaitingForRegister || applied.State == ApplicationState.WaitingForConfirmation || applied.State == ApplicationState.WaitingForClerk))
                || database.Permits.Any(permit => permit.ApplicationId == provisional.Id && permit.ValidUntil < today))
            .OrderBy(provisional => provisional.CreatedAt)
            .Select(provisional => provisional.ProvisionalFor!.Value)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var applied in due)
            await TryAsync(applied, SettleAsync, cancellationToken);
    }

    private async Task<bool> SettleAsync(Guid applied, CancellationToken cancellationToken)
    {
        await settle.ExecuteAsync(applied, cancellationToken);
        return true;
    }
}
