using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Visitors;

/// <summary>The visitor tickets that a person took. A visitor's plate is the visitor's: it is left out.</summary>
internal sealed class KeptVisitorTickets(IDbContextFactory<ParkingDb> databases, TownRules rules) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var own = await database.VisitorTickets.AsNoTracking().Where(ticket => ticket.Ags == rules.Ags && ticket.ResidentId == residentId).ToListAsync(cancellationToken);
        return [.. own.Select(Of)];
    }

    private static PersonalRecord Of(VisitorTicket ticket) => new("visitor-ticket", new("Ihr Besucherticket", "Your visitor ticket"), ticket.CreatedAt,
    [
        new("kind", new("Art", "Kind"), $"{ticket.Length} {ticket.Unit}"),
        new("zone", new("Zone", "Zone"), ticket.Zone),
        .. PersonalFact.Unless("starts_at", new("Beginn", "Beginning"), ticket.StartsAt?.ToString("O", CultureInfo.InvariantCulture)),
        .. PersonalFact.Unless("ends_at", new("Ende", "End"), ticket.EndsAt?.ToString("O", CultureInfo.InvariantCulture)),
    ]);
}
