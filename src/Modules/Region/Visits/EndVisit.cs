using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Visits;

/// <summary>
/// Ends a visit: what its guests hold is revoked, then every row of it is deleted. Each part is harmless when repeated, and nothing is deleted
/// before what it leads to has ended: a process that dies in between goes on with the next round.
/// </summary>
internal sealed class EndVisit(IDbContextFactory<RegionDb> databases, CredentialStatuses statuses, TownCalendar calendar, AuditTrail audit)
{
    private const int LargestForm = 4096;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost($"{VisitAddresses.Office}/{{id:guid}}/ending", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();

    /// <summary>Ends it; nothing happens when there is none.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="actor">Who ends it.</param>
    /// <param name="cancellationToken">Ends the work between two guests.</param>
    /// <returns>How many guests there were.</returns>
    public async Task<int> ExecuteAsync(Guid id, string actor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        // From here on no guest comes in or goes on.
        await database.Visits.Where(visit => visit.Id == id && visit.EndsAt > calendar.Now)
            .ExecuteUpdateAsync(visit => visit.SetProperty(row => row.EndsAt, calendar.Now), cancellationToken);
        var guests = await database.VisitGuests.AsNoTracking().Where(guest => guest.VisitId == id).ToListAsync(cancellationToken);
        foreach (var guest in guests)
        {
            await statuses.RevokeAsync(guest.Subject, cancellationToken);
            await database.VisitGuests.Where(row => row.Id == guest.Id).ExecuteDeleteAsync(cancellationToken);
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // A guest who slipped in before the end was written keeps the visit until the next round.
        if (await database.Visits.Where(visit => visit.Id == id && !database.VisitGuests.Any(guest => guest.VisitId == id)).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            audit.Add(database, actor, "visit-ended", $"visit/{id}");
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return guests.Count;
    }

    private static async Task<IResult> RespondAsync(Guid id, IFormCollection form, HttpContext context, EndVisit end, CurrentStaff clerk)
    {
        await end.ExecuteAsync(id, Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return new SeeOther($"{VisitAddresses.Office}?ended=yes");
    }
}
