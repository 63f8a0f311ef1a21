using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Counter;

/// <summary>An application that was taken at the counter.</summary>
/// <param name="Application">The application.</param>
/// <param name="Permit">The granted permit; null while there is none.</param>
internal sealed record CounterApplication(PermitApplication Application, Permit? Permit);

/// <summary>Reads an application that was taken at the counter, for any clerk of the town.</summary>
internal sealed class ReadCounterApplication(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    /// <summary>The application; null when this town has no such one.</summary>
    public async Task<CounterApplication?> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.AsNoTracking().SingleOrDefaultAsync(
            application => application.Id == id && application.Ags == rules.Ags && application.Origin == ApplicationOrigin.Counter, cancellationToken);
        return application is null ? null : new CounterApplication(application, await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == application.PermitId, cancellationToken));
    }
}
