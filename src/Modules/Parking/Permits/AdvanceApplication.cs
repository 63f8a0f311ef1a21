using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>
/// Takes an application that waits for the registers one step on: to the proposal, or after the confirmation to the decision.
/// Can be repeated at any time, by several at once.
/// </summary>
internal sealed class AdvanceApplication(IDbContextFactory<ParkingDb> databases, DecideApplication decide, DecideChange decideChange, DecideRegisterEvent decideEvent,
    DecideProvisional decideProvisional, SettleProvisional settle)
{
    private const int MostTries = 3;

    /// <summary>How long a step that was begun is left alone before somebody else takes it up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>True when the application does not wait for a register any more.</summary>
    public async Task<bool> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        int? revision = null;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
            if (application is not { State: ApplicationState.WaitingForRegister })
                return true;
            if (revision is not null && application.Revision != revision)
                return false; // Somebody else took the same step and found a register silent.

            revision = application.Revision;
            try
            {
                await StepAsync(database, application, cancellationToken);
                if (application.State is ApplicationState.WaitingForRegister)
                    return false;
                await settle.ExecuteAsync(id, cancellationToken);
                return true;
            }
            catch (DbUpdateException) when (attempt + 1 < MostTries)
            {
                // Somebody was quicker, with this application or with another one of the same person: what they stored counts, so decide anew.
            }
        }

        return false;
    }

    private Task StepAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken) => application.Purpose switch
    {
        _ when DecideRegisterEvent.Concerns(application) => decideEvent.ExecuteAsync(database, application, cancellationToken),
        ApplicationPurpose.FirstPermit => decide.ExecuteAsync(database, application, cancellationToken),
        ApplicationPurpose.Provisional => decideProvisional.ExecuteAsync(database, application, cancellationToken),
        _ => decideChange.ExecuteAsync(database, application, cancellationToken),
    };
}
