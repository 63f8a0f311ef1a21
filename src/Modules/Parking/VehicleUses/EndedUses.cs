using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>Uses that entitle to nothing any more, and those of users of whom no permit is kept any more.</summary>
internal sealed class EndedUses(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "ended-vehicle-uses",
        new("Abgelehnte, widerrufene, unbeantwortete und nicht mehr gebrauchte Nutzungen fremder Fahrzeuge", "Refused, withdrawn, unanswered and unused uses of other people's vehicles"),
        new("um Rechtsbehelfe zu beantworten (längstens ein Jahr, § 58 Abs. 2 VwGO)", "to answer remedies (a year at most, § 58 (2) VwGO)"),
        new("der letzten Änderung", "the last change"),
        400);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(TownCalendar.OnTownClocks(limit).DateTime);
        return database.VehicleUses
            .Where(use => use.State == VehicleUseState.Accepted
                ? use.ValidUntil < day || (use.AnsweredAt < limit && !database.Permits.Any(permit => permit.Ags == use.Ags && permit.ResidentId == use.UserId))
                : use.State != VehicleUseState.WaitingForClerk && (use.AnsweredAt ?? use.AskedAt) < limit)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
