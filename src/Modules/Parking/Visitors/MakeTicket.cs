using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Visitors;

/// <summary>
/// POST <c>/permit/mine/visitors/tickets</c>: a holder takes one of this year's tickets, for a plate at once, or as a link for the visitor.
/// However many ask at the same time, the unique number of each ticket lets nobody have more than the town gives.
/// </summary>
internal sealed class MakeTicket(IDbContextFactory<ParkingDb> databases, ReadVisitors read, TicketMaking making, TownRules rules, VisitorIndex index, TownCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(VisitorAddresses.Tickets, PostAsync).LimitBody(4096).ExcludeFromDescription();

    private static async Task<IResult> PostAsync([FromForm] string? kind, [FromForm] string? plate, [FromForm] bool? link, HttpContext context, MakeTicket make, HolderSessions sessions)
    {
        if (await sessions.CurrentAsync(HolderAction.Invite, context.RequestAborted) is not { } holder)
            return new SeeOther(HolderAddresses.SignIn);
        var outcome = await make.ExecuteAsync(holder, kind, link is true ? null : plate ?? "", context.RequestAborted);
        return outcome.Match(_ => new SeeOther(VisitorAddresses.Mine), VisitorServices.BackTo(VisitorAddresses.Mine));
    }

    /// <summary>Takes a ticket.</summary>
    /// <param name="holder">Who is visited.</param>
    /// <param name="kind">Which kind (<see cref="TicketKind"/>).</param>
    /// <param name="written">The visitor's plate; null makes a link instead.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<VisitorTicket>> ExecuteAsync(ResidentId holder, string? kind, string? written, CancellationToken cancellationToken)
    {
        var facts = rules.Today;
        if (TicketKind.Find(facts.Rules.VisitorTickets.Value, kind) is not { } rule)
            return new NoTicketsHere();
        var plate = written is null ? null : VisitorPlate.Read(written, facts);
        if (written is not null && plate is null)
            return new VisitorPlateUnclear();

        for (var attempt = 0; attempt <= rule.PerYear; attempt++)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            if (await read.PermitOfAsync(database, holder, cancellationToken) is not { } permit)
                return new NoTicketsHere();
            if (await FreeNumberAsync(database, holder, rule, cancellationToken) is not { } number)
                return new NoTicketLeft();
            if (await TryStoreAsync(database, making.Of(permit, rule, number, plate), cancellationToken) is { } stored)
                return stored;
        }

        return new NoTicketLeft();
    }

    /// <summary>The smallest number of this year that is free; links that ran out unused give theirs back. Null when none is.</summary>
    private async Task<int?> FreeNumberAsync(ParkingDb database, ResidentId holder, VisitorTicketRule rule, CancellationToken cancellationToken)
    {
        var (year, now) = (calendar.Today.Year, calendar.Now);
        var ofYear = database.VisitorTickets.Where(ticket => ticket.Ags == rules.Ags && ticket.ResidentId == holder.Value && ticket.Year == year && ticket.Unit == rule.Unit && ticket.Length == rule.Length);
        await ofYear.Where(ticket => ticket.StartsAt == null && ticket.LinkExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var taken = await ofYear.Select(ticket => ticket.Number).ToListAsync(cancellationToken);
        return Enumerable.Range(1, rule.PerYear).Except(taken).Select(number => (int?)number).FirstOrDefault();
    }

    /// <summary>The ticket; null when somebody took its number in the same moment.</summary>
    private async Task<VisitorTicket?> TryStoreAsync(ParkingDb database, VisitorTicket ticket, CancellationToken cancellationToken)
    {
        database.VisitorTickets.Add(ticket);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return null;
        }

        index.Put(ticket);
        return ticket;
    }
}
