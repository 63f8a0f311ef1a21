using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Visitors;

/// <summary>POST <c>/permit/mine/visitors/endings</c>: the holder ends a ticket before its time, or takes back one that nobody has used: that one does not count.</summary>
internal sealed class EndTicket(IDbContextFactory<ParkingDb> databases, VisitorIndex index, TownRules rules, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(VisitorAddresses.Endings, PostAsync).LimitBody(4096).ExcludeFromDescription();

    private static async Task<IResult> PostAsync([FromForm] Guid ticket, HttpContext context, EndTicket end, HolderSessions sessions)
    {
        if (await sessions.CurrentAsync(HolderAction.Invite, context.RequestAborted) is not { } holder)
            return new SeeOther(HolderAddresses.SignIn);
        var outcome = await end.ExecuteAsync(ticket, holder, context.RequestAborted);
        return outcome.Match(_ => new SeeOther(VisitorAddresses.Mine), VisitorServices.BackTo(VisitorAddresses.Mine));
    }

    /// <summary>Ends a ticket of this holder, or takes it back.</summary>
    public async Task<Outcome<bool>> ExecuteAsync(Guid id, ResidentId holder, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var own = database.VisitorTickets.Where(ticket => ticket.Id == id && ticket.Ags == rules.Ags && ticket.ResidentId == holder.Value);
        // The visitor may use the link in the same moment: then it is a ticket that runs, and ends.
        if (await own.Where(ticket => ticket.StartsAt == null).ExecuteDeleteAsync(cancellationToken) == 1)
            return true;
        var ended = await own.Where(ticket => ticket.EndsAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(ticket => ticket.EndsAt, now).SetProperty(ticket => ticket.ChangedAt, now), cancellationToken);
        if (ended == 0)
            return new TicketGone();

        index.Put(await own.AsNoTracking().SingleAsync(cancellationToken));
        return true;
    }
}
