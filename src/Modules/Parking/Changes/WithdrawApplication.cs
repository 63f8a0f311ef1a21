using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes;

/// <summary>
/// The citizen takes an application back before it is decided: <c>POST /permit/applications/{id}/withdrawal</c> in the browser that
/// began it, <c>POST /permit/mine/changes/{id}/withdrawal</c> for whom has signed in.
/// </summary>
internal sealed class WithdrawApplication(IDbContextFactory<ParkingDb> databases, ApplicationJournal journal, SettleProvisional settle)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/permit/applications/{id:guid}/withdrawal", RespondToBrowserAsync).LimitBody(4096).ExcludeFromDescription();
        endpoints.MapPost("/permit/mine/changes/{id:guid}/withdrawal", RespondToHolderAsync).LimitBody(4096).ExcludeFromDescription();
    }

    /// <summary>Where the form of an application's page leads.</summary>
    public static string AddressOf(Guid application) => $"{ApplicationAddresses.Page(application)}/withdrawal";

    /// <summary>Withdraws what is not decided yet; anything else stays as it is.</summary>
    /// <param name="id">The application.</param>
    /// <param name="isTheirs">True for an application of whoever asks.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task ExecuteAsync(Guid id, Func<PermitApplication, bool> isTheirs, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
        // A return is carried out at once: what is open of it is the refund, and that is not given up by a click.
        if (application is not { State: ApplicationState.WaitingForRegister or ApplicationState.WaitingForConfirmation or ApplicationState.WaitingForClerk, Purpose: not ApplicationPurpose.Return }
            || !isTheirs(application))
        {
            return;
        }

        application.Withdraw();
        journal.Add(database, application, Actors.Citizen, "application-withdrawn");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // It was decided in the same moment: the decision counts, and the page shows it.
        }

        await settle.ExecuteAsync(id, CancellationToken.None);
    }

    private static async Task<IResult> RespondToBrowserAsync(Guid id, IFormCollection form, HttpContext context, WithdrawApplication withdraw, BrowserSession browser)
    {
        await withdraw.ExecuteAsync(id, application => application.BelongsTo(browser.Existing), context.RequestAborted);
        return new SeeOther(ApplicationAddresses.Page(id));
    }

    private static async Task<IResult> RespondToHolderAsync(Guid id, IFormCollection form, HttpContext context, WithdrawApplication withdraw, HolderSessions sessions)
    {
        var holder = await sessions.CurrentAsync(HolderAction.Withdraw, context.RequestAborted);
        if (holder is not { } person)
            return new SeeOther(CitizenDoors.SignInFor(HolderAddresses.Change(id)));

        await withdraw.ExecuteAsync(id, application => application.ResidentId == person.Value, context.RequestAborted);
        return new SeeOther(HolderAddresses.Change(id));
    }
}
