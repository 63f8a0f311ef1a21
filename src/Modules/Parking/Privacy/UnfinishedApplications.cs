using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>Applications that led to nothing. One that lies before a clerk, or behind a provisional permit in force, is not forgotten.</summary>
internal sealed class UnfinishedApplications(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "unfinished-applications",
        new("Anträge, über die nicht entschieden wurde", "Applications that nobody decided"),
        new("damit die Person nachlesen kann, woran es lag", "so that the person can read again what stood in the way"),
        new("dem Antrag", "the application"),
        30);

    /// <summary>What was decided stays as long as its decision: the person opens the letter from the page of the application while a remedy is open.</summary>
    protected override Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken) => database.Applications
        .Where(application => application.State != ApplicationState.Granted && application.State != ApplicationState.WaitingForClerk && application.CreatedAt < limit)
        .Where(application => !database.Applications.Any(provisional => provisional.ProvisionalFor == application.Id
            && database.Permits.Any(permit => permit.ApplicationId == provisional.Id && permit.Provisional && (permit.State == PermitState.Active || permit.State == PermitState.Suspended))))
        .Where(application => !database.Decisions.Any(decision => decision.ApplicationId == application.Id))
        .ExecuteDeleteAsync(cancellationToken);
}
