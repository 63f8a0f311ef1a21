using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Storage;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Permits;

/// <summary>The browser comes back from the wallet: <c>GET /permit/applications/{id}/answer?response_code=…</c>.</summary>
internal sealed class AnswerApplication(
    IDbContextFactory<ParkingDb> databases, Presentations presentations, ShownCitizenIds shown, AdvanceApplication advance, ApplicationJournal journal, TownCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/permit/applications/{id:guid}/answer", RespondAsync).ExcludeFromDescription();

    /// <summary>Takes the wallet's answer of this browser's application once, and asks the registers; anything else changes nothing.</summary>
    public async Task ExecuteAsync(Guid id, string? responseCode, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
        if (application is { State: ApplicationState.WaitingForWallet } && application.BelongsTo(browserSession)
            && await presentations.IsAnswerAsync(application.Presentation!.Id, responseCode, browserSession, cancellationToken)
            && await TakeAsync(database, application, responseCode!, browserSession!))
            await advance.ExecuteAsync(id, cancellationToken);
    }

    /// <summary>
    /// Stores who applies before the registers are asked and before the verifier forgets it: nothing is lost between them. A browser
    /// that leaves meanwhile (a second click) does not stop it half-way. Whoever has shown for an application who they are need not
    /// show it again to see the permit. True when there is something to ask.
    /// </summary>
    private async Task<bool> TakeAsync(ParkingDb database, PermitApplication application, string responseCode, string browserSession)
    {
        var applicant = await shown.RedeemAsync(responseCode, browserSession, AssuranceLevel.Substantial, CancellationToken.None);
        if (applicant.Succeeded(out var person, out var refusal))
            Identify(database, application, person);
        else
            journal.Refuse(database, application, refusal);

        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
            await presentations.ForgetAsync(application.Presentation!.Id, CancellationToken.None);
            if (person is not null)
                await shown.SignInAsync(application.Id, person, browserSession, CancellationToken.None);
            return application.State is ApplicationState.WaitingForRegister;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same answer came twice, by a click too many: whoever was first has stored what follows.
            return false;
        }
    }

    private void Identify(ParkingDb database, PermitApplication application, ShownPerson person)
    {
        (application.State, application.ResidentId, application.ForeignCitizenId) = (ApplicationState.WaitingForRegister, person.Resident.Value, ForeignCitizenId.Write(person));
        application.NextAttemptAt = calendar.Now + AdvanceApplication.Patience;
        journal.Add(database, application, Actors.Citizen, "applicant-identified");
    }

    private static async Task<IResult> RespondAsync(Guid id, HttpContext context, AnswerApplication answer, BrowserSession session)
    {
        await answer.ExecuteAsync(id, context.Request.Query["response_code"], session.Existing, context.RequestAborted);
        return new SeeOther(ApplicationAddresses.Page(id));
    }
}
