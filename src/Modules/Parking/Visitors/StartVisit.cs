using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Visitors;

/// <summary>POST <c>/visit/{secret}/start</c>: the visitor enters a plate, and the ticket begins. Of two who do so, one gets it.</summary>
internal sealed class StartVisit(IDbContextFactory<ParkingDb> databases, VisitorIndex index, TownRules rules, TownCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/visit/{secret}/start", PostAsync).LimitBody(4096).RequireRateLimiting(VisitLimit.Name).ExcludeFromDescription();

    private static async Task<IResult> PostAsync(string secret, [FromForm] string? plate, HttpContext context, StartVisit start)
    {
        var outcome = await start.ExecuteAsync(secret, plate, context.RequestAborted);
        return outcome.Refusal is VisitUnknown unknown
            ? context.Problem(unknown)
            : outcome.Match(_ => new SeeOther(VisitorAddresses.Visit(secret)), VisitorServices.BackTo(VisitorAddresses.Visit(secret)));
    }

    /// <summary>The ticket behind a link; null when there is none.</summary>
    public async Task<VisitorTicket?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (VisitSecrets.HashOf(secret) is not { } hash)
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.VisitorTickets.AsNoTracking().SingleOrDefaultAsync(ticket => ticket.SecretHash == hash && ticket.Ags == rules.Ags, cancellationToken);
    }

    /// <summary>Begins the ticket of a link.</summary>
    public async Task<Outcome<VisitorTicket>> ExecuteAsync(string secret, string? written, CancellationToken cancellationToken)
    {
        if (await FindAsync(secret, cancellationToken) is not { } ticket)
            return new VisitUnknown();
        if (ticket.StartsAt is not null)
            return new VisitUsed();
        var (now, today) = (calendar.Now, calendar.Today);
        if (ticket.LinkExpiresAt <= now)
            return new VisitOver();
        if (VisitorPlate.Read(written, rules.Today) is not { } plate)
            return new VisitorPlateUnclear();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.Permits.AnyAsync(permit => permit.Id == ticket.PermitId && permit.State == PermitState.Active && permit.ValidUntil >= today, cancellationToken))
            return new VisitOver();
        (ticket.Plate, ticket.StartsAt, ticket.EndsAt, ticket.ChangedAt) = (plate.WithoutSeason, now, TicketSpan.EndOf(now, ticket.Unit, ticket.Length), now);
        var mine = await database.VisitorTickets.Where(row => row.Id == ticket.Id && row.StartsAt == null).ExecuteUpdateAsync(
            row => row.SetProperty(each => each.Plate, ticket.Plate).SetProperty(each => each.StartsAt, ticket.StartsAt).SetProperty(each => each.EndsAt, ticket.EndsAt).SetProperty(each => each.ChangedAt, now),
            cancellationToken);
        if (mine == 0)
            return new VisitUsed();

        index.Put(ticket);
        return ticket;
    }
}
