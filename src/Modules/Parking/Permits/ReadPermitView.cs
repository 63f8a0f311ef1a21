using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>What a citizen sees of the permit that an application led to, or of the provisional one while it waits. An offer is opened when it is looked at, and again when it has ended: a permit never gets lost.</summary>
internal sealed class ReadPermitView(PrepareProvisional prepare, OfferPermit offerPermit, TownCalendar calendar)
{
    /// <summary>The granted permit.</summary>
    public async Task<ApplicationView> GrantedAsync(ParkingDb database, PermitApplication application, bool polling, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.AsNoTracking().SingleAsync(permit => permit.Id == application.PermitId, cancellationToken);
        if (permit.IsOver(calendar.Today))
            return new ApplicationView(ApplicationFace.Over, application) { Permit = permit };

        var (state, offer) = await OfferAsync(application, permit, polling, cancellationToken);
        if (state is OfferState.Redeemed)
            return new ApplicationView(ApplicationFace.Received, application) { Permit = permit };
        return new ApplicationView(offer is null && !(state is OfferState.Open && polling) ? ApplicationFace.Over : ApplicationFace.Offered, application) { Permit = permit, Offer = offer };
    }

    /// <summary>An application that waits for a register: with a provisional permit, with the way to one, or without.</summary>
    public async Task<ApplicationView> WaitingAsync(ParkingDb database, PermitApplication application, bool polling, CancellationToken cancellationToken)
    {
        var view = new ApplicationView(ApplicationFace.Waiting, application);
        var provisional = await database.Applications.AsNoTracking().SingleOrDefaultAsync(other => other.ProvisionalFor == application.Id, cancellationToken);
        if (provisional is null)
            return view with { MayState = application.Statement is null && await prepare.MayHaveAsync(database, application, cancellationToken) };
        if (provisional.State is not ApplicationState.Granted)
            return view with { HasStated = provisional.State is ApplicationState.WaitingForClerk };
        if (await InForceAsync(database, provisional, cancellationToken) is not { } permit)
            return view;

        var (state, offer) = await OfferAsync(provisional, permit, polling, cancellationToken);
        return view with { Face = state is OfferState.Redeemed ? ApplicationFace.ProvisionallyReceived : ApplicationFace.ProvisionallyGranted, Permit = permit, Offer = offer };
    }

    /// <summary>The provisional permit of an application that nobody has decided yet; null when there is none in force.</summary>
    public async Task<Permit?> ProvisionalAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken) =>
        ProvisionalStatement.Of(application) is { Granted: not null }
        && await database.Applications.AsNoTracking().SingleOrDefaultAsync(other => other.ProvisionalFor == application.Id, cancellationToken) is { } provisional
            ? await InForceAsync(database, provisional, cancellationToken)
            : null;

    private async Task<Permit?> InForceAsync(ParkingDb database, PermitApplication provisional, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(
            permit => permit.ApplicationId == provisional.Id && permit.Provisional && permit.State == PermitState.Active, cancellationToken);
        return permit is null || permit.IsOver(calendar.Today) ? null : permit;
    }

    /// <summary>What became of the last offer, and the one that was opened just now; none while a page shows one that is good.</summary>
    private async Task<(OfferState? State, CredentialOffer? Offer)> OfferAsync(PermitApplication application, Permit permit, bool polling, CancellationToken cancellationToken)
    {
        var state = await offerPermit.ReadStateAsync(application, cancellationToken);
        return (state, state is OfferState.Redeemed || (state is OfferState.Open && polling) ? null : await offerPermit.ExecuteAsync(permit, cancellationToken));
    }
}
