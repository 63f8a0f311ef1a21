using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Visitors;

/// <summary>What a holder sees.</summary>
/// <param name="Kinds">What the town gives, and how many of this year are left.</param>
/// <param name="Open">Links that nobody has used, newest first.</param>
/// <param name="Running">Tickets with which somebody may park now.</param>
internal sealed record HolderVisitors(IReadOnlyList<LeftTickets> Kinds, IReadOnlyList<VisitorTicket> Open, IReadOnlyList<VisitorTicket> Running);

/// <summary>A kind of ticket and how many are left.</summary>
internal sealed record LeftTickets(VisitorTicketRule Rule, int Left);

/// <summary>Reads the visitor tickets of a holder.</summary>
internal sealed class ReadVisitors(IDbContextFactory<ParkingDb> databases, TownRules rules, TownCalendar calendar)
{
    /// <summary>The holder's tickets; null when the person has no permit in force, or the town gives no tickets.</summary>
    public async Task<HolderVisitors?> ExecuteAsync(ResidentId holder, CancellationToken cancellationToken)
    {
        if (rules.Today.Rules.VisitorTickets.Value is not { Count: > 0 } kinds)
            return null;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await PermitOfAsync(database, holder, cancellationToken) is null)
            return null;

        var (year, now) = (calendar.Today.Year, calendar.Now);
        var own = await database.VisitorTickets.AsNoTracking().Where(ticket => ticket.Ags == rules.Ags && ticket.ResidentId == holder.Value && ticket.Year >= year - 1)
            .OrderByDescending(ticket => ticket.CreatedAt).ToListAsync(cancellationToken);
        var open = own.Where(ticket => ticket.StartsAt is null && now < ticket.LinkExpiresAt).ToList();
        var counted = own.Where(ticket => ticket.Year == year && (ticket.StartsAt is not null || now < ticket.LinkExpiresAt)).ToList();
        return new HolderVisitors(
            [.. kinds.Select(rule => new LeftTickets(rule, Math.Max(0, rule.PerYear - counted.Count(ticket => ticket.Unit == rule.Unit && ticket.Length == rule.Length))))],
            open,
            [.. own.Where(ticket => ticket.CountsAt(now))]);
    }

    /// <summary>The permit of a person that is in force today; null when there is none.</summary>
    public async Task<Permit?> PermitOfAsync(ParkingDb database, ResidentId holder, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        return await database.Permits.AsNoTracking().SingleOrDefaultAsync(
            permit => permit.Ags == rules.Ags && permit.ResidentId == holder.Value && permit.State == PermitState.Active && permit.ValidFrom <= today && permit.ValidUntil >= today, cancellationToken);
    }
}
