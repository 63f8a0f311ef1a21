using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Counter;

/// <summary>
/// A clerk applies for somebody who stands at the counter: <c>POST /office/counter/applications</c>, then
/// <c>POST /office/counter/{id}/confirmation</c>. What follows is decided like every other application.
/// </summary>
internal sealed class ApplyAtCounter(IDbContextFactory<ParkingDb> databases, AdvanceApplication advance, ApplicationJournal journal, TownRules rules, RandomSource random, TownCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/office/counter/applications", StartAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();
        endpoints.MapPost("/office/counter/{id:guid}/confirmation", ConfirmAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();
    }

    /// <summary>The page of an application at the counter.</summary>
    public static string PageOf(Guid application) => $"/office/counter/{application:D}";

    /// <summary>Where the form with vehicle and term leads.</summary>
    public static string ConfirmationOf(Guid application) => $"{PageOf(application)}/confirmation";

    /// <summary>A new application of that person, advanced as far as it goes.</summary>
    /// <param name="person">The register's key.</param>
    /// <param name="documentSeen">True when the clerk has seen the identity document; nothing else of it is kept.</param>
    /// <param name="clerk">Account of the clerk.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Guid>> BeginAsync(ResidentId person, bool documentSeen, Guid clerk, CancellationToken cancellationToken)
    {
        if (!documentSeen)
            return new DocumentNotSeen();

        var application = new PermitApplication
        {
            Id = random.NewId(),
            Ags = rules.Ags,
            Origin = ApplicationOrigin.Counter,
            State = ApplicationState.WaitingForRegister,
            ResidentId = person.Value,
            CreatedAt = calendar.Now,
            NextAttemptAt = calendar.Now + AdvanceApplication.Patience,
        };
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            database.Applications.Add(application);
            journal.Add(database, application, Actors.Staff(clerk), "application-taken-at-counter");
            await database.SaveChangesAsync(cancellationToken);
        }

        await advance.ExecuteAsync(application.Id, cancellationToken);
        return application.Id;
    }

    /// <summary>Stores what the person chose, then decides; a second click changes nothing.</summary>
    public async Task<Outcome<Guid>> ChooseAsync(Guid id, PermitWish wish, Guid clerk, CancellationToken cancellationToken)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            var application = await database.Applications.SingleOrDefaultAsync(
                application => application.Id == id && application.Ags == rules.Ags && application.Origin == ApplicationOrigin.Counter, cancellationToken);
            if (application is null)
                return new NoCounterApplication();
            if (application.State is not ApplicationState.WaitingForConfirmation)
                return id;

            application.Confirm(wish, calendar.Now + AdvanceApplication.Patience);
            journal.Add(database, application, Actors.Staff(clerk), "application-confirmed", wish.Months.ToString(System.Globalization.CultureInfo.InvariantCulture));
            try
            {
                await database.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return id; // Two clicks: the first one's choice is stored.
            }
        }

        await advance.ExecuteAsync(id, cancellationToken);
        return id;
    }

    private static async Task<IResult> StartAsync(IFormCollection form, HttpContext context, ApplyAtCounter apply, CurrentStaff clerk)
    {
        var begun = await apply.BeginAsync(new ResidentId(form["person"].ToString()), form["document_seen"] == "true", clerk.Id!.Value, context.RequestAborted);
        return begun.Match<IResult>(id => new SeeOther(PageOf(id)), context.Problem);
    }

    private static async Task<IResult> ConfirmAsync(Guid id, IFormCollection form, HttpContext context, ApplyAtCounter apply, CurrentStaff clerk)
    {
        var chosen = await apply.ChooseAsync(id, ConfirmApplication.WishOf(form), clerk.Id!.Value, context.RequestAborted);
        return chosen.Match<IResult>(known => new SeeOther(PageOf(known)), context.Problem);
    }
}
