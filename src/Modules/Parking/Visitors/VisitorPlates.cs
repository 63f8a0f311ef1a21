using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Visitors;

/// <summary>Plates of visitors: all that is kept about them, and not for long. The ticket stays, without its plate, since it counts.</summary>
internal sealed class VisitorPlates(IDbContextFactory<ParkingDb> databases, AuditTrail trail, TimeProvider time) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "visitor-plates",
        new("Kennzeichen von Besuchern", "Number plates of visitors"),
        new("damit eine Kontrolle vom selben Tag geklärt werden kann", "so that a check of the same day can be cleared up"),
        new("dem Ende des Besuchertickets", "the end of the visitor ticket"),
        1);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.VisitorTickets.Where(ticket => ticket.Plate != null && ticket.EndsAt < limit)
            .ExecuteUpdateAsync(row => row.SetProperty(ticket => ticket.Plate, (string?)null).SetProperty(ticket => ticket.ChangedAt, now), cancellationToken);
    }
}
