using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>An application that was begun in this browser.</summary>
/// <param name="Id">The application.</param>
/// <param name="PermitNumber">Number of the permit; null while it is not granted.</param>
internal sealed record OwnApplication(Guid Id, string? PermitNumber);

/// <summary>
/// The way back: whoever was led into the wallet, or closed a page that waits, finds the application and its fee notice again,
/// as long as the browser keeps its session.
/// </summary>
internal sealed class ListOwnApplications(IDbContextFactory<ParkingDb> databases)
{
    private const int MostShown = 5;

    /// <summary>Applications of this browser that are granted or go on, newest first.</summary>
    public async Task<IReadOnlyList<OwnApplication>> ExecuteAsync(string? browserSession, CancellationToken cancellationToken)
    {
        if (browserSession is null)
            return [];

        var browser = BrowserHashes.Of(browserSession);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Applications.AsNoTracking()
            .Where(application => application.BrowserHash == browser && application.ProvisionalFor == null)
            .Where(application => application.State == ApplicationState.Granted || application.State == ApplicationState.WaitingForRegister || application.State == ApplicationState.WaitingForConfirmation || application.State == ApplicationState.WaitingForClerk)
            .OrderByDescending(application => application.CreatedAt)
            .Take(MostShown)
            .Select(application => new OwnApplication(
                application.Id, database.Permits.Where(permit => permit.Id == application.PermitId).Select(permit => permit.PermitNumber).SingleOrDefault()))
            .ToListAsync(cancellationToken);
    }
}
