using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>
/// The clerk's list of applications that have not led to a permit: those that wait, and those that were refused. Whoever has only
/// pressed the button and shown no citizen ID has not applied yet.
/// </summary>
internal sealed class ListApplications(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    /// <summary>One page of them, newest first.</summary>
    public async Task<ListPage<PermitApplication>> ReadAsync(int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var applications = database.Applications.AsNoTracking().Where(application =>
            application.Ags == rules.Ags && application.State != ApplicationState.WaitingForWallet && application.State != ApplicationState.Granted);
        return await ListPage<PermitApplication>.ReadAsync(
            applications, all => all.OrderByDescending(application => application.CreatedAt).ThenBy(application => application.Id), page, cancellationToken);
    }
}
