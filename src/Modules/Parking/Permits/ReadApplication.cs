using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Storage;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Permits;

/// <summary>Reads an application for its page and for its polling, and takes every step that has become possible meanwhile.</summary>
internal sealed class ReadApplication(
    IDbContextFactory<ParkingDb> databases, Presentations presentations, AdvanceApplication advance, OfferPermit offerPermit, ApplicationJournal journal, TownCalendar calendar)
{
    /// <summary>An answer that a wallet gave in time can be taken so much longer; after that nothing can come any more.</summary>
    private static readonly TimeSpan LastAnswer = TimeSpan.FromMinutes(5);

    /// <summary>The application of this browser; null when there is none.</summary>
    /// <param name="id">The application.</param>
    /// <param name="browserSession">The browser's secret.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="polling">True when an open offer is shown already: it stays, so that its code does not die on the screen.</param>
    public async Task<ApplicationView?> ExecuteAsync(Guid id, string? browserSession, CancellationToken cancellationToken, bool polling = false)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
        if (application is null || !application.BelongsTo(browserSession))
            return null;

        if (application.State is ApplicationState.WaitingForRegister && application.NextAttemptAt <= calendar.Now)
        {
            await advance.ExecuteAsync(id, cancellationToken);
            await database.Entry(application).ReloadAsync(cancellationToken);
        }

        return application.State switch
        {
            ApplicationState.WaitingForWallet => await AskedAsync(database, application, browserSession!, cancellationToken),
            ApplicationState.WaitingForRegister => new ApplicationView(ApplicationFace.Waiting, application),
            ApplicationState.WaitingForConfirmation => new ApplicationView(ApplicationFace.Proposed, application) { Proposal = PermitProposal.Read(application.Proposal!), Refusal = RefusalOf(application) },
            ApplicationState.WaitingForClerk => new ApplicationView(CaseQuestion.Of(application) is { Answer: null } ? ApplicationFace.AskedByOffice : ApplicationFace.WithOffice, application) { Refusal = RefusalOf(application) },
            ApplicationState.Withdrawn => new ApplicationView(ApplicationFace.Withdrawn, application),
            ApplicationState.Granted => await GrantedAsync(database, application, polling, cancellationToken),
            _ => new ApplicationView(ApplicationFace.Refused, application) { Refusal = RefusalOf(application) },
        };
    }

    private async Task<ApplicationView> AskedAsync(ParkingDb database, PermitApplication application, string browserSession, CancellationToken cancellationToken)
    {
        var progress = await presentations.ReadStateAsync(application.Presentation!.Id, browserSession, cancellationToken);
        if (progress is not (null or { State: PresentationState.Expired }) && calendar.Now < application.Presentation.ExpiresAt + LastAnswer)
            return new ApplicationView(ApplicationFace.Asked, application);

        var expired = new CodeExpired();
        journal.Refuse(database, application, expired);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The wallet answered at the last moment; the next look shows it.
        }

        return new ApplicationView(ApplicationFace.Refused, application) { Refusal = expired };
    }

    /// <summary>The offer is opened when it is looked at, and again when it has ended: a permit never gets lost.</summary>
    private async Task<ApplicationView> GrantedAsync(ParkingDb database, PermitApplication application, bool polling, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.AsNoTracking().SingleAsync(permit => permit.Id == application.PermitId, cancellationToken);
        if (permit.IsOver(calendar.Today))
            return new ApplicationView(ApplicationFace.Over, application) { Permit = permit };

        var state = await offerPermit.ReadStateAsync(application, cancellationToken);
        if (state is OfferState.Redeemed)
            return new ApplicationView(ApplicationFace.Received, application) { Permit = permit };
        if (state is OfferState.Open && polling)
            return new ApplicationView(ApplicationFace.Offered, application) { Permit = permit };
        var offer = await offerPermit.ExecuteAsync(permit, cancellationToken);
        return new ApplicationView(offer is null ? ApplicationFace.Over : ApplicationFace.Offered, application) { Permit = permit, Offer = offer };
    }

    private static StoredRefusal? RefusalOf(PermitApplication application) => application.Refusal is { } json ? StoredRefusal.Read(json) : null;
}
