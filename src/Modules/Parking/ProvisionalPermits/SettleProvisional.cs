using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>
/// Ends a provisional permit: with the refusal or the withdrawal of the application behind it, or because its days are over; then that
/// application goes to a clerk. Each step is one transaction and can be repeated at any time: whoever refuses or withdraws an application
/// calls it, and the round catches up on what was cut off.
/// </summary>
internal sealed class SettleProvisional(
    IDbContextFactory<ParkingDb> databases, ApplicationJournal journal, PlateIndex index, Outbox<ParkingDb> outbox, TownCalendar calendar)
{
    /// <summary>Settles what belongs to the application of a permit; nothing when there is no provisional permit for it, or it may go on.</summary>
    /// <exception cref="DbUpdateException">Somebody changed it in the same moment: nothing was stored.</exception>
    public async Task ExecuteAsync(Guid applied, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Applications.SingleOrDefaultAsync(application => application.ProvisionalFor == applied, cancellationToken) is not { } provisional)
            return;

        var waiting = await database.Applications.SingleOrDefaultAsync(application => application.Id == applied, cancellationToken);
        if (provisional.State is ApplicationState.WaitingForClerk or ApplicationState.WaitingForRegister)
        {
            if (waiting is not { State: ApplicationState.WaitingForRegister })
                DecideProvisional.Drop(database, provisional, journal);
            await database.SaveChangesAsync(cancellationToken);
            return;
        }

        var permit = await database.Permits.SingleOrDefaultAsync(
            permit => permit.ApplicationId == provisional.Id && permit.Provisional && (permit.State == PermitState.Active || permit.State == PermitState.Suspended), cancellationToken);
        if (permit is null || !End(database, permit, waiting))
            return;

        await database.SaveChangesAsync(cancellationToken);
        index.Put(permit);
        outbox.Wake();
    }

    /// <summary>False while it may go on.</summary>
    private bool End(ParkingDb database, Permit permit, PermitApplication? applied)
    {
        switch (applied?.State)
        {
            case ApplicationState.Withdrawn:
                Revoke(database, permit, PermitState.Returned, "Antrag zurückgenommen");
                return true;
            case null or ApplicationState.Refused or ApplicationState.Granted:
                Revoke(database, permit, PermitState.Lapsed, "vorläufig; der Antrag ist entschieden");
                return true;
            case var _ when permit.ValidUntil < calendar.Today:
                Expire(database, permit, applied);
                return true;
            default:
                return false;
        }
    }

    private void Revoke(ParkingDb database, Permit permit, PermitState state, string reason)
    {
        permit.End(state, reason, calendar.Now);
        outbox.Add(database, CredentialsRevoked.MessageKind, new RevokedPermit(permit.Id));
        journal.Add(database, permit, Actors.Program, "provisional-permit-ended", reason);
    }

    /// <summary>Nobody is left with silence: the person is told, and a clerk takes the application up.</summary>
    private void Expire(ParkingDb database, Permit permit, PermitApplication applied)
    {
        (permit.State, permit.ChangedAt) = (PermitState.Expired, calendar.Now);
        journal.Add(database, permit, Actors.Program, "provisional-permit-ended", "vorläufig; die Tage sind um");
        if (applied.State is ApplicationState.WaitingForRegister)
            journal.LayBefore(database, applied, new RegisterStaysSilent());
    }
}
