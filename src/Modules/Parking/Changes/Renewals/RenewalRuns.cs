using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>What the clerk's page of renewals shows.</summary>
/// <param name="Due">Permits that can be renewed today.</param>
/// <param name="Runs">The last runs, newest first.</param>
internal sealed record DueRenewals(int Due, IReadOnlyList<RenewalRun> Runs);

/// <summary>Begins renewal runs and shows how far they are: <c>POST /office/renewals</c>.</summary>
internal sealed class RenewalRuns(IDbContextFactory<ParkingDb> databases, AuditTrail trail, TownRules rules, TownCalendar calendar, RandomSource random)
{
    private const int MostShown = 10;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/renewals", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Begins a run; while one goes on, there is no second one.</summary>
    public async Task StartAsync(Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var run = new RenewalRun { Id = random.NewId(), Ags = rules.Ags, StartedBy = Actors.Staff(clerk), StartedAt = calendar.Now };
        database.RenewalRuns.Add(run);
        trail.Add(database, run.StartedBy, "renewal-run-started", $"renewal-run/{run.Id:D}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A run goes on already: it takes up what this one would have.
        }
    }

    /// <summary>What is due, and the last runs.</summary>
    public async Task<DueRenewals> ReadAsync(CancellationToken cancellationToken)
    {
        var (ags, today) = (rules.Ags, calendar.Today);
        var horizon = RenewalHorizon.Of(rules.Today, today);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var due = await database.Permits.CountAsync(
            permit => permit.Ags == ags && permit.State == PermitState.Active && permit.ValidUntil >= today && permit.ValidUntil <= horizon, cancellationToken);
        return new DueRenewals(due, await database.RenewalRuns.AsNoTracking().Where(run => run.Ags == ags).OrderByDescending(run => run.StartedAt).Take(MostShown).ToListAsync(cancellationToken));
    }

    private static async Task<IResult> RespondAsync(IFormCollection form, HttpContext context, RenewalRuns runs, CurrentStaff clerk)
    {
        await runs.StartAsync(clerk.Id!.Value, context.RequestAborted);
        return new SeeOther("/office/renewals");
    }
}
