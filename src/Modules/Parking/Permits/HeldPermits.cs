using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>The permit that a person holds already when another one is granted.</summary>
internal static class HeldPermits
{
    /// <summary>The permit in force of the applicant; null when there is none. One whose days are over makes room: a person has one in force.</summary>
    public static async Task<Permit?> ExpireAsync(ParkingDb database, PermitApplication application, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var active = await database.Permits.SingleOrDefaultAsync(
            permit => permit.Ags == application.Ags && permit.ResidentId == application.ResidentId && (permit.State == PermitState.Active || permit.State == PermitState.Suspended), cancellationToken);
        if (active is null || !active.IsOver(today))
            return active;

        (active.State, active.ChangedAt) = (PermitState.Expired, now);
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }
}
