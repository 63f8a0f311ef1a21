using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Visitors;

/// <summary>Visitor tickets behind links that nobody used in time: they do not count.</summary>
internal sealed class UnusedVisitorLinks(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "unused-visitor-links",
        new("Unbenutzte Links für Besuch", "Unused links for visitors"),
        new("damit ein später Besuch liest, dass der Link nicht mehr gilt", "so that a late visitor reads that the link counts no more"),
        new("dem Ende des Links", "the end of the link"),
        7);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken) =>
        database.VisitorTickets.Where(ticket => ticket.StartsAt == null && ticket.LinkExpiresAt < limit).ExecuteDeleteAsync(cancellationToken);
}
