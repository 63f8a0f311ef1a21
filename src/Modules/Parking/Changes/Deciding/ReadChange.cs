using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes.Deciding;

/// <summary>A change as its page shows it.</summary>
/// <param name="Application">The stored wish.</param>
/// <param name="Permit">The permit as it is now.</param>
/// <param name="Decided">True when there is a decision to read.</param>
internal sealed record ChangeView(PermitApplication Application, Permit Permit, bool Decided)
{
    /// <summary>True when the change brings a new card for the wallet.</summary>
    public bool BringsCard => Application is { State: ApplicationState.Granted, Purpose: ApplicationPurpose.Renewal or ApplicationPurpose.PlateChange or ApplicationPurpose.ZoneSwap };
}

/// <summary>Reads a change for its page and its polling, and takes the step that has become possible meanwhile.</summary>
internal sealed class ReadChange(IDbContextFactory<ParkingDb> databases, AdvanceApplication advance, OfferPermit offerPermit, TownCalendar calendar)
{
    /// <summary>The change of this person; null when there is none.</summary>
    public async Task<ChangeView?> ExecuteAsync(Guid id, ResidentId holder, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(
            application => application.Id == id && application.ResidentId == holder.Value && application.Purpose != ApplicationPurpose.FirstPermit, cancellationToken);
        if (application is not { PermitId: { } changed })
            return null;

        if (application.State is ApplicationState.WaitingForRegister && application.NextAttemptAt <= calendar.Now)
        {
            await advance.ExecuteAsync(id, cancellationToken);
            await database.Entry(application).ReloadAsync(cancellationToken);
        }

        var decided = await database.Decisions.AnyAsync(decision => decision.ApplicationId == id, cancellationToken);
        return new ChangeView(application, await database.Permits.AsNoTracking().SingleAsync(permit => permit.Id == changed, cancellationToken), decided);
    }

    /// <summary>The offer of the new card; null when the change brings none, or is not granted.</summary>
    public async Task<CredentialOffer?> OfferAsync(ChangeView change, CancellationToken cancellationToken) =>
        change.BringsCard ? await offerPermit.ExecuteAsync(change.Permit, cancellationToken) : null;
}
