using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Visitors;

/// <summary>Visitor tickets, which count in the year in which they were made.</summary>
internal sealed class EndedVisitorTickets(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "visitor-tickets",
        new("Besuchertickets", "Visitor tickets"),
        new("damit niemand mehr bekommt, als die Stadt im Jahr gibt", "so that nobody gets more than the town gives in a year"),
        new("dem Tag, an dem das Ticket genommen wurde", "the day on which the ticket was taken"),
        400);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken) =>
        database.VisitorTickets.Where(ticket => ticket.CreatedAt < limit).ExecuteDeleteAsync(cancellationToken);
}
