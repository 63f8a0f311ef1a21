using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Storage;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Permits;

/// <summary>Reads an application for its page and for its polling, and takes every step that has become possible meanwhile.</summary>
internal sealed class ReadApplication(
    IDbContextFactory<ParkingDb> databases, Presentations presentations, AdvanceApplication advance, ReadPermitView views, ApplicationJournal journal, TownCalendar calendar)
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
        if (application.ProvisionalFor is { } applied)
            return await ExecuteAsync(applied, browserSession, cancellationToken, polling);

        if (application.State is ApplicationState.WaitingForRegister && application.NextAttemptAt <= calendar.Now)
        {
            await advance.ExecuteAsync(id, cancellationToken);
            await database.Entry(application).ReloadAsync(cancellationToken);
        }

        return application.State switch
        {
            ApplicationState.WaitingForWallet => await AskedAsync(database, application, browserSession!, cancellationToken),
            ApplicationState.WaitingForRegister => await views.WaitingAsync(database, application, polling, cancellationToken),
            ApplicationState.WaitingForConfirmation => new ApplicationView(ApplicationFace.Proposed, application) { Proposal = PermitProposal.Read(application.Proposal!), Refusal = RefusalOf(application), Permit = await views.ProvisionalAsync(database, application, cancellationToken) },
            ApplicationState.WaitingForClerk => new ApplicationView(CaseQuestion.Of(application) is { Answer: null } ? ApplicationFace.AskedByOffice : ApplicationFace.WithOffice, application) { Refusal = RefusalOf(application), Permit = await views.ProvisionalAsync(database, application, cancellationToken) },
            ApplicationState.Withdrawn => new ApplicationView(ApplicationFace.Withdrawn, application),
            ApplicationState.Granted => await views.GrantedAsync(database, application, polling, cancellationToken),
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

    private static StoredRefusal? RefusalOf(PermitApplication application) => application.Refusal is { } json ? StoredRefusal.Read(json) : null;
}
