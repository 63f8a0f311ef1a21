using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>Changes a case, unless another clerk has it or was quicker: of two clerks in the same moment, one changes it.</summary>
internal sealed class ChangeCase(IDbContextFactory<ParkingDb> databases, TownRules rules, ApplicationJournal journal)
{
    /// <summary>Does what a clerk wants with a case; stored when it succeeds.</summary>
    /// <param name="id">The application.</param>
    /// <param name="clerk">Who works on it, now.</param>
    /// <param name="action">What the history calls it.</param>
    /// <param name="change">Changes the application, or says why not.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    /// <param name="fromColleague">True to take the case although another clerk has it.</param>
    public async Task<Outcome<PermitApplication>> ExecuteAsync(
        Guid id, CaseClaim clerk, string action, Func<ParkingDb, PermitApplication, Refusal?> change, CancellationToken cancellationToken, bool fromColleague = false)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id && application.Ags == rules.Ags, cancellationToken);
        if (application is null)
            return new CaseNotFound();
        if (application.State is not ApplicationState.WaitingForClerk)
            return new CaseMovedOn();
        if (!fromColleague && CaseClaim.Of(application) is { } claim && claim.Clerk != clerk.Clerk)
            return new CaseTaken();

        journal.Add(database, application, Actors.Staff(clerk.Clerk), action);
        if (change(database, application) is { } refusal)
            return refusal;

        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return application;
        }
        catch (DbUpdateException)
        {
            // Changed in the same moment: the revision tells, or the index that lets an application have one decision.
            return new CaseMovedOn();
        }
    }
}
